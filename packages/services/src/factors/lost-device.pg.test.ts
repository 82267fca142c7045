import { insertPeople } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DoorContext } from '../context'
import { hashPassword } from '../password'
import { readSession, signIn } from '../session'
import { makeOrganisation, TEST_NOW, TestClock, type TestOrganisation } from '../test-organisation'
import { openVault } from '../vault'
import { findFactors, peopleWithoutFactor, resetFactors } from './lost-device'
import { ownFactors } from './own-factors'
import { addPasskey, passkeyCreation } from './passkeys'
import { TestAuthenticator } from './test-authenticator'

const PASSWORD = 'kata sandi yang panjang'
const ORIGIN = 'https://rapat.contoh.go.id'
const visitor = { address: '10.0.0.1', userAgent: 'peramban' }

let test: TestDatabase
let ctx: DoorContext
let organisation: TestOrganisation
beforeAll(async () => {
  test = await testDatabase()
  ctx = {
    database: test.database,
    clock: new TestClock(),
    vault: openVault('x'.repeat(32)),
    baseUrl: ORIGIN,
  }
  organisation = await makeOrganisation(test.database)
})
afterAll(() => test.close())

const refused = (attempted: Promise<unknown>): Promise<string> =>
  attempted.then(
    () => 'done',
    error => error.code,
  )

it('takes everything away that was on a lost device, ends the sessions and tells the person', async () => {
  const id = newId()
  const email = `${id}@contoh.id`
  await insertPeople(test.database.db, [
    {
      id,
      name: 'Contoh – Pegawai',
      email,
      role: 'sekretariat',
      passwordHash: await hashPassword(PASSWORD),
      createdAt: TEST_NOW,
    },
  ])
  const login = { login: email, password: PASSWORD, ...visitor }
  const { token } = await signIn(ctx, login)
  const session = defined(await readSession(ctx, token), 'a session')
  const admin = organisation.actor('admin')
  expect((await peopleWithoutFactor(ctx, admin)).sekretariat).toBe(1)
  const made = new TestAuthenticator(ORIGIN).create(await passkeyCreation(ctx, session))
  await addPasskey(ctx, session, { ...visitor, password: PASSWORD, name: 'Ponsel', made })
  expect((await peopleWithoutFactor(ctx, admin)).sekretariat).toBe(0)

  expect(await findFactors(ctx, admin, ` ${email.toUpperCase()}`)).toEqual({
    personId: id,
    name: 'Contoh – Pegawai',
    totp: false,
    passkeys: 1,
    codes: 10,
  })
  expect(await findFactors(ctx, admin, 'tidak.ada@contoh.id')).toBeNull()

  const before = await fingerprint(test.database)
  for (const role of ['sekretariat', 'pimpinan', 'staf_opd'] as const)
    expect(await refused(resetFactors(ctx, organisation.actor(role), { personId: id }))).toBe('forbidden')
  for (const personId of [newId(), 'x'])
    expect(await refused(resetFactors(ctx, admin, { personId }))).toBe('not-found')
  expect(await fingerprint(test.database)).toBe(before)

  await resetFactors(ctx, admin, { personId: id })
  expect(await readSession(ctx, token)).toBeNull()
  expect((await signIn(ctx, login)).next).toBe('inside')
  expect(await ownFactors(ctx, session)).toMatchObject({ passkeys: [], codes: { all: 0 } })
  expect(await refused(resetFactors(ctx, admin, { personId: id }))).toBe('conflict')
  const entries = await test.database.sql`
    select actor_id, subject_id, details from audit_entry where action = 'factor.reset'`
  expect(entries.map(row => ({ ...row }))).toEqual([
    { actor_id: admin.personId, subject_id: id, details: { totp: false, passkeys: 1, sessions: 1 } },
  ])
  const [letter] = await test.database.sql`
    select data from mail where recipient = ${email} and data ->> 'what' = 'factors-reset'`
  expect(letter?.data).toMatchObject({ name: 'Contoh – Pegawai' })
})
