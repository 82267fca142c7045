import { AppError } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ServiceContext } from './context'
import { journalKeyFor, MAX_JOURNAL_DEVICES } from './journal-key'
import { makeOrganisation, TestClock, type TestOrganisation } from './test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
const clock = new TestClock()
const ctx = (): ServiceContext => ({ database: test.database, clock })
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
})
afterAll(() => test.close())

const device = () => ({ deviceId: crypto.randomUUID() })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    error => (error instanceof AppError ? error.code : Promise.reject(error)),
  )

it('gives a person the same key on the same device, and nobody else that one', async () => {
  const staf = organisation.actor('staf_opd')
  const here = device()
  const keys = await Promise.all(Array.from({ length: 6 }, () => journalKeyFor(ctx(), staf, here)))
  expect(keys[0]).toHaveLength(32)
  for (const key of keys) expect(Buffer.compare(key, keys[0] ?? key)).toBe(0)
  const others = [
    await journalKeyFor(ctx(), staf, device()),
    await journalKeyFor(ctx(), organisation.actor('kepala_opd'), here),
  ]
  for (const other of others) expect(Buffer.compare(other, keys[0] ?? other)).not.toBe(0)
})

it('writes an audit entry for a new key and none for one given again, never with the key', async () => {
  const pimpinan = organisation.actor('pimpinan')
  const here = device()
  const key = await journalKeyFor(ctx(), pimpinan, here)
  await journalKeyFor(ctx(), pimpinan, here)
  const entries = await test.database.sql`
    select subject_id, details::text from audit_entry
    where action = 'journal-key.create' and actor_id = ${pimpinan.personId}`
  expect(entries).toEqual([{ subject_id: here.deviceId, details: '{}' }])
  expect(JSON.stringify(entries)).not.toContain(Buffer.from(key).toString('base64'))
})

it('refuses many new devices at once, forgets that with time, and still gives the known ones', async () => {
  const tamu = organisation.actor('tamu')
  const known = device()
  await journalKeyFor(ctx(), tamu, known)
  for (let n = 1; n < 12; n++) await journalKeyFor(ctx(), tamu, device())
  expect(await codeOf(journalKeyFor(ctx(), tamu, device()))).toBe('rate-limited')
  expect(await codeOf(journalKeyFor(ctx(), tamu, known))).toBe('done')
  clock.forward(6 * 60)
  expect(await codeOf(journalKeyFor(ctx(), tamu, device()))).toBe('done')
})

it('has an end to devices', async () => {
  const { personId } = organisation.actor('admin')
  await test.database.sql`
    insert into journal_key (person_id, device_id, key, created_at)
    select ${personId}, gen_random_uuid(), '\\x00', now() from generate_series(1, ${MAX_JOURNAL_DEVICES})`
  expect(await codeOf(journalKeyFor(ctx(), organisation.actor('admin'), device()))).toBe('rate-limited')
})
