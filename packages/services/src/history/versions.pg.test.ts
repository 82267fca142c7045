import { findHead, listLogRows, putSnapshot } from '@mufakat/db'
import {
  appendLines,
  itemPlainText,
  itemText,
  itemTitle,
  listItems,
  type NotulaContent,
  removeItem,
} from '@mufakat/doc-model'
import type { Actor } from '@mufakat/domain'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ServiceContext } from '../context'
import * as services from '../index'
import { makeOrganisation, makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'
import { appendEdit } from './append-edit'
import { documentAt } from './document-at'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: ServiceContext
let rapatId: string
let documentId: string

const sekretariat = () => organisation.actor('sekretariat')
const staf = () => organisation.actor('staf_opd')
const after = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000)
const wordsOf = (content: NotulaContent): string =>
  content.items.map(item => `${item.title}|${itemPlainText(item)}`).join('\n')
const wordsNow = async () => wordsOf((await services.notulaContent(ctx, sekretariat(), rapatId)).content)

const entriesOf = async (action: string) =>
  (await services.riwayat(ctx, sekretariat(), rapatId)).filter(entry => entry.action === action)

beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
})
afterAll(() => test.close())
beforeEach(async () => {
  rapatId = await makeRapat(ctx, organisation, {
    agenda: [
      { title: 'Pembukaan', minutes: 10, presenter: null },
      { title: 'Penutup', minutes: null, presenter: null },
    ],
  })
  documentId = (await services.getRapat(ctx, sekretariat(), rapatId)).documentId
  await test.database.sql`update document_log set at = ${TEST_NOW} where document_id = ${documentId}`
})

describe('the versions of a notula', () => {
  it('are read as they were, with the names they were given', async () => {
    const one = await TestWriter.open(ctx, documentId, staf().personId)
    appendLines(one.doc, one.text(), [{ id: 'l1', text: 'Rapat dibuka.' }])
    await one.commit(after(10))
    const two = await TestWriter.open(ctx, documentId, sekretariat().personId)
    appendLines(two.doc, two.text(), [{ id: 'l2', text: 'Dihadiri 40 orang.' }])
    itemTitle(two.doc, listItems(two.doc)[1]?.id ?? '').insert(0, 'Acara ')
    await two.commit(after(12))
    await services.nameVersion(ctx, staf(), { rapatId, name: 'Sebelum istirahat' })
    await one.read()
    one.text().insert(one.text().length - 1, '!')
    await one.commit(after(30))

    const named = await services.notulaVersion(ctx, staf(), { rapatId, seq: 3 })
    expect(wordsOf(named.content)).toBe('Pembukaan|Rapat dibuka.\nDihadiri 40 orang.\nAcara Penutup|')
    expect(named).toMatchObject({ names: ['Sebelum istirahat'], headSeq: 4, at: after(12) })
    expect(wordsOf((await services.notulaVersion(ctx, staf(), { rapatId, seq: 0 })).content)).toBe('')
    await expect(services.notulaVersion(ctx, staf(), { rapatId, seq: 5 })).rejects.toMatchObject({
      code: 'not-found',
    })

    const { comparison, from, to } = await services.compareVersions(ctx, staf(), { rapatId, from: 1, to: 3 })
    expect([from.seq, to.seq, comparison.count]).toEqual([1, 3, 3])
    expect(await entriesOf('riwayat.name')).toMatchObject([{ details: { seq: 3 } }])
  })

  it('are read from a snapshot and the rows after it, or from the rows alone, the same', async () => {
    const one = await TestWriter.open(ctx, documentId, staf().personId)
    for (const word of ['satu', 'dua', 'tiga']) {
      appendLines(one.doc, one.text(), [{ id: word, text: word }])
      await one.commit()
    }
    const read = async () =>
      Promise.all(
        [1, 2, 3, 4].map(async seq =>
          JSON.stringify((await services.notulaVersion(ctx, staf(), { rapatId, seq })).content),
        ),
      )
    const alone = await read()
    const head = await findHead(test.database.db, documentId)
    if (head === null) throw new Error('no head')
    const doc = await documentAt(test.database.db, head, 3)
    const [row] = await listLogRows(test.database.db, { documentId, after: 2, upTo: 3 })
    await putSnapshot(test.database.sql, {
      documentId,
      lineage: head.lineage,
      head: { seq: 3, hash: row?.hash ?? new Uint8Array() },
      state: Y.encodeStateAsUpdateV2(doc),
      stateVector: Y.encodeStateVector(doc),
      frames: new Uint8Array(),
    })
    expect(await read()).toEqual(alone)
  })
})

describe('bringing a version back', () => {
  it('is an edit like any other: a lease of the person, a row of the log, facts and an entry', async () => {
    const one = await TestWriter.open(ctx, documentId, staf().personId)
    appendLines(one.doc, one.text(), [{ id: 'k1', kind: 'keputusan', text: 'Anggaran disetujui.' }])
    await one.commit()
    const text = one.text()
    text.delete(1, text.length - 2)
    removeItem(one.doc, listItems(one.doc)[1]?.id ?? '')
    await one.commit()
    const seq = await services.bringVersionBack(ctx, staf(), {
      rapatId,
      seq: 2,
      seen: null,
      itemId: null,
      lineId: null,
    })
    expect(seq).toBe(4)
    expect(await wordsNow()).toBe('Pembukaan|Anggaran disetujui.\nPenutup|')
    expect(await services.listKeputusan(ctx, staf(), rapatId)).toMatchObject([
      { lineId: 'k1', text: 'Anggaran disetujui.' },
    ])
    await one.read()
    expect(wordsOf((await services.notulaVersion(ctx, staf(), { rapatId, seq: 4 })).content)).toBe(
      'Pembukaan|Anggaran disetujui.\nPenutup|',
    )
    expect(await entriesOf('riwayat.restore')).toMatchObject([
      { details: { fromSeq: 2, seq: 4, what: 'notula', id: null } },
    ])
  })

  it('changes nothing when nothing differs, and leaves no trace', async () => {
    const before = (await services.riwayat(ctx, staf(), rapatId)).length
    const input = { rapatId, seq: 1, seen: null, itemId: null, lineId: null }
    expect(await services.bringVersionBack(ctx, staf(), input)).toBeNull()
    expect((await services.riwayat(ctx, staf(), rapatId)).length).toBe(before)
  })

  it('keeps what others write while it is on its way', async () => {
    const one = await TestWriter.open(ctx, documentId, staf().personId)
    appendLines(one.doc, one.text(), [{ id: 'l1', text: 'Rapat dibuka oleh Sekda.' }])
    await one.commit()
    one.text().delete(1, 'Rapat '.length)
    await one.commit()
    const writers = await Promise.all(
      Array.from({ length: 3 }, () => TestWriter.open(ctx, documentId, sekretariat().personId)),
    )
    const typing = async () => {
      for (const [i, writer] of writers.entries()) {
        writer.text().insert(writer.text().length - 1, ` (${i})`)
        await writer.commit()
      }
    }
    await Promise.all([
      typing(),
      services.bringVersionBack(ctx, staf(), { rapatId, seq: 2, seen: 3, itemId: null, lineId: 'l1' }),
    ])
    const words = wordsOf((await services.notulaVersion(ctx, staf(), { rapatId, seq: 7 })).content)
    for (const part of ['Rapat dibuka oleh Sekda.', '(0)', '(1)', '(2)']) expect(words).toContain(part)
  })

  it('gets its turn however fast others write', async () => {
    const one = await TestWriter.open(ctx, documentId, staf().personId)
    appendLines(one.doc, one.text(), [{ id: 'l1', text: 'Rapat dibuka.' }])
    await one.commit()
    one.text().delete(1, 'Rapat '.length)
    await one.commit()
    let isBack = false
    const typing = async (): Promise<void> => {
      while (!isBack) {
        one.text().insert(1, 'x')
        await one.commit()
      }
    }
    const back = services
      .bringVersionBack(ctx, staf(), { rapatId, seq: 2, seen: 3, itemId: null, lineId: 'l1' })
      .finally(() => {
        isBack = true
      })
    expect((await Promise.all([back, typing()]))[0]).toBeGreaterThan(3)
    expect(await wordsNow()).toContain('Rapat ')
  })

  it('is done once when it is asked for twice, by one hand or two', async () => {
    const one = await TestWriter.open(ctx, documentId, staf().personId)
    appendLines(one.doc, one.text(), [{ id: 'l1', text: 'Rapat dibuka oleh Sekda.' }])
    await one.commit()
    one.text().delete(1, 'Rapat '.length)
    await one.commit()
    const asked = { rapatId, seq: 2, seen: 3, itemId: null, lineId: 'l1' }
    const back = (actor: Actor) => services.bringVersionBack(ctx, actor, asked)
    const outcomes = await Promise.all([back(staf()), back(staf()), back(sekretariat())])
    expect(outcomes.sort()).toEqual([4, null, null])
    expect(await back(staf())).toBeNull()
    expect(await wordsNow()).toBe('Pembukaan|Rapat dibuka oleh Sekda.\nPenutup|')
    expect(await entriesOf('riwayat.restore')).toHaveLength(1)
    // What was seen since may be brought back anew.
    await one.read()
    one.text().delete(1, 'Rapat '.length)
    await one.commit()
    expect(await services.bringVersionBack(ctx, staf(), { ...asked, seen: 5 })).toBe(6)
  })

  it('writes nothing that was read from a history which has been replaced since', async () => {
    const one = await TestWriter.open(ctx, documentId, staf().personId)
    appendLines(one.doc, one.text(), [{ id: 'l1', text: 'Penerima 3201234567890001' }])
    await one.commit()
    const before = (await findHead(test.database.db, documentId)) ?? expect.fail()
    await services.redactPassage(ctx, organisation.actor('admin'), { rapatId, passage: '3201234567890001' })
    const edit = appendEdit(ctx, staf(), {
      rapatId,
      action: 'riwayat.restore',
      lineage: before.lineage,
      edit: doc => appendLines(doc, itemText(doc, listItems(doc)[0]?.id ?? ''), [{ id: 'l2', text: 'lama' }]),
      isDone: async () => false,
      also: async () => undefined,
    })
    await expect(edit).rejects.toMatchObject({ code: 'conflict' })
    expect((await findHead(test.database.db, documentId))?.seq).toBe(before.seq + 1)
  })

  it('is refused where nobody writes any more, and for what was never there', async () => {
    const input = { rapatId, seq: 1, seen: null, itemId: 'tidak-ada', lineId: null }
    await expect(services.bringVersionBack(ctx, staf(), input)).rejects.toMatchObject({ code: 'not-found' })
    await test.database.sql`update rapat set notula_state = 'disahkan' where id = ${rapatId}`
    await expect(services.bringVersionBack(ctx, staf(), { ...input, itemId: null })).rejects.toMatchObject({
      code: 'document-closed',
    })
    await expect(services.nameVersion(ctx, staf(), { rapatId, name: 'x' })).rejects.toMatchObject({
      code: 'document-closed',
    })
    await expect(services.nameVersion(ctx, sekretariat(), { rapatId, name: 'x' })).rejects.toMatchObject({
      code: 'document-closed',
    })
    await test.database.sql`update rapat set notula_state = 'diajukan' where id = ${rapatId}`
    await services.nameVersion(ctx, sekretariat(), { rapatId, name: 'Yang diajukan' })
  })
})
