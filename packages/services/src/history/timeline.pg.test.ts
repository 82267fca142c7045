import { insertHoldings, insertJabatan } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { encodeParts } from '@mufakat/protocol'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { approveAs, type HeldRapat, heldRapat, sealedWithKoreksi } from '../ratification/test-ratified'
import { TEST_NOW, TestClock, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'
import type { TimelineEntry } from './views'

let test: TestDatabase
let held: HeldRapat
let organisation: TestOrganisation | undefined

const after = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000)

/** Moves on whenever it is looked at, so that what is done follows each other. */
class TickingClock extends TestClock {
  constructor() {
    super()
    const { now } = this
    this.now = () => {
      this.forward(1)
      return now()
    }
  }
}

const pageOf = (before: string | null = null, onlyNamed = false) =>
  services.notulaTimeline(held.ctx, held.notulis, { rapatId: held.rapatId, before, onlyNamed })
const told = (entry: TimelineEntry) =>
  entry.kind === 'work'
    ? `${entry.fromSeq}-${entry.seq} ${entry.people.map(person => person.name).join(', ')}`
    : entry.kind === 'step'
      ? [entry.step, ...entry.roles, entry.note].filter(Boolean).join(' ')
      : entry.kind === 'named'
        ? `“${entry.name}” ${entry.by?.name}`
        : entry.kind
const toldAll = async () => (await pageOf()).entries.map(told)

const write = async (words: string, minutes: number) => {
  await held.writer.read()
  held.writer.write(words)
  await held.writer.commit(after(minutes))
}

beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  const ctx = { database: test.database, clock: new TickingClock(), baseUrl: 'http://127.0.0.1' }
  held = await heldRapat(ctx, organisation)
  organisation = held.organisation
  await test.database.sql`update document_log set at = ${TEST_NOW} where document_id = ${held.documentId}`
})

describe('the timeline of a notula', () => {
  it('tells who wrote when, and ends a stretch where a version is named', async () => {
    const { ctx, rapatId, documentId } = held
    await services.nameVersion(ctx, held.chair, { rapatId, name: 'Sebelum istirahat' })
    const two = await TestWriter.open(ctx, documentId, held.organisation.actor('staf_opd').personId)
    two.write('Dihadiri 40 orang.')
    await two.commit(after(1))
    await write('Dilanjutkan.', 2)
    await write('Setelah istirahat.', 30)
    expect(await toldAll()).toEqual([
      '5-5 sekretariat own',
      '3-4 staf_opd own, sekretariat own',
      '“Sebelum istirahat” pimpinan own',
      '1-2 sekretariat own',
    ])
    expect(await pageOf(null, true)).toMatchObject({
      namedCount: 1,
      entries: [{ name: 'Sebelum istirahat', seq: 2 }],
      older: null,
    })
  })

  it('names people with the jabatan and OPD that they had then', async () => {
    const { ctx, documentId } = held
    const actor = held.organisation.actor('staf_opd', 'other')
    const jabatanId = newId()
    await insertJabatan(test.database.db, [
      { id: jabatanId, opdId: held.organisation.ownOpd, name: 'Kabid', isHead: false },
    ])
    await test.database
      .sql`update jabatan_holding set until_date = '2026-11-30' where person_id = ${actor.personId}`
    await insertHoldings(test.database.db, [
      { id: newId(), jabatanId, personId: actor.personId, kind: 'plt', from: '2026-12-01' },
    ])
    const writer = await TestWriter.open(ctx, documentId, actor.personId)
    writer.write('Dahulu.')
    await writer.commit(new Date('2026-11-30T03:00:00Z'))
    writer.write('Kemudian.')
    await writer.commit(new Date('2026-11-30T17:00:00Z'))
    expect((await pageOf()).entries.slice(0, 2)).toMatchObject([
      { people: [{ jabatan: 'Plt. Kabid', opd: { shortName: 'Sendiri' } }] },
      { people: [{ jabatan: 'Jabatan staf_opd', opd: { shortName: 'Lain' } }] },
    ])
  })

  it('tells of the review, and of the edit that voided an approval', async () => {
    const { ctx, rapatId, chair, notulis } = held
    await services.submitNotula(ctx, notulis, { rapatId })
    await approveAs(held, chair)
    await write('Disunting sesudahnya.', 0)
    await services.returnNotula(ctx, chair, {
      ...{ rapatId, kind: 'dikembalikan', note: 'Perbaiki butir 2', nikConfirmed: false },
    })
    expect(await toldAll()).toEqual([
      'dikembalikan Perbaiki butir 2',
      'gugur pimpinan',
      '3-3 sekretariat own',
      'disetujui pimpinan',
      'diajukan',
      '1-2 sekretariat own',
    ])
    expect((await pageOf()).entries[1]).toMatchObject({ people: [{ name: 'sekretariat own' }] })
  })

  it('tells of what was brought back, which can be undone by the point before it', async () => {
    const { ctx, rapatId, notulis } = held
    await write('Salah ketik.', 1)
    const back = { rapatId, seen: null, itemId: null, lineId: null }
    await services.bringVersionBack(ctx, notulis, { ...back, seq: 2 })
    const { entries } = await pageOf()
    expect(entries.map(told)).toEqual(['dipulihkan', '4-4 sekretariat own', '1-3 sekretariat own'])
    expect(entries[0]).toMatchObject({ fromSeq: 2 })
    const wordsNow = async () => JSON.stringify((await services.notulaContent(ctx, notulis, rapatId)).content)
    expect(await wordsNow()).not.toContain('Salah ketik.')
    await services.bringVersionBack(ctx, notulis, { ...back, seq: 3 })
    expect(await wordsNow()).toContain('Salah ketik.')
  })

  it('ends with both who ratified, and goes on with the Koreksi', async () => {
    const other = await testDatabase()
    const ctx = { database: other.database, clock: new TickingClock(), baseUrl: 'http://127.0.0.1' }
    held = await sealedWithKoreksi(ctx, other)
    const { entries } = await pageOf()
    await other.close()
    const steps = entries.filter(one => one.kind === 'step')
    expect(steps.map(told).reverse()).toEqual([
      'diajukan',
      'disetujui pimpinan',
      'disetujui notulis',
      'disahkan',
      'koreksi-diajukan Salah hitung',
      'koreksi-disetujui pimpinan',
      'koreksi-disetujui notulis',
      'koreksi-disahkan',
    ])
    expect(steps.find(one => one.step === 'disahkan')?.people).toMatchObject([
      { id: held.chair.personId },
      { id: held.notulis.personId },
    ])
  })

  it('gives a long log page by page, each entry once', async () => {
    const { documentId } = held
    const head = 10_000
    // Rows of ordinary size, a minute apart; what is in them is not read by the timeline.
    const parts = encodeParts([
      { lease: held.writer.doc.clientID, frame: 1, base: 0, bytes: new Uint8Array(200) },
    ])
    await test.database.sql`
      insert into document_log (document_id, seq, flush_id, parts, hash, at)
      select ${documentId}, n, ${newId()}, ${parts}, sha256(${parts}), ${TEST_NOW}::timestamptz + n * interval '1 minute'
      from generate_series(3, ${head}::int) n`
    await test.database.sql`update document set head_seq = ${head} where id = ${documentId}`
    const ids: string[] = []
    let page = await pageOf()
    for (let n = 0; n < 20; n++) {
      ids.push(...page.entries.map(one => one.id))
      if (page.older === null) break
      page = await pageOf(page.older)
    }
    expect(page.older).toBeNull()
    expect(new Set(ids).size).toBe(ids.length)
    // Half an hour each.
    expect(ids.length).toBe(Math.floor(head / 30) + 1)
    expect(page.entries.at(-1)).toMatchObject({ fromSeq: 1 })
  })
})
