import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSession, signIn } from '../session'
import { makeOrganisation, TestClock } from '../test-organisation'
import { firstAdminInput, isSetupLink, issueSetupLink, makeFirstAdmin } from './first-admin'
import { finishSetup, passSetupStep, setupProgress } from './progress'

const typed = {
  name: 'Rina Contoh, S.E.',
  email: 'Rina@Contoh.go.id',
  nip: '',
  password: 'hujan di atas atap seng',
  repeated: 'hujan di atas atap seng',
}
const input = firstAdminInput.parse(typed)

describe('the link of a first start', () => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await testDatabase()
  })
  afterEach(() => test.close())
  const ctx = () => ({ database: test.database, clock: new TestClock() })
  const link = async (): Promise<string> => (await issueSetupLink(ctx())) ?? expect.fail('no link')
  const code = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => 'done',
      error => error.code,
    )

  it('makes an admin who can sign in, once, and leaves one entry', async () => {
    const token = await link()
    await makeFirstAdmin(ctx(), { ...input, token })
    const step = await signIn(ctx(), {
      login: 'rina@contoh.go.id',
      password: typed.password,
      address: '10.0.0.1',
      userAgent: '',
    })
    const actor = (await readSession(ctx(), step.token))?.actor
    expect(actor?.role).toBe('admin')
    expect(await code(makeFirstAdmin(ctx(), { ...input, email: 'lain@contoh.go.id', token }))).toBe(
      'not-found',
    )
    const entries = await test.database.sql`
      select actor_id, details from audit_entry where action = 'setup.first-admin'`
    expect(entries).toEqual([{ actor_id: actor?.personId, details: {} }])
    const kept = await test.database.sql`select * from setup_link`
    expect(kept).toEqual([])
  })

  it('makes one admin of two who use it at the same moment', async () => {
    const token = await link()
    const attempts = ['a', 'b', 'c'].map(name =>
      code(makeFirstAdmin(ctx(), { ...input, email: `${name}@contoh.go.id`, token })),
    )
    expect((await Promise.all(attempts)).sort()).toEqual(['done', 'not-found', 'not-found'])
    expect(await test.database.sql`select 1 from person`).toHaveLength(1)
  })

  it('is void once a new one is made, and keeps only a hash', async () => {
    const [old, fresh] = [await link(), await link()]
    expect([await isSetupLink(ctx(), old), await isSetupLink(ctx(), fresh)]).toEqual([false, true])
    const [row] = await test.database.sql`select token_hash from setup_link`
    expect(Buffer.from(row?.token_hash).toString('base64url')).not.toContain(fresh)
    for (const wrong of ['', 'x', `${fresh}x`, fresh.slice(1)])
      expect(await isSetupLink(ctx(), wrong)).toBe(false)
  })

  it('opens nothing once there is a person, however they came', async () => {
    const token = await link()
    await makeOrganisation(test.database)
    expect(await isSetupLink(ctx(), token)).toBe(false)
    expect(await code(makeFirstAdmin(ctx(), { ...input, token }))).toBe('not-found')
    expect(await issueSetupLink(ctx())).toBeNull()
    expect(await test.database.sql`select * from setup_link`).toEqual([])
  })

  it('keeps what of the guided start is done', async () => {
    await makeFirstAdmin(ctx(), { ...input, token: await link() })
    const [row] = await test.database.sql<{ id: string }[]>`select id from person`
    const actor = { personId: row?.id ?? '', role: 'admin', opdId: null } as const
    expect(await setupProgress(ctx(), actor)).toMatchObject({ open: true, done: [], next: 'daerah' })
    await passSetupStep(ctx(), actor, 'daerah')
    await passSetupStep(ctx(), actor, 'daerah')
    expect((await setupProgress(ctx(), actor)).done).toEqual(['daerah'])
    await finishSetup(ctx(), actor)
    expect((await setupProgress(ctx(), actor)).open).toBe(false)
  })
})

describe('the form of the first admin', () => {
  const faults = (overrides: Partial<typeof typed>) =>
    (firstAdminInput.safeParse({ ...typed, ...overrides }).error?.issues ?? []).map(issue => [
      issue.path.join('.'),
      issue.message,
    ])

  it.each([
    [{ password: 'pendek', repeated: 'pendek' }, ['password', 'field.password.too-short']],
    [{ password: 'passwordpassword', repeated: 'passwordpassword' }, ['password', 'field.password.common']],
    [{ repeated: 'hujan di atas atap' }, ['repeated', 'field.password.differs']],
    [{ email: 'rina' }, ['email', 'field.email']],
    [{ nip: '123' }, ['nip', 'field.nip']],
    [{ name: ' ' }, ['name', 'field.required']],
  ])('%j', (overrides, fault) => {
    expect(faults(overrides)).toEqual([fault])
  })

  it('takes a NIP with blanks, and an address in any case', () => {
    expect(firstAdminInput.parse({ ...typed, nip: '19800229 200501 1 001' })).toMatchObject({
      nip: '198002292005011001',
      email: 'rina@contoh.go.id',
    })
  })
})
