import { type Database, insertPeople } from '@mufakat/db'
import type { Actor, Role } from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import { hashPassword } from '../password'
import { readSession, signIn } from '../session'
import { TEST_NOW, TestClock } from '../test-organisation'

export const PASSWORD = 'perahu bocor di muara'
export const OTHER_PASSWORD = 'kerbau lewat pematang'
export const BASE_URL = 'https://rapat.contoh.go.id'
export const ADDRESS = '10.0.0.1'

/** What a use-case refuses with, or `done`. */
export const code = (attempted: Promise<unknown>): Promise<string> =>
  attempted.then(
    () => 'done',
    error => error.code,
  )

export const tokenOf = (path: string): string => defined(path.split('/').at(-1), 'a token')

/** Accounts in a database of one's own, and a look at what was mailed and written down. */
export function testAccounts(database: Database) {
  const clock = new TestClock()
  const ctx = { database, clock, baseUrl: BASE_URL }
  let hash: Promise<string> | null = null
  return {
    ctx,
    clock,
    /** With a password unless told otherwise. */
    async person(overrides: { role?: Role; noPassword?: boolean; noEmail?: boolean; nip?: string } = {}) {
      hash ??= hashPassword(PASSWORD)
      const id = newId()
      const { role = 'staf_opd', nip = null } = overrides
      const email = overrides.noEmail ? null : `${id}@contoh.go.id`
      const passwordHash = overrides.noPassword ? null : await hash
      await insertPeople(database.db, [
        { id, name: 'Contoh – Pegawai', email, nip, role, passwordHash, createdAt: TEST_NOW },
      ])
      const actor: Actor = { personId: id, role, opdId: null }
      return { id, email: email ?? '', actor }
    },
    async signIn(login: string, password = PASSWORD, address = ADDRESS) {
      const { token } = await signIn(ctx, { login, password, address, userAgent: 'peramban' })
      return { token, session: defined(await readSession(ctx, token), 'a session just begun') }
    },
    /** Letters to an address, by template. */
    letters: async (to: string) =>
      (
        await database.sql<{ template: string; link: string | null }[]>`
          select template, data ->> 'link' as link from mail where recipient = ${to} order by template, id`
      ).map(row => ({ template: row.template, path: row.link?.replace(BASE_URL, '') ?? null })),
    /** Actions about somebody, by name. */
    entries: async (subjectId: string) =>
      (
        await database.sql<{ action: string }[]>`
          select action from audit_entry where subject_id = ${subjectId} order by action`
      ).map(row => row.action),
  }
}
