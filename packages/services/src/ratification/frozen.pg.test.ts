import { type Database, openDatabase } from '@mufakat/db'
import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRapat, TestClock } from '../test-organisation'
import { approveNotula } from './approve'
import { submitNotula } from './review'
import { changed, columnsOf, copied, type FrozenTable, frozenTables } from './test-frozen'
import { approveAs, type HeldRapat, heldRapat, sealedWithKoreksi, seenBy } from './test-ratified'

let test: TestDatabase
let held: HeldRapat
let tables: FrozenTable[]
let owner: Database
beforeAll(async () => {
  test = await testDatabase()
  const ctx = { database: test.database, clock: new TestClock(), baseUrl: 'https://rapat.contoh.go.id' }
  held = await sealedWithKoreksi(ctx, test)
  tables = frozenTables(held.rapatId, held.documentId)
  owner = openDatabase(test.ownerUrl, { max: 1 })
})
afterAll(async () => {
  await owner.close()
  await test.close()
})

const FORBIDDEN = '42501'
/** Guarded by triggers of their own. */
const OWN_TRIGGERS: ReadonlySet<string> = new Set(['sealed_record', 'sealed_paper', 'signed_copy'])
/** What a statement is refused with, or that it is not; nothing of it stays. */
async function refusalOf(statement: string, database = test.database): Promise<string> {
  const undone = new Error('undone')
  try {
    await database.sql.begin(async tx => {
      await tx.unsafe(statement)
      throw undone
    })
  } catch (error) {
    return error === undone ? 'done' : ((error as { code?: string }).code ?? String(error))
  }
  return 'unreachable'
}

describe('what is sealed', () => {
  it('[V6] is every table that carries the trigger, and has rows here', async () => {
    const guarded = await owner.sql<{ name: string }[]>`
      select distinct tgrelid::regclass::text as name from pg_trigger
      where tgname in ('sealed_update', 'sealed_record_kept', 'sealed_paper_kept', 'signed_copy_kept') order by 1`
    const named = [...tables.map(({ name }) => name), 'document_snapshot'].sort()
    expect(guarded.map(({ name }) => name)).toEqual(named)
    for (const { name, where } of tables)
      expect([name, (await owner.sql.unsafe(`select from ${name} where ${where}`)).length > 0]).toEqual([
        name,
        true,
      ])
  })

  it('[V6] takes no change of any column, but of those that go on', async () => {
    const answers: string[] = []
    for (const { name, where, living } of tables)
      for (const column of await columnsOf(owner.sql, name)) {
        const set = `update ${name} set ${column.name} = ${changed(column)} where ${where}`
        if (!living.includes(column.name)) answers.push(`${name}.${column.name} ${await refusalOf(set)}`)
      }
    expect(answers.filter(answer => !answer.endsWith(FORBIDDEN))).toEqual([])
    expect(answers.length).toBeGreaterThan(100)
    const goOn = [
      `update card set status = 'selesai', finished_at = now() where rapat_id = '${held.rapatId}'`,
      `update document_lease set epoch = epoch + 1, ended_at = now() where document_id = '${held.documentId}'`,
      `update file set purged_at = now() where subject_id = '${held.rapatId}' and removed_at is not null`,
    ]
    for (const statement of goOn) expect(await refusalOf(statement)).toBe('done')
    // What is attached may not lose its bytes: a check.
    const purge = `update file set purged_at = now() where subject_id = '${held.rapatId}' and removed_at is null`
    expect(await refusalOf(purge)).toBe('23514')
  })

  it('[V6] takes no row more and gives none away, also from or to another rapat', async () => {
    for (const table of tables) {
      // A record more would have to be in its turn: a check of the table. A PDF is of a record: a reference.
      const refused = { sealed_record: '23514', sealed_paper: '23503' }[table.name] ?? FORBIDDEN
      if (table.copy !== null)
        expect([table.name, await refusalOf(copied(table))]).toEqual([table.name, refused])
      const remove = `delete from ${table.name} where ${table.where}`
      expect([table.name, await refusalOf(remove)]).toEqual([table.name, FORBIDDEN])
    }
    await makeRapat(held.ctx, held.organisation)
    const moved = `update rapat_opd set rapat_id = '${held.rapatId}' where rapat_id <> '${held.rapatId}'`
    expect(await refusalOf(moved)).toBe(FORBIDDEN)
    const snapshot = `insert into document_snapshot (document_id, lineage, seq, hash, state, state_vector, frames)
      select id, lineage, head_seq, head_hash, '\\x', '\\x', '\\x' from document where id = '${held.documentId}'`
    expect(await refusalOf(snapshot)).toBe(FORBIDDEN)
  })

  it('[V6] cannot be emptied, nor its guard be taken away, by the role of the apps', async () => {
    for (const { name } of tables)
      for (const statement of [
        `truncate ${name} cascade`,
        `alter table ${name} disable trigger all`,
        `alter table ${name} disable trigger sealed_update`,
        `drop trigger sealed_update on ${name}`,
        `alter table ${name} rename to gone`,
        `drop table ${name} cascade`,
        `create trigger mine before update on ${name} for each row execute function refuse_sealed()`,
        `create rule none as on update to ${name} do instead nothing`,
      ]) {
        const answer = await refusalOf(statement)
        const allowed = OWN_TRIGGERS.has(name) && answer === '42704' ? FORBIDDEN : answer
        expect([statement, allowed]).toEqual([statement, FORBIDDEN])
      }
    for (const statement of [
      'set session_replication_role = replica',
      'create or replace function refuse_sealed() returns trigger language plpgsql as $$ begin return new; end $$',
      'drop function refuse_sealed() cascade',
      'alter function refuse_sealed() rename to gone',
      "set role 'postgres'",
    ])
      expect([statement, await refusalOf(statement)]).not.toEqual([statement, 'done'])
  })

  it('[V6] is not hidden by a table of the same name', async () => {
    const shadow = `create temp table sealed_record (rapat_id uuid, number int);
      create temp table rapat (id uuid, document_id uuid);
      update public.keputusan set text = 'lain' where rapat_id = '${held.rapatId}'`
    expect(await refusalOf(shadow)).toBe(FORBIDDEN)
  })

  it('[V6] is refused to the owner, too, and where other triggers do not act', async () => {
    for (const { name, where, living } of tables) {
      const column = defined(
        (await columnsOf(owner.sql, name)).find(one => !living.includes(one.name)),
        'a column',
      )
      const set = `update ${name} set ${column.name} = ${changed(column)} where ${where}`
      expect([name, await refusalOf(set, owner)]).toEqual([name, FORBIDDEN])
      const replica = `set local session_replication_role = replica; delete from ${name} where ${where}`
      expect([name, await refusalOf(replica, owner)]).toEqual([name, FORBIDDEN])
      expect([name, await refusalOf(`truncate ${name} cascade`, owner)]).toEqual([name, FORBIDDEN])
    }
  })

  it('[V6] is not slipped past by who began before and ends after', async () => {
    const { ctx, organisation } = held
    const open = await heldRapat(ctx, organisation)
    await submitNotula(ctx, open.notulis, { rapatId: open.rapatId })
    await approveAs(open, open.chair)
    const seen = await seenBy(open, open.notulis)
    const late = openDatabase(test.url, { max: 1 })
    let ratifying: Promise<void> | undefined
    try {
      await late.sql.begin(async tx => {
        // Holds a reference to the rapat: who seals waits for it.
        await tx`insert into rapat_opd (rapat_id, opd_id) values (${open.rapatId}, ${organisation.otherOpd})`
        ratifying = approveNotula(ctx, open.notulis, seen)
        ratifying.catch(() => undefined)
      })
    } finally {
      await late.close()
    }
    // Its page did not show the OPD that came: nothing is ratified.
    const answer = await ratifying?.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
    const [row] = await test.database.sql`
      select notula_state as state, exists (select 1 from sealed_record s where s.rapat_id = r.id) as sealed
      from rapat r where id = ${open.rapatId}`
    expect([answer, row]).toEqual(['conflict', { state: 'diajukan', sealed: false }])
  })
})
