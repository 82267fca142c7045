import { type Database, openDatabase, recordsOf, type Sql } from '@mufakat/db'
import { appendLines } from '@mufakat/doc-model'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, makeRapat, TEST_NOW, TestClock } from '../test-organisation'
import { TestWriter } from '../test-writer'
import type { Finding } from './report'
import { verifyNotula } from './verify-notula'

let test: TestDatabase
let owner: Database
let id: string
let rapatId: string
beforeAll(async () => {
  test = await testDatabase()
  owner = openDatabase(test.ownerUrl, { max: 1 })
  const { database } = test
  const organisation = await makeOrganisation(database)
  const admin = organisation.actor('admin')
  const ctx = { database, clock: new TestClock() }
  rapatId = await makeRapat(ctx, organisation, {
    agenda: [{ title: 'Pembukaan', minutes: 10, presenter: null }],
  })
  id = (await services.getRapat(ctx, admin, rapatId)).documentId
  const writer = await TestWriter.open(ctx, id, admin.personId)
  for (let n = 1; n <= 9; n++) {
    appendLines(writer.doc, writer.text(), [{ id: `line${n}`, text: `baris ${n}` }])
    await writer.commit(new Date(TEST_NOW.getTime() + n * 60_000))
  }
})
afterAll(async () => {
  await owner.close()
  await test.close()
})

class Undone extends Error {}

/** What is found in what a superuser has worked on; afterwards it is as before. */
async function findingsAfter(statement: string): Promise<readonly Finding[]> {
  let findings: readonly Finding[] = []
  await owner.sql
    .begin(async tx => {
      await tx`set local session_replication_role = replica`
      await tx.unsafe(statement)
      findings = (await verifyNotula(await recordsOf(tx as unknown as Sql))).findings
      throw new Undone()
    })
    .catch(error => {
      if (!(error instanceof Undone)) throw error
    })
  return findings
}

describe('the logs of notula', () => {
  it('are whole as long as nobody worked on them, in whatever order their rows lie', async () => {
    expect(await findingsAfter('select 1')).toEqual([])
    // Rewritten rows lie behind the others.
    expect(await findingsAfter('update document_log set at = at where seq in (2, 3, 7)')).toEqual([])
  })

  it.each([
    ['parts = set_byte(parts, 9, get_byte(parts, 9) # 1)', 5, ['notula.altered 5']],
    ['hash = set_byte(hash, 0, get_byte(hash, 0) # 1)', 5, ['notula.altered 5', 'notula.altered 6']],
    ['hash = set_byte(hash, 0, get_byte(hash, 0) # 1)', 10, ['notula.altered 10', 'notula.head 10']],
    ['seq = 40', 10, ['notula.removed 10']],
  ])('tell that %s in row %i', async (change, seq, told) => {
    const findings = await findingsAfter(
      `update document_log set ${change} where document_id = '${id}' and seq = ${seq}`,
    )
    expect(findings.map(({ code, number, from }) => `${code} ${number ?? from}`).sort()).toEqual(told)
    expect(findings.every(finding => finding.id === id)).toBe(true)
  })

  it('tell of rows that were taken out, in the middle and at the end', async () => {
    const removed = (rows: string) =>
      findingsAfter(`delete from document_log where document_id = '${id}' and ${rows}`)
    expect(await removed('seq in (4, 5)')).toEqual([{ code: 'notula.removed', id, from: 4, to: 5 }])
    expect(await removed('seq > 8')).toEqual([{ code: 'notula.removed', id, from: 9, to: 10 }])
    expect(await removed('true')).toEqual([{ code: 'notula.removed', id, from: 1, to: 10 }])
  })

  it('may lack rows before a version that was kept', async () => {
    const thinned = `
      insert into document_version (id, document_id, lineage, seq, hash, at, state, content_hash)
      select gen_random_uuid(), d.id, d.lineage, 5, l.hash, now(), '\\x00', '\\x00'
      from document d join document_log l on l.document_id = d.id and l.seq = 5 where d.id = '${id}';
      delete from document_log where document_id = '${id}' and seq <= 5;`
    expect(await findingsAfter(thinned)).toEqual([])
    expect(
      await findingsAfter(`${thinned} delete from document_log where document_id = '${id}' and seq = 6`),
    ).toEqual([{ code: 'notula.removed', id, from: 1, to: 6 }])
  })

  it('tell when pages show another content than was stored', async () => {
    const stored = `
      insert into notula_content (rapat_id, seq, content, hash, projected_at)
      values ('${rapatId}', 1, '{}', sha256('{}'), now())
      on conflict (rapat_id) do update set content = excluded.content, hash = excluded.hash;`
    expect(await findingsAfter(stored)).toEqual([])
    expect(await findingsAfter(`${stored} update notula_content set content = '{ }'`)).toEqual([
      { code: 'notula.content', id: rapatId },
    ])
  })
})
