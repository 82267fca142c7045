import { readFile } from 'node:fs/promises'
import { linksAfter, openDatabase } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from '../audit'
import type { ServiceContext } from '../context'
import { inTransaction } from '../context'
import { makeOrganisation, makeRapat, TEST_NOW } from '../test-organisation'
import { CHAIN_START, entryDigest, linkHash } from './audit-chain'

let test: TestDatabase
let ctx: ServiceContext
beforeAll(async () => {
  test = await testDatabase({ max: 20 })
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
})
afterAll(() => test.close())

/** All links, each held against the one before; how many there are. */
async function checkedLinks(): Promise<number> {
  let [before, number] = [CHAIN_START, 0]
  for (const link of await linksAfter(test.database.db, { number: 0, limit: 100_000 })) {
    number += 1
    expect(link.number).toBe(number)
    const hash = linkHash(before, number, entryDigest(link))
    expect(Buffer.from(link.hash)).toEqual(Buffer.from(hash))
    before = link.hash
  }
  return number
}

describe('the chain', () => {
  it('is the same in the database and in the checking code, whatever stands in a column', async () => {
    const organisation = await makeOrganisation(test.database)
    const rapatId = await makeRapat(ctx, organisation)
    const actorId = organisation.actor('admin').personId
    const details = {
      z: 1.5,
      a: ['é', '漢字', '😀', '"', '\\', '\t\n', ''],
      aa: null,
      deep: { b: true, huge: 12_345_678_901_234, tiny: 1e-7 },
    }
    await inTransaction(ctx, async tx => {
      await recordAudit(tx, {
        at: new Date('1999-12-31T23:59:59.999Z'),
        actorId,
        action: 'rapat.edit',
        rapatId,
        details,
      })
      await recordAudit(tx, { at: new Date(1), actorId: null, action: 'profile.edit', subjectId: '' })
    })
    expect(await checkedLinks()).toBe(4)
  })

  it('covers every column of an entry', async () => {
    const columns = await test.database.sql<{ name: string }[]>`
      select attname as name from pg_attribute
      where attrelid = 'audit_entry'::regclass and attnum > 0 and not attisdropped order by attnum`
    const covered = ['id', 'at', 'actor_id', 'action', 'rapat_id', 'subject_id', 'details']
    expect(columns.map(({ name }) => name)).toEqual(covered)
  })

  it('has no link for what is not committed, and one per entry in the order they were written', async () => {
    const before = await checkedLinks()
    await expect(
      inTransaction(ctx, async tx => {
        await recordAudit(tx, { at: TEST_NOW, actorId: null, action: 'demo.seed' })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await checkedLinks()).toBe(before)
    const ids = await inTransaction(ctx, async tx => {
      for (const step of [1, 2, 3])
        await recordAudit(tx, { at: TEST_NOW, actorId: null, action: 'demo.seed', details: { step } })
      return [1, 2, 3]
    })
    const rows = await linksAfter(test.database.db, { number: before, limit: 10 })
    expect(rows.map(row => JSON.parse(row.details).step)).toEqual(ids)
  })

  it('closes no circle of locks, whatever else transactions lock and in which order they record', async () => {
    const before = await checkedLinks()
    const owner = openDatabase(test.ownerUrl, { max: 1 })
    await owner.sql`create table thing (n int primary key, times int not null)`
    await owner.close()
    await test.database.sql`insert into thing select n, 0 from generate_series(1, 4) n`
    const lock = (tx: Parameters<Parameters<typeof inTransaction>[1]>[0], n: number) =>
      tx.execute(`update thing set times = times + 1 where n = ${n}`)
    const record = (tx: Parameters<typeof recordAudit>[0]) =>
      recordAudit(tx, { at: TEST_NOW, actorId: null, action: 'demo.seed', details: { id: newId() } })
    // Each thing is locked by half of them before they record and by the others after: with a chain that is locked where
    // an entry is written, the first two would wait for each other.
    const rounds = Array.from({ length: 200 }, (_, i) => {
      const thing = (i % 4) + 1
      return inTransaction(ctx, async tx => {
        if (i % 2 === 0) await lock(tx, thing)
        await record(tx)
        if (i % 2 === 1) await lock(tx, thing)
        await record(tx)
      })
    })
    await Promise.all(rounds)
    expect(await checkedLinks()).toBe(before + 400)
    const [row] = await test.database.sql<{ times: number }[]>`select sum(times)::int as times from thing`
    expect(row?.times).toBe(200)
  })
})

it('takes in what was written before there was a chain', async () => {
  const old = await testDatabase()
  const owner = openDatabase(old.ownerUrl, { max: 1 })
  await owner.sql.unsafe(`
    drop table audit_link, audit_signature;
    drop trigger audit_entry_linked on audit_entry; drop trigger audit_entry_kept on audit_entry;
    drop index audit_entry_action, audit_entry_at;
    drop function link_audit_entry, refuse_change, audit_append, audit_digest, audit_field cascade;
    insert into audit_entry (id, at, action, details)
      select gen_random_uuid(), now() - n * interval '1 minute', 'demo.seed', jsonb_build_object('n', n)
      from generate_series(1, 500) n`)
  const folder = new URL('../../../db/migrations/', import.meta.url)
  const { entries } = JSON.parse(await readFile(new URL('meta/_journal.json', folder), 'utf8')) as {
    entries: { tag: string }[]
  }
  const tag = entries.find(entry => entry.tag.endsWith('_audit_chain'))?.tag
  await owner.sql.unsafe(await readFile(new URL(`${tag}.sql`, folder), 'utf8'))
  const links = await linksAfter(owner.db, { number: 0, limit: 1_000 })
  expect(links).toHaveLength(500)
  expect(links.map(link => JSON.parse(link.details).n)).toEqual(
    Array.from({ length: 500 }, (_, i) => 500 - i),
  )
  const [last, beforeLast] = [links[499], links[498]]
  if (last === undefined || beforeLast === undefined) throw new Error('no links')
  expect(Buffer.from(last.hash)).toEqual(Buffer.from(linkHash(beforeLast.hash, 500, entryDigest(last))))
  await owner.close()
  await old.close()
})
