import { readFile } from 'node:fs/promises'
import { checkDurability, errorForLog, findHead, lockHead, migrate, openDatabase } from '@mufakat/db'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOrganisation, makeRapat, TestClock } from './test-organisation'

// The database's own room is below the harness, so its tests stand here.
describe('database', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await testDatabase()
  })
  afterAll(() => test.close())

  it('is migrated once by two processes that start together', async () => {
    const name = `${new URL(test.url).pathname.slice(1)}_kosong`
    const owner = openDatabase(test.ownerUrl, { max: 1 })
    await owner.sql.unsafe(`create database ${name}`)
    const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
    const urls = { url: at(test.url), ownerUrl: at(test.ownerUrl) }
    try {
      await Promise.all([migrate(urls), migrate(urls), migrate(urls)])
      const opened = openDatabase(urls.ownerUrl, { max: 1 })
      const rows = await opened.sql`select count(*)::int as n from drizzle.__drizzle_migrations`
      const [person] = await opened.sql`select to_regclass('person')::text as found`
      await opened.close()
      expect(rows[0]?.n).toBeGreaterThanOrEqual(1)
      expect(person?.found).toBe('person')
    } finally {
      await owner.sql.unsafe(`drop database ${name} with (force)`)
      await owner.close()
    }
  })

  it('closes the notula of rapat that were cancelled or disahkan before that did so', async () => {
    const { database } = test
    const organisation = await makeOrganisation(database)
    const ctx = { database, clock: new TestClock() }
    const [cancelled, ratified, planned] = await Promise.all(
      [1, 2, 3].map(() => makeRapat(ctx, organisation)),
    )
    await database.sql`update rapat set status = 'dibatalkan' where id = ${cancelled ?? ''}`
    await database.sql`update rapat set notula_state = 'disahkan' where id = ${ratified ?? ''}`
    const migration = new URL('../../db/migrations/0004_close_cancelled.sql', import.meta.url)
    await database.sql.unsafe(await readFile(migration, 'utf8'))
    const rows = await database.sql<{ id: string; state: string }[]>`
      select rapat.id, state from document join rapat on document_id = document.id`
    const states = new Map(rows.map(({ id, state }) => [id, state]))
    expect([cancelled, ratified, planned].map(id => states.get(id ?? ''))).toEqual([
      'closed',
      'closed',
      'open',
    ])
  })

  it('tells a log what went wrong, and no value of it', async () => {
    const secret = '3201234567890001'
    const { db } = test.database
    const failing = [() => findHead(db, secret), () => db.transaction(tx => lockHead(tx, secret))]
    for (const fail of failing) {
      const error = await fail().then(
        () => expect.fail('it should fail'),
        (reason: unknown) => reason,
      )
      expect(String(error)).toContain(secret)
      const entry = errorForLog(error)
      expect(JSON.stringify(entry)).not.toContain(secret)
      expect(entry).toMatchObject({
        message: expect.stringContaining('Failed query: '),
        stack: expect.stringContaining('at '),
        cause: { code: '22P02', message: 'invalid input syntax for type uuid: "…"' },
      })
    }
  })

  it('says which settings make a commit forget', async () => {
    expect(await checkDurability(test.database.sql)).toContain('fsync')
    const careless = openDatabase(`${test.url}?synchronous_commit=off`, { max: 1 })
    expect(await checkDurability(careless.sql)).toContain('synchronous_commit')
    await careless.close()
  })

  it('refuses what the domain does not know', async () => {
    const { sql } = test.database
    const id = '01900000-0000-7000-8000-000000000000'
    const broken = [
      sql`insert into person (id, name, role, created_at) values (${id}, 'x', 'raja', now())`,
      sql`insert into person (id, name, role, email, created_at) values (${id}, 'x', 'tamu', 'A@b.id', now())`,
      sql`insert into person (id, name, role, nip, created_at) values (${id}, 'x', 'tamu', '123', now())`,
      sql`insert into opd (id, name, short_name, kind, position) values (${id}, 'x', 'x', 'partai', 1)`,
    ]
    for (const statement of broken) await expect(statement).rejects.toMatchObject({ code: '23514' })
  })
})
