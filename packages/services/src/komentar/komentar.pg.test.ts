import { AppError } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, makeRapat, TestClock, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'

const SENTENCE = 'Dinsos menyampaikan rekap data. Tenggat satu minggu.'

let test: TestDatabase
let organisation: TestOrganisation
const clock = new TestClock()
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
})
afterAll(() => test.close())

const ctx = () => ({ database: test.database, clock, baseUrl: 'https://rapat.contoh.go.id' })
const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    error => (error instanceof AppError ? { code: error.code, fields: error.fields } : error),
  )
const notulis = () => organisation.actor('staf_opd')
const head = () => organisation.actor('kepala_opd')
const boss = () => organisation.actor('sekretariat')

describe('remarks beside a notula', () => {
  let rapatId: string
  let writer: TestWriter
  let root: string
  let lineId: string
  beforeEach(async () => {
    rapatId = await makeRapat(ctx(), organisation, { notulisId: notulis().personId })
    const { documentId } = await services.getRapat(ctx(), boss(), rapatId)
    writer = await TestWriter.open(ctx(), documentId, notulis().personId)
    writer.write(SENTENCE)
    await writer.commit()
    ;({ root, lineId } = writer.lastLine())
  })

  const place = (quote: string) => ({
    root,
    lineId,
    from: SENTENCE.indexOf(quote),
    to: SENTENCE.indexOf(quote) + quote.length,
    quote,
  })
  const add = (quote: string, more: object, actor = head()) =>
    services.addRemark(
      ctx(),
      actor,
      services.addRemarkInput.parse({
        rapatId,
        kind: 'komentar',
        place: place(quote),
        body: 'Mohon dilengkapi.',
        proposal: null,
        ...more,
      }),
    )
  const suggest = (quote: string, proposal: string, actor = head()) =>
    add(quote, { kind: 'usulan', body: '', proposal }, actor)
  const settle = (remarkId: string, deed: services.RemarkDeed, actor = notulis(), note = '') =>
    services.settleRemarkBy(ctx(), actor, { rapatId, remarkId, deed, note })
  const list = (actor = head()) => services.listRemarksOf(ctx(), actor, rapatId)
  const words = async () => {
    const { content } = await services.notulaContent(ctx(), boss(), rapatId)
    return content.items[0]?.lines[0]?.spans.map(span => ('text' in span ? span.text : '')).join('')
  }

  it('stand at their words, in the order of the text, with who may do what', async () => {
    await add('Tenggat', {})
    const first = await add('Dinsos', {}, boss())
    const { remarks, openCount, mayWrite } = await list()
    expect({ openCount, mayWrite }).toEqual({ openCount: 2, mayWrite: true })
    expect(remarks.map(remark => remark.quote)).toEqual(['Dinsos', 'Tenggat'])
    expect(remarks[0]).toMatchObject({
      id: first,
      author: { name: 'sekretariat own' },
      place: { text: 'Dinsos', lineId },
      hasChanged: false,
      allowed: { reply: true, close: false, take: false },
    })
    expect(remarks[1]?.allowed).toMatchObject({ close: true, reopen: false })
    expect((await list(notulis())).remarks[0]?.allowed).toMatchObject({ close: true, take: false })
  })

  it('go along with the text, and say when the words have changed', async () => {
    await add('rekap data', {})
    writer.text().insert(1, 'Kepala ')
    await writer.commit()
    expect((await list()).remarks[0]).toMatchObject({
      place: { text: 'rekap data', from: 27 },
      hasChanged: false,
    })
    const at = writer.text().toString().indexOf('data')
    writer.text().insert(1 + at, 'semua ')
    await writer.commit()
    expect((await list()).remarks[0]).toMatchObject({ hasChanged: true, quote: 'rekap data' })
  })

  it('are refused where the words are not there, and nothing is stored', async () => {
    expect(
      await refused(
        services.addRemark(ctx(), head(), {
          ...services.addRemarkInput.parse({
            rapatId,
            kind: 'komentar',
            place: place('Dinsos'),
            body: 'x',
            proposal: null,
          }),
          place: { ...place('Dinsos'), quote: 'Dinkes' },
        }),
      ),
    ).toMatchObject({ code: 'conflict' })
    expect((await list()).remarks).toEqual([])
  })

  it('are answered, closed and opened again, each with its entry', async () => {
    clock.forward(1)
    const remarkId = await add('Dinsos', {})
    clock.forward(1)
    await services.replyToRemark(ctx(), boss(), { rapatId, remarkId, body: 'Sudah.' })
    clock.forward(1)
    await settle(remarkId, 'close', boss(), 'Dibahas')
    clock.forward(1)
    expect((await list()).remarks[0]).toMatchObject({
      state: 'selesai',
      settled: { by: { name: 'sekretariat own' }, note: 'Dibahas' },
      replies: [{ body: 'Sudah.', author: { name: 'sekretariat own' } }],
      allowed: { close: false, reopen: true },
    })
    expect(await refused(settle(remarkId, 'close'))).toMatchObject({ code: 'conflict' })
    await settle(remarkId, 'reopen', head())
    expect((await list()).openCount).toBe(1)
    const entries = await services.riwayat(ctx(), boss(), rapatId)
    expect(entries.slice(0, 4).map(entry => entry.action)).toEqual([
      'komentar.reopen',
      'komentar.close',
      'komentar.reply',
      'komentar.add',
    ])
  })

  it('suggest a wording that is taken over as an edit of who does', async () => {
    const remarkId = await suggest('satu minggu', 'dua pekan')
    await settle(remarkId, 'take')
    expect(await words()).toBe('Dinsos menyampaikan rekap data. Tenggat dua pekan.')
    const [row] = await test.database.sql<{ seq: number; lease: string }[]>`
      select r.seq::int as seq, l.person_id as lease from remark r
      join rapat on rapat.id = r.rapat_id
      join document_lease l on l.document_id = rapat.document_id and l.session_id is null
      where r.id = ${remarkId} and l.person_id = ${notulis().personId}`
    expect(row).toEqual({ seq: 3, lease: notulis().personId })
    await writer.read()
    expect(writer.text().toString()).toContain('dua pekan')
    expect(await refused(settle(remarkId, 'take'))).toMatchObject({ code: 'conflict' })
    expect(await refused(settle(remarkId, 'decline'))).toMatchObject({ code: 'conflict' })
  })

  it('are not taken over where the words have changed meanwhile', async () => {
    const remarkId = await suggest('satu minggu', 'dua pekan')
    const at = 1 + writer.text().toString().indexOf('minggu')
    writer.text().delete(at, 6)
    writer.text().insert(at, 'bulan')
    await writer.commit()
    expect(await refused(settle(remarkId, 'take'))).toMatchObject({ code: 'conflict' })
    expect((await list(notulis())).remarks[0]).toMatchObject({ state: 'terbuka', hasChanged: true })
    await settle(remarkId, 'decline', notulis(), 'Sudah diubah')
    expect((await list()).remarks[0]).toMatchObject({ state: 'ditolak', settled: { note: 'Sudah diubah' } })
  })

  it('are taken over once, of two at the same moment', async () => {
    const remarkId = await suggest('satu minggu', 'dua pekan')
    const outcomes = await Promise.all([refused(settle(remarkId, 'take')), refused(settle(remarkId, 'take'))])
    expect(outcomes.map(outcome => (outcome === 'done' ? 'done' : 'conflict')).sort()).toEqual([
      'conflict',
      'done',
    ])
    expect(await words()).toBe('Dinsos menyampaikan rekap data. Tenggat dua pekan.')
  })

  it('are taken back by who made them, and decided by nobody who may not write', async () => {
    const remarkId = await suggest('Dinsos', 'Dinas Sosial')
    expect(await refused(settle(remarkId, 'take', head()))).toMatchObject({ code: 'forbidden' })
    expect(await refused(settle(remarkId, 'withdraw', organisation.actor('pimpinan')))).toMatchObject({
      code: 'forbidden',
    })
    await settle(remarkId, 'withdraw', head())
    expect((await list()).remarks[0]?.state).toBe('ditarik')
  })

  it('are refused once the notula is ratified, and stay to be read', async () => {
    const remarkId = await suggest('Dinsos', 'Dinas Sosial')
    await test.database.sql`update rapat set notula_state = 'disahkan' where id = ${rapatId}`
    const attempts = [
      () => add('Dinsos', {}),
      () => settle(remarkId, 'take'),
      () => settle(remarkId, 'withdraw', head()),
    ]
    for (const attempt of attempts)
      expect(await refused(attempt())).toMatchObject({ code: 'document-closed' })
    expect((await list()).remarks).toHaveLength(1)
  })

  it('ask about a number like a NIK, and keep to their sizes', async () => {
    const body = 'NIK 1706012345678901'
    expect(await refused(add('Dinsos', { body }))).toEqual({
      code: 'invalid-input',
      fields: { body: 'field.nik' },
    })
    await add('Dinsos', { body, nikConfirmed: true })
    const fields = (more: object) =>
      services.addRemarkInput
        .safeParse({ rapatId, kind: 'usulan', place: place('Dinsos'), body: '', proposal: 'x', ...more })
        .error?.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
    expect(fields({ proposal: null })).toEqual(['proposal field.required'])
    expect(fields({ proposal: 'Dinsos ' })).toEqual(['proposal field.same-words'])
    expect(fields({ place: { ...place('Dinsos'), quote: '' } })).toEqual(['proposal field.no-words'])
    expect(fields({ kind: 'komentar', proposal: null })).toEqual(['body field.required'])
    expect(fields({ body: 'x'.repeat(4_001) })).toEqual(['body field.too-long'])
  })

  it('[RM5] tell whom they name, once, and only who may read them', async () => {
    const body =
      '@kepala_opd own dan @sendiri, juga @staf_opd own, @kepala_opd other; bukan @Sendirian, @siapa.'
    await add('Dinsos', { body }, notulis())
    const told = await test.database.sql<{ person: string; kind: string; details: object }[]>`
      select person_id as person, kind, details from notice where rapat_id = ${rapatId}`
    // The head, named twice; not the author, nor who is not invited.
    expect(told).toMatchObject([{ person: head().personId, kind: 'mention' }])
    expect(JSON.stringify(told)).not.toContain('bukan')
    const { remarks } = await list()
    expect(remarks[0]?.mentions.map(mention => mention.label)).toEqual([
      'kepala_opd own',
      'Sendiri',
      'staf_opd own',
      'kepala_opd other',
    ])
    // By letter as this person has chosen, not by one of its own.
    expect(await test.database.sql`select 1 from mail where template = 'mention'`).toEqual([])
  })

  it('slow down who writes them by the hundred', async () => {
    const actor = organisation.actor('pimpinan')
    for (let i = 0; i < 60; i++) await add('Dinsos', {}, actor)
    expect(await refused(add('Dinsos', {}, actor))).toMatchObject({ code: 'rate-limited' })
    expect((await list()).remarks).toHaveLength(60)
  })
})
