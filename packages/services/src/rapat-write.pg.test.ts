import { AppError } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createRapat,
  createRapatInput,
  editPeserta,
  getRapat,
  listRapat,
  notulaContent,
  rapatFilterInput,
  riwayat,
  SETTINGS,
  setRapatStatus,
  updateRapat,
} from './index'
import type { TestOrganisation } from './test-organisation'
import { makeOrganisation, makeRapat, rapatInput, TestClock } from './test-organisation'

const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    error => (error instanceof AppError ? { code: error.code, fields: error.fields } : error),
  )

describe('writing a rapat', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  const clock = new TestClock()
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
  })
  afterAll(() => test.close())
  const ctx = () => ({ database: test.database, clock })
  const boss = () => organisation.actor('sekretariat')

  it('makes it with document, agenda, invitations and audit entry at once', async () => {
    const rapatId = await createRapat(
      ctx(),
      boss(),
      rapatInput({ invitedOpdIds: [organisation.ownOpd], chairId: organisation.actor('pimpinan').personId }),
    )
    const detail = await getRapat(ctx(), boss(), rapatId)
    expect(detail.agenda.map(({ title, minutes, presenter }) => ({ title, minutes, presenter }))).toEqual(
      SETTINGS['rapat-template'].initial.agenda,
    )
    expect(detail).toMatchObject({ status: 'draf', notulaState: 'draf', revision: 1, startTime: '09:00' })
    expect(detail.chair?.name).toBe('pimpinan own')
    expect(detail.invitedOpd.map(opd => opd.shortName)).toEqual(['Sendiri'])
    const { seq, content } = await notulaContent(ctx(), boss(), rapatId)
    expect(seq).toBe(1)
    expect(content.items.map(item => item.id)).toEqual(detail.agenda.map(item => item.itemId))
    const log = await test.database
      .sql`select seq::int from document_log where document_id = ${detail.documentId}`
    expect(log).toEqual([{ seq: 1 }])
    expect(await riwayat(ctx(), boss(), rapatId)).toMatchObject([
      { action: 'rapat.create', actor: { id: boss().personId } },
    ])
  })

  it('[X5] asks about numbers like a NIK before it saves, and takes a yes', async () => {
    const nik = '1706010101800001'
    const agenda = [{ title: `Warga ${nik}`, minutes: 5, presenter: null }]
    const input = rapatInput({ title: `Rapat ${nik}`, agenda })
    const before = await fingerprint(test.database)
    const fields = { title: 'field.nik', 'agenda.0.title': 'field.nik' }
    expect(await refused(createRapat(ctx(), boss(), input))).toEqual({ code: 'invalid-input', fields })
    expect(await fingerprint(test.database)).toBe(before)
    const rapatId = await createRapat(ctx(), boss(), { ...input, nikConfirmed: true })
    // What was let stand is not asked about again with every other change.
    const edit = { ...input, rapatId, revision: 1, place: 'Ruang lain' }
    expect(await refused(updateRapat(ctx(), boss(), edit))).toBe('done')
    const again = { ...edit, revision: 2, place: nik }
    expect(await refused(updateRapat(ctx(), boss(), again))).toMatchObject({ fields: { place: 'field.nik' } })
  })

  it('leaves nothing behind when a part of it fails', async () => {
    const before = await fingerprint(test.database)
    const invalid = { ...rapatInput(), plannedMinutes: 5000 }
    await expect(createRapat(ctx(), boss(), invalid)).rejects.toThrow()
    const unknown = '01900000-0000-7000-8000-000000000000'
    expect(await refused(createRapat(ctx(), boss(), rapatInput({ chairId: unknown })))).toEqual({
      code: 'invalid-input',
      fields: { chairId: 'field.unknown' },
    })
    expect(await refused(createRapat(ctx(), boss(), rapatInput({ invitedOpdIds: [unknown] })))).toEqual({
      code: 'invalid-input',
      fields: { invitedOpdIds: 'field.unknown' },
    })
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('names the fields of a form that are wrong by keys of words', () => {
    const result = createRapatInput.safeParse({
      ...rapatInput(),
      title: ' ',
      date: '2026-02-30',
      startTime: '9 pagi',
      chairId: 'x',
    })
    const issues = result.error?.issues.map(issue => [issue.path.join('.'), issue.message])
    expect(Object.fromEntries(issues ?? [])).toMatchObject({
      title: 'field.required',
      date: 'field.date',
      startTime: 'field.time',
    })
  })

  it('changes facts once: an older form is a conflict, an unchanged one leaves no trace', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    const { revision } = await getRapat(ctx(), boss(), rapatId)
    const form = { ...rapatInput(), rapatId, revision }
    const before = await fingerprint(test.database)
    await updateRapat(ctx(), boss(), form)
    expect(await fingerprint(test.database)).toBe(before)
    clock.forward(1)
    await updateRapat(ctx(), boss(), { ...form, place: 'Ruang rapat Perkim', startTime: '13:30' })
    expect(await getRapat(ctx(), boss(), rapatId)).toMatchObject({
      place: 'Ruang rapat Perkim',
      startTime: '13:30',
      revision: revision + 1,
    })
    expect((await riwayat(ctx(), boss(), rapatId))[0]?.details).toEqual({ fields: ['startTime', 'place'] })
    expect(await refused(updateRapat(ctx(), boss(), { ...form, place: 'Lain' }))).toMatchObject({
      code: 'conflict',
    })
  })

  it('lets one of two who save at once through', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    const { revision } = await getRapat(ctx(), boss(), rapatId)
    const save = (place: string) =>
      refused(updateRapat(ctx(), boss(), { ...rapatInput(), rapatId, revision, place }))
    const answers = await Promise.all([save('A'), save('B')])
    expect(answers.filter(answer => answer === 'done')).toHaveLength(1)
  })

  it('keeps a scheduled rapat scheduled, and schedules none without a day', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    const { revision } = await getRapat(ctx(), boss(), rapatId)
    const input = { ...rapatInput({ date: null }), rapatId, revision }
    expect(await refused(updateRapat(ctx(), boss(), input))).toEqual({
      code: 'invalid-input',
      fields: { date: 'field.required' },
    })
    const draft = await createRapat(ctx(), boss(), rapatInput({ date: null, startTime: null }))
    expect(await refused(setRapatStatus(ctx(), boss(), { rapatId: draft, status: 'terjadwal' }))).toEqual({
      code: 'invalid-input',
      fields: { date: 'field.required', startTime: 'field.required' },
    })
    expect(await refused(setRapatStatus(ctx(), boss(), { rapatId: draft, status: 'selesai' }))).toMatchObject(
      {
        code: 'conflict',
      },
    )
  })

  it('closes the document with the rapat that is cancelled, and opens it with the one that is not', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    const { documentId } = await getRapat(ctx(), boss(), rapatId)
    const states: unknown[] = []
    for (const status of ['dibatalkan', 'draf'] as const) {
      await setRapatStatus(ctx(), boss(), { rapatId, status })
      states.push(...(await test.database.sql`select state from document where id = ${documentId}`))
    }
    expect(states).toEqual([{ state: 'closed' }, { state: 'open' }])
  })

  it('gives and takes access with the list of peserta', async () => {
    const rapatId = await makeRapat(ctx(), organisation)
    const [own, other, tamu] = [
      organisation.actor('staf_opd'),
      organisation.actor('staf_opd', 'other'),
      organisation.actor('tamu'),
    ]
    clock.forward(1)
    await editPeserta(ctx(), boss(), {
      rapatId,
      invitedOpdIds: [organisation.otherOpd],
      guests: [{ personId: tamu.personId, canWrite: false }],
    })
    expect(await refused(getRapat(ctx(), own, rapatId))).toMatchObject({ code: 'not-found' })
    expect((await getRapat(ctx(), other, rapatId)).allowed.write).toBe(true)
    expect((await getRapat(ctx(), tamu, rapatId)).allowed.write).toBe(false)
    const guests = [{ personId: tamu.personId, canWrite: true }]
    clock.forward(1)
    await editPeserta(ctx(), boss(), { rapatId, invitedOpdIds: [organisation.otherOpd], guests })
    expect((await getRapat(ctx(), tamu, rapatId)).allowed.write).toBe(true)
    expect((await riwayat(ctx(), boss(), rapatId))[0]).toMatchObject({
      action: 'peserta.edit',
      details: { opdAdded: [], guestsAdded: [], writersChanged: [tamu.personId] },
    })
    const unknown = '01900000-0000-7000-8000-000000000000'
    const withNobody = { rapatId, invitedOpdIds: [], guests: [{ personId: unknown, canWrite: true }] }
    expect(await refused(editPeserta(ctx(), boss(), withNobody))).toMatchObject({ code: 'invalid-input' })
  })

  it('finds rapat by triwulan, status and words', async () => {
    await makeRapat(ctx(), organisation, {
      title: 'Rakor 100% selesai_',
      year: 2031,
      quarter: 2,
      date: '2031-04-08',
    })
    const find = async (filter: object) =>
      (await listRapat(ctx(), boss(), rapatFilterInput.parse(filter))).map(one => one.title)
    expect(await find({ year: 2031 })).toEqual(['Rakor 100% selesai_'])
    expect(await find({ year: 2031, quarter: 3 })).toEqual([])
    expect(await find({ text: '100% SELESAI_' })).toEqual(['Rakor 100% selesai_'])
    expect(await find({ text: '100_' })).toEqual([])
    expect(await find({ year: 2031, status: 'selesai' })).toEqual([])
  })
})
