import { claimLeases, type DocumentHead, findHead, openLog, putSnapshot } from '@mufakat/db'
import {
  admissible,
  appendLines,
  canonicalJson,
  itemText,
  listItems,
  type NotulaContent,
  readNotula,
  removeItem,
  setItemPresenter,
} from '@mufakat/doc-model'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import * as services from '../index'
import { makeOrganisation, makeRapat, TestClock, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'
import { documentAt } from './document-at'

const NIK = '3201234567890001'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
let rapatId: string
let documentId: string

const admin = () => organisation.actor('admin')
const redact = () => services.redactPassage(ctx, admin(), { rapatId, passage: NIK })
const head = async () => (await findHead(test.database.db, documentId)) ?? expect.fail()

beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: new TestClock() }
})
afterAll(() => test.close())
beforeEach(async () => {
  rapatId = await makeRapat(ctx, organisation, {
    agenda: [
      { title: 'Pembukaan', minutes: 10, presenter: null },
      { title: 'Bantuan', minutes: null, presenter: null },
    ],
  })
  documentId = (await services.getRapat(ctx, admin(), rapatId)).documentId
})

/** Every value of every table that could hold the passage, as text or as bytes. */
async function tablesWith(passage: string): Promise<string[]> {
  const { sql } = test.database
  const columns = await sql<{ table: string; column: string; type: string }[]>`
    select quote_ident(table_name) as table, quote_ident(column_name) as column, data_type as type
    from information_schema.columns where table_schema = 'public'
      and data_type in ('bytea', 'text', 'character varying', 'jsonb', 'json', 'ARRAY')`
  expect(columns.some(({ type }) => type === 'bytea')).toBe(true)
  const found: string[] = []
  for (const { table, column, type } of columns) {
    const [row] =
      type === 'bytea'
        ? await sql.unsafe(
            `select count(*)::int as n from ${table} where position($1::bytea in ${column}) > 0`,
            [Buffer.from(passage)],
          )
        : await sql.unsafe(
            `select count(*)::int as n from ${table} where position($1 in ${column}::text) > 0`,
            [passage],
          )
    if (row?.n > 0) found.push(`${table}.${column}`)
  }
  return found
}

const without = (content: NotulaContent): string =>
  canonicalJson(content).replaceAll(NIK, '').replaceAll('{"text":""}', '')

describe('a redaction', () => {
  it('leaves the passage in no table, and every other word where it was', async () => {
    const one = await TestWriter.open(ctx, documentId, organisation.actor('staf_opd').personId)
    const [first, second] = listItems(one.doc).map(item => item.id)
    appendLines(one.doc, itemText(one.doc, first ?? ''), [
      { id: 'k1', kind: 'keputusan', text: `Bantuan untuk ${NIK} disetujui.` },
      { id: 't1', kind: 'tindak-lanjut', text: `Periksa ${NIK}`, attrs: { jabatan: `Camat ${NIK}` } },
      { id: 'tabel', table: [['Nama', NIK]] },
    ])
    appendLines(one.doc, itemText(one.doc, second ?? ''), [{ id: 'k2', kind: 'keputusan', text: NIK }])
    setItemPresenter(one.doc, second ?? '', `Bapak ${NIK}`)
    await one.commit()
    // Typed key by key, in a sentence that is gone again, by two people.
    const two = await TestWriter.open(ctx, documentId, organisation.actor('sekretariat').personId)
    for (const [i, digit] of [...NIK].entries()) {
      const writer = i % 2 === 0 ? one : two
      await writer.read()
      writer.text(1).insert(1 + i, digit)
      await writer.commit()
    }
    await project(one)
    removeItem((await one.read()).doc, second ?? '')
    await one.commit()
    await project(one)
    const name = `Sebelum ${NIK} dihapus`
    await services.nameVersion(ctx, admin(), { rapatId, name, nikConfirmed: true })
    await snapshot(await head())
    const before = readNotula(await documentAt(test.database.db, await head(), (await head()).seq))
    const old = await head()
    expect((await tablesWith(NIK)).length).toBeGreaterThan(6)

    const found = await services.findPassage(ctx, admin(), { rapatId, passage: NIK })
    expect(found).toMatchObject({ length: 16, named: 1 })
    expect(found.occurrences.length).toBeGreaterThan(5)
    const typed = found.occurrences.filter(({ people }) => people.length === 2)
    expect(typed).toMatchObject([{ item: 'Bantuan' }])
    expect(found.occurrences.some(({ shown, item }) => shown && item === 'Pembukaan')).toBe(true)
    // A node that has not heard of it yet tries to put its snapshot at that very moment.
    await Promise.all([redact(), snapshot(old), snapshot(old)])
    await snapshot(old)

    expect(await tablesWith(NIK)).toEqual([])
    for (const part of [NIK.slice(0, 8), NIK.slice(8)]) expect(await tablesWith(part)).toEqual([])
    const now = await head()
    expect(now.lineage).not.toBe(old.lineage)
    const after = await documentAt(test.database.db, now, now.seq)
    // A value that held it is gone as a whole, with the words around it.
    const wanted = without(before).replace('"jabatan":"Camat "', '').replace('{,', '{')
    expect(canonicalJson(readNotula(after))).toBe(wanted)
    const { content } = await services.notulaContent(ctx, admin(), rapatId)
    expect(canonicalJson(content)).toBe(wanted)
    expect(await services.listKeputusan(ctx, admin(), rapatId)).toMatchObject([
      { lineId: 'k1', text: 'Bantuan untuk  disetujui.' },
    ])
    expect(await services.findPassage(ctx, admin(), { rapatId, passage: NIK })).toMatchObject({
      occurrences: [],
      named: 0,
    })
    const timeline = await services.notulaTimeline(ctx, admin(), { rapatId, before: null, onlyNamed: false })
    expect(timeline.entries.find(one => one.kind === 'named')).toMatchObject({ name: 'Sebelum … dihapus' })
    expect(timeline.entries[0]).toMatchObject({ kind: 'step', step: 'diredaksi', seq: timeline.headSeq })
    await services.notulaVersion(ctx, admin(), { rapatId, seq: old.seq - 3 })
    const entries = await services.riwayat(ctx, admin(), rapatId)
    const entry = entries.find(({ action }) => action === 'riwayat.redact')
    expect(entry).toMatchObject({ actor: { id: admin().personId }, details: { length: 16 } })
    expect(Object.keys(entry?.details ?? {}).sort()).toEqual(['count', 'items', 'length'])
  })

  it('makes every hash anew, sends old positions back to the start and goes on taking edits', async () => {
    const one = await TestWriter.open(ctx, documentId, admin().personId)
    appendLines(one.doc, one.text(), [{ id: 'l1', text: 'Rapat dibuka.' }])
    await one.commit()
    const text = one.text()
    text.insert(1, NIK)
    await one.commit()
    text.delete(1, NIK.length)
    await one.commit()
    const old = await head()
    const before = await openLog(test.database.sql, documentId, null)
    await redact()
    const after = await openLog(test.database.sql, documentId, { ...old, lineage: old.lineage })
    expect(after).toMatchObject({ resumed: false, head: { seq: old.seq + 1 } })
    const hashes = new Set(before?.rows.map(row => Buffer.from(row.hash).toString('hex')))
    const redacted = after?.rows.filter(row => row.seq >= 3) ?? []
    expect(redacted.some(row => hashes.has(Buffer.from(row.hash).toString('hex')))).toBe(false)
    const [open] = await test.database.sql`
      select count(*)::int as n from document_lease where document_id = ${documentId} and ended_at is null`
    expect(open?.n).toBe(0)

    const two = await TestWriter.open(ctx, documentId, organisation.actor('staf_opd').personId)
    two.text().insert(1, 'Pukul 09.00 ')
    const judged = await documentAt(test.database.db, await head(), old.seq + 1)
    const update = Y.encodeStateAsUpdate(two.doc, Y.encodeStateVector(judged))
    expect(admissible(judged, update, { clientId: two.doc.clientID, version: 1 })).toMatchObject({ ok: true })
    await two.commit()
    const last = await head()
    const words = readNotula(await documentAt(test.database.db, last, last.seq)).items[0]?.lines[0]?.spans
    expect(words).toEqual([{ text: 'Pukul 09.00 Rapat dibuka.' }])
  })

  it('rings the bell, works on a closed notula until it is disahkan, and says so when there is nothing', async () => {
    await expect(redact()).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { passage: expect.any(String) },
    })
    const one = await TestWriter.open(ctx, documentId, admin().personId)
    one.text().insert(0, NIK)
    await one.commit()
    await test.database.sql`update rapat set notula_state = 'disahkan' where id = ${rapatId}`
    await expect(redact()).rejects.toMatchObject({ code: 'document-closed' })
    await test.database.sql`update rapat set notula_state = 'diajukan' where id = ${rapatId}`
    await test.database.sql`update document set state = 'closed' where id = ${documentId}`
    const rung = new Promise<string>(resolve => {
      void test.database.sql.listen('mufakat_document', resolve).then(() => redact())
    })
    expect(await rung).toBe(`log ${documentId}`)
    expect(await tablesWith(NIK)).toEqual([])
  })

  it('waits in no circle with who puts a snapshot or takes up a lease at that moment', async () => {
    const one = await TestWriter.open(ctx, documentId, admin().personId)
    const { personId } = admin()
    const grant = { documentId, clientId: one.doc.clientID, personId, sessionId: 'a device' }
    const { sql } = test.database
    const waiting = async () =>
      (
        await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      ).length
    const old = await head()
    await snapshot(old)
    // As a redaction goes: the rapat, its document, and the rows that stand on it.
    const others = await sql.begin(async tx => {
      await tx`select from rapat where id = ${rapatId} for update`
      const started = [snapshot(old), claimLeases(sql, [grant])] as const
      await expect.poll(waiting).toBe(2)
      await tx`select from document where id = ${documentId} for update`
      await tx`update document_lease set ended_at = null where document_id = ${documentId}`
      await tx`delete from document_snapshot where document_id = ${documentId}`
      return { started }
    })
    const [, claimed] = await Promise.all(others.started)
    expect(claimed.size).toBe(1)
  })

  let state: Y.Doc | null = null
  async function snapshot({ seq, hash, lineage }: DocumentHead): Promise<void> {
    state ??= await documentAt(test.database.db, await head(), seq)
    await putSnapshot(test.database.sql, {
      documentId,
      lineage,
      head: { seq, hash },
      state: Y.encodeStateAsUpdateV2(state),
      stateVector: Y.encodeStateVector(state),
      frames: new Uint8Array(),
    })
  }

  async function project(writer: TestWriter): Promise<void> {
    await writer.read()
    const { seq } = await head()
    await test.database.db.transaction(tx =>
      services.projectNotula(tx, { rapatId, seq, content: readNotula(writer.doc), now: ctx.clock.now() }),
    )
  }
})
