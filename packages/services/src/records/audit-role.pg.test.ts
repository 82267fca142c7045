import { ADDED_TO, HISTORY, isAuditGuarded, openDatabase, READ_ONLY } from '@mufakat/db'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from '../audit'
import { inTransaction } from '../context'
import { TEST_NOW } from '../test-organisation'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
  const ctx = { database: test.database, clock: { now: () => TEST_NOW } }
  await inTransaction(ctx, tx => recordAudit(tx, { at: TEST_NOW, actorId: null, action: 'demo.seed' }))
})
afterAll(() => test.close())

/** What a statement is refused with, or that it is not. */
const refusalOf = (database: TestDatabase['database'], statement: string): Promise<string> =>
  database.sql.unsafe(statement).then(
    () => 'done',
    error => (error as { code?: string }).code ?? String(error),
  )

const FORBIDDEN = '42501'

describe('the role of the apps', () => {
  const statements = [...ADDED_TO, ...READ_ONLY].flatMap(table => [
    `update ${table} set ${table === 'audit_entry' ? "action = 'x'" : "hash = '\\x00'"}`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} disable trigger ${table}_kept`,
    `alter table ${table} rename to gone`,
    `alter table ${table} owner to mufakat_app`,
    `drop table ${table} cascade`,
    `drop trigger ${table}_kept on ${table}`,
    `create trigger mine before insert on ${table} for each row execute function refuse_change()`,
    `grant update on ${table} to mufakat_app`,
    `create rule none as on insert to ${table} do instead nothing`,
  ])

  it.each(HISTORY)('adds to %s and changes nothing of it', async table => {
    for (const statement of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`])
      expect(await refusalOf(test.database, statement)).toBe(FORBIDDEN)
  })

  it.each(statements)('is refused: %s', async statement => {
    // A right that one does not have to give is given without a word, and is not there.
    if (statement.startsWith('grant')) {
      await refusalOf(test.database, statement)
      const [row] = await test.database.sql`
        select has_table_privilege(${statement.split(' ')[3] ?? ''}, 'UPDATE') as may`
      expect(row?.may).toBe(false)
    } else expect(await refusalOf(test.database, statement)).toBe(FORBIDDEN)
  })

  it.each([
    'set session_replication_role = replica',
    'set role mufakat',
    'set session authorization mufakat',
    'drop function link_audit_entry() cascade',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    'create table mine (n int)',
    'alter role mufakat_app superuser',
  ])('is refused, too: %s', async statement => {
    expect(await refusalOf(test.database, statement)).toBe(FORBIDDEN)
  })

  it('cannot write a link, or make an entry that has none', async () => {
    const [entry] = await test.database.sql<{ id: string }[]>`select id from audit_entry limit 1`
    const link = `insert into audit_link values (7, '${entry?.id}', '\\x00')`
    expect(await refusalOf(test.database, link)).toBe(FORBIDDEN)
    await test.database.sql`
      insert into audit_entry (id, at, action, details) values (gen_random_uuid(), now(), 'x', '{}')`
    const [row] = await test.database.sql<{ entries: number; links: number }[]>`
      select (select count(*) from audit_entry)::int as entries, (select count(*) from audit_link)::int as links`
    expect(row?.links).toBe(row?.entries)
  })

  it('has what it needs for a table that is made later, and is known to be guarded', async () => {
    const owner = openDatabase(test.ownerUrl, { max: 1 })
    await owner.sql`create table later (n int generated always as identity primary key, word text)`
    await test.database.sql`insert into later (word) values ('a')`
    await test.database.sql`update later set word = 'b'`
    await test.database.sql`delete from later`
    expect([await isAuditGuarded(test.database.sql), await isAuditGuarded(owner.sql)]).toEqual([true, false])
    await owner.close()
  })
})

describe('the owner', () => {
  const statements = [...ADDED_TO, ...READ_ONLY].flatMap(table => [
    `update ${table} set ${table === 'audit_entry' ? "action = 'x'" : "hash = '\\x00'"} where false`,
    `delete from ${table} where false`,
    `truncate ${table} cascade`,
    `set session_replication_role = replica; delete from ${table}`,
  ])

  it.each(statements)('is refused by the triggers as long as they are there: %s', async statement => {
    const owner = openDatabase(test.ownerUrl, { max: 1 })
    expect(await refusalOf(owner, statement)).toBe(FORBIDDEN)
    await owner.close()
  })
})
