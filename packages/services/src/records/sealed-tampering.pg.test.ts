import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Database, openDatabase, openDump, recordsOf, type Sql } from '@mufakat/db'
import { FileStore } from '@mufakat/files'
import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Column,
  changed,
  columnsOf,
  copied,
  type FrozenTable,
  frozenTables,
} from '../ratification/test-frozen'
import { type HeldRapat, sealedWithKoreksi } from '../ratification/test-ratified'
import { TestClock } from '../test-organisation'
import { type AuditKeys, keysFolder, loadAuditKeys } from './audit-key'
import { exportsFolder } from './day-export'
import type { Finding } from './report'
import { signAuditHead } from './sign-head'
import { writePlainDump } from './testing/plain-dump'
import { seeded } from './testing/seeded'
import { type VerifyPlaces, verifyRecords } from './verify-records'

const COUNT = Number(process.env.TAMPERINGS ?? 200)
const SEED = Number(process.env.TAMPERING_SEED ?? 20_261_126)

let test: TestDatabase
let owner: Database
let held: HeldRapat
let tables: FrozenTable[]
let columns: Map<string, Column[]>
let dataDir: string
let keys: AuditKeys
let places: VerifyPlaces
const stored = { name: 'a'.repeat(32), bytes: Buffer.from('%PDF') }
const signed = { name: 'c'.repeat(32), bytes: Buffer.from('%PDF signed') }
beforeAll(async () => {
  test = await testDatabase()
  owner = openDatabase(test.ownerUrl, { max: 1 })
  dataDir = await mkdtemp(join(tmpdir(), 'mufakat-sealed-'))
  const store = new FileStore({ root: join(dataDir, 'files'), reserveBytes: 0 })
  for (const { name, bytes } of [stored, signed]) {
    const path = join(store.root, store.relativePathOf(name))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
  const clock = new TestClock()
  const ctx = { database: test.database, clock, baseUrl: 'https://rapat.contoh.go.id' }
  const fileOf = ({ name, bytes }: typeof stored) => ({
    storedName: name,
    size: bytes.length,
    sha256: new Uint8Array(createHash('sha256').update(bytes).digest()),
  })
  held = await sealedWithKoreksi(ctx, test, { kept: fileOf(stored), signed: fileOf(signed), store })
  keys = await loadAuditKeys(dataDir, null)
  await signAuditHead(ctx, keys, exportsFolder(dataDir))
  tables = frozenTables(held.rapatId, held.documentId)
  columns = new Map()
  for (const { name } of tables) columns.set(name, await columnsOf(owner.sql, name))
  places = {
    keys: { folder: keysFolder(dataDir) },
    exports: exportsFolder(dataDir),
    files: join(dataDir, 'files'),
  }
})
afterAll(async () => {
  await owner.close()
  await rm(dataDir, { recursive: true, force: true })
  await test.close()
})

class Undone extends Error {}

/** What is found, in the database or in a dump of it, in what a superuser has worked on; afterwards it is as before. */
async function findingsAfter(statements: string, where: 'live' | 'dump'): Promise<Finding[]> {
  let findings: Finding[] = []
  await owner.sql
    .begin(async tx => {
      const sql = tx as unknown as Sql
      const checks = await sql<{ drop: string }[]>`
        select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
        from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`
      for (const { drop } of checks) await sql.unsafe(drop)
      for (const { name } of [...tables, { name: 'document_snapshot' }])
        await sql.unsafe(`alter table ${name} disable trigger all`)
      await sql.unsafe(statements)
      const dump = join(dataDir, 'tampered.sql')
      if (where === 'dump') await writePlainDump(sql, dump)
      const source = where === 'dump' ? await openDump(dump) : await recordsOf(sql)
      const reports = await verifyRecords(source, places)
      if (where === 'dump') await source.close()
      findings = reports.flatMap(report => report.findings)
      throw new Undone()
    })
    .catch(error => {
      if (!(error instanceof Undone)) throw error
    })
  return findings
}

const names = (findings: readonly Finding[]) =>
  findings.map(({ code, part }) => [code, part].join(' ').trim())

const ONE_EACH: ReadonlySet<string> = new Set(['notula_content', 'carried_record'])

/** Frozen columns of a table. */
const frozen = ({ name, living }: FrozenTable): Column[] =>
  (columns.get(name) ?? []).filter(column => !living.includes(column.name))

/** One row, chosen by a number. */
const oneRow = ({ name, where }: FrozenTable, nth: number): string =>
  `ctid = (select ctid from ${name} where ${where} order by ctid offset ${nth} % (select count(*) from ${name} where ${where}) limit 1)`

describe('sealed records that somebody above all rights worked on', () => {
  it('are whole as long as nobody did, in the database and in a dump', async () => {
    for (const where of ['live', 'dump'] as const) expect(await findingsAfter('select 1', where)).toEqual([])
    const source = await recordsOf(owner.sql)
    const reports = await verifyRecords(source, places)
    expect(reports.find(({ record }) => record === 'sealed')?.counts).toEqual({
      records: 2,
      sealed: 1,
      files: 1,
    })
    expect(reports.find(({ record }) => record === 'papers')?.counts).toEqual({ papers: 2 })
  })

  it('tell of a change of any column of any table that is frozen', { timeout: 240_000 }, async () => {
    const missed: string[] = []
    for (const table of tables)
      for (const column of frozen(table)) {
        const set = `update ${table.name} set ${column.name} = ${changed(column)} where ${oneRow(table, 0)}`
        if ((await findingsAfter(set, 'live')).length === 0) missed.push(set)
      }
    expect(missed).toEqual([])
  })

  it('tell of a row more or less in any table', { timeout: 120_000 }, async () => {
    const missed: string[] = []
    for (const table of tables) {
      const statements = [`delete from ${table.name} where ${oneRow(table, 0)}`]
      // Of these there is one; a second one has no place.
      if (table.copy !== null && !ONE_EACH.has(table.name)) statements.push(copied(table))
      for (const statement of statements)
        if ((await findingsAfter(statement, 'live')).length === 0) missed.push(statement)
    }
    const snapshot = `insert into document_snapshot (document_id, lineage, seq, hash, state, state_vector, frames)
      select id, lineage, head_seq, head_hash, '\\x', '\\x', '\\x' from document where id = '${held.documentId}'`
    expect(names(await findingsAfter(snapshot, 'live'))).toContain('sealed.rows naskah')
    expect(missed).toEqual([])
  })

  it('tell where a record was made anew, too, with another text, hash and code', async () => {
    const anew = `update sealed_record set text = replace(text, 'Disetujui 28 lokasi.', 'Disetujui 82 lokasi.')
      where number = 0;
      update sealed_record set hash = sha256(convert_to(text, 'UTF8'));
      update keputusan set text = 'Disetujui 82 lokasi.' where text = 'Disetujui 28 lokasi.';`
    const findings = await findingsAfter(anew, 'live')
    expect(names(findings)).toEqual(expect.arrayContaining(['sealed.untold', 'sealed.removed']))
    const all = `delete from sealed_record; update rapat set notula_state = 'draf'`
    expect(names(await findingsAfter(all, 'live'))).toContain('sealed.removed')
    const entry = `${anew} alter table audit_entry disable trigger all;
      update audit_entry set details = details || jsonb_build_object('hash',
        (select encode(hash, 'hex') from sealed_record where number = 0)) where action = 'notula.ratify'`
    expect(names(await findingsAfter(entry, 'live'))).toContain('audit.altered')
  })

  it('tell of bytes of an attachment that are others, or gone', async () => {
    const path = join(dataDir, 'files', new FileStore({ root: dataDir }).relativePathOf(stored.name))
    await writeFile(path, '%PDf')
    expect(names(await findingsAfter('select 1', 'live'))).toEqual(['sealed.file undangan.pdf'])
    await rm(path)
    expect(names(await findingsAfter('select 1', 'live'))).toEqual(['sealed.file undangan.pdf'])
    await writeFile(path, stored.bytes)
  })

  it('tell of bytes of a kept PDF that are others, or gone, and of one that was put in its place', async () => {
    const [row] = await owner.sql<{ stored_name: string }[]>`
      select stored_name from sealed_paper where number = 1`
    const path = join(
      dataDir,
      'files',
      new FileStore({ root: dataDir }).relativePathOf(row?.stored_name ?? ''),
    )
    await writeFile(path, '%PDF 2')
    expect(names(await findingsAfter('select 1', 'live'))).toEqual(['paper.bytes'])
    const anew = `update sealed_paper set sha256 = sha256('%PDF 2') where number = 1`
    expect(names(await findingsAfter(anew, 'dump')).sort()).toEqual([
      'paper.altered',
      'paper.bytes',
      'paper.removed',
    ])
    await rm(path)
    expect(names(await findingsAfter('select 1', 'live'))).toEqual(['paper.bytes'])
    await writeFile(path, '%PDF 1')
  })

  it('tell of a signed copy that is another, gone, or nobody’s', async () => {
    const path = join(dataDir, 'files', new FileStore({ root: dataDir }).relativePathOf(signed.name))
    await writeFile(path, '%PDF siGned')
    expect(names(await findingsAfter('select 1', 'live'))).toEqual(['signed.file'])
    await rm(path)
    expect(names(await findingsAfter('select 1', 'dump'))).toEqual(['signed.file'])
    await writeFile(path, signed.bytes)
    expect(names(await findingsAfter('delete from signed_copy', 'dump'))).toEqual(['signed.removed'])
    const renumbered = `update signed_copy set srikandi_number = 'T/400/2/2026'`
    expect(names(await findingsAfter(renumbered, 'dump'))).toEqual(['signed.altered'])
    const more = `insert into signed_copy select gen_random_uuid(), rapat_id, 1, stored_name || '0', size, sha256,
      srikandi_number, uploaded_by, at from signed_copy`
    expect(names(await findingsAfter(more, 'live'))).toContain('signed.untold')
  })

  it(`tell of each of ${COUNT} rows and bytes in a dump (seed ${SEED})`, {
    timeout: COUNT * 3_000,
  }, async () => {
    const below = seeded(SEED)
    const missed: string[] = []
    for (let i = 0; i < COUNT; i++) {
      const table = defined(tables[below(tables.length)], 'a table')
      const column = defined(frozen(table)[below(frozen(table).length)], 'a column')
      const row = oneRow(table, below(1_000))
      const statement =
        below(4) === 0
          ? `delete from ${table.name} where ${row}`
          : `update ${table.name} set ${column.name} = ${changed(column, below(100_000))} where ${row}`
      if ((await findingsAfter(statement, 'dump')).length === 0) missed.push(statement)
    }
    expect(missed).toEqual([])
  })
})
