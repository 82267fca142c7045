import { findSeries, updateRapatRow } from '@mufakat/db'
import { type Actor, fromWib, type TindakLanjutStatus } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../context'
import { getRapat, listTindakLanjut, mergeOpd, notulaContent, projectNotula, updateRapat } from '../index'
import { changeCardOfLine } from '../kartu/of-notula'
import { createRapat, insertWholeRapat, setRapatStatus } from '../rapat-write'
import { makeOrganisation, rapatInput, TestClock, type TestOrganisation } from '../test-organisation'
import * as series from './index'

const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    error => (error instanceof AppError ? error.code : Promise.reject(error)),
  )
const fields = (work: Promise<unknown>) =>
  work.then(
    () => null,
    error => (error as AppError).fields,
  )

describe('a series', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  const clock = new TestClock()
  const ctx = () => ({ database: test.database, clock })
  const sekretariat = (): Actor => organisation.actor('sekretariat')
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
  })
  afterAll(() => test.close())

  const input = (more: Partial<series.SeriesInput> = {}) =>
    series.seriesInput.parse({
      name: 'Rakor Triwulan',
      cadence: 'triwulan',
      dates: [],
      title: 'Rakor [triwulan], [bulan]',
      plannedMinutes: 120,
      startTime: '09:00',
      place: 'Aula',
      chair: null,
      notulis: { kind: 'person', id: sekretariat().personId },
      opdIds: [organisation.ownOpd],
      guests: [{ personId: organisation.actor('tamu').personId, canWrite: true }],
      agenda: [
        { title: 'Pembukaan', minutes: 10, presenter: 'Bupati' },
        { title: 'Tindak lanjut', minutes: 20, presenter: '', carried: true },
        { title: 'Capaian', minutes: 30, presenter: '' },
        { title: 'Penutup', minutes: 5, presenter: '' },
      ],
      ...more,
    })

  const line = (id: string, owner: string | null, tenggat: string) => ({
    id,
    kind: 'tindak-lanjut',
    text: `Pekerjaan ${id}`,
    attrs: { owner: owner ?? '', tenggat },
  })

  /** A rapat of the series that was held, with these lines in its second item. */
  async function held(
    seriesId: string,
    date: string,
    lines: ReturnType<typeof line>[],
    quarter: 1 | 2 | 3 | 4 = 3,
  ): Promise<string> {
    return inTransaction(ctx(), async tx => {
      const items = [
        { id: 'satu', title: 'Pembukaan' },
        { id: 'dua', title: 'Capaian', minutes: 30, presenter: 'Sendiri', lines },
      ]
      const facts = {
        ...rapatInput({ date, quarter, invitedOpdIds: [organisation.ownOpd] }),
        seriesId,
        items,
      }
      const rapatId = await insertWholeRapat(tx, clock.now(), sekretariat().personId, facts)
      await updateRapatRow(tx, rapatId, { status: 'selesai' })
      return rapatId
    })
  }
  const ratify = (rapatId: string) =>
    inTransaction(ctx(), tx => updateRapatRow(tx, rapatId, { notulaState: 'disahkan' }))
  const setStatus = (rapatId: string, lineId: string, status: TindakLanjutStatus, on: string | null) =>
    inTransaction(ctx(), tx =>
      changeCardOfLine(
        tx,
        { rapatId, lineId },
        { status, finishedAt: on === null ? null : fromWib(on) },
        { at: clock.now(), personId: null, kind: 'status', details: { from: 'belum', to: status } },
      ),
    )
  const open = async (seriesId: string): Promise<string> => {
    const { latestId } = await series.getSeries(ctx(), sekretariat(), seriesId)
    return series.openNextRapat(ctx(), sekretariat(), { seriesId, latestId })
  }

  it('[S1] opens the next rapat with title, day, place, invitees, chair and notulis of the day', async () => {
    const jabatanId = (
      await test.database.sql<{ id: string }[]>`
        select j.id from jabatan j join jabatan_holding h on h.jabatan_id = j.id
        where h.person_id = ${organisation.actor('pimpinan').personId}`
    )[0]?.id
    const seriesId = await series.addSeries(
      ctx(),
      sekretariat(),
      input({ chair: { kind: 'jabatan', id: defined(jabatanId, 'jabatan') } }),
    )
    await held(seriesId, '2026-09-15', [])
    const rapatId = await open(seriesId)
    const rapat = await getRapat(ctx(), sekretariat(), rapatId)
    expect(rapat).toMatchObject({
      title: 'Rakor Triwulan IV 2026, Desember 2026',
      date: '2026-12-15',
      startTime: '09:00',
      place: 'Aula',
      status: 'draf',
      series: { id: seriesId, name: 'Rakor Triwulan' },
      chair: { id: organisation.actor('pimpinan').personId },
      notulis: { id: sekretariat().personId },
      invitedOpd: [{ id: organisation.ownOpd }],
      guests: [{ canWrite: true }],
    })
    // Who looked before it was opened opens no second one.
    const late = series.openNextRapat(ctx(), sekretariat(), { seriesId, latestId: null })
    expect(await code(late)).toBe('conflict')
  })

  it('[S4] [S7] has standing items, the list under one of them, what was left, and accepted topics, each once', async () => {
    const seriesId = await series.addSeries(ctx(), sekretariat(), input())
    const past = await held(seriesId, '2026-09-15', [])
    await series.postponeItem(ctx(), sekretariat(), { rapatId: past, itemId: 'dua', reason: 'Waktu habis' })
    const kepala = organisation.actor('kepala_opd')
    const topic = { seriesId, title: 'Sanitasi', reason: 'Data baru', minutes: 15, opdId: null }
    const accepted = await series.proposeTopic(ctx(), kepala, topic)
    await series.proposeTopic(ctx(), kepala, { ...topic, title: 'Masih menunggu' })
    await series.decideProposal(ctx(), sekretariat(), { decision: 'accepted', proposalId: accepted })

    const titles = async (rapatId: string) =>
      (await getRapat(ctx(), sekretariat(), rapatId)).agenda.map(item => [item.title, item.presenter])
    const first = await open(seriesId)
    expect(await titles(first)).toEqual([
      ['Pembukaan', 'Bupati'],
      ['Tindak lanjut', null],
      ['Capaian (ditunda dari rapat 15 September 2026)', 'Sendiri'],
      ['Capaian', null],
      ['Sanitasi', 'Sendiri'],
      ['Penutup', null],
    ])
    const { content } = await notulaContent(ctx(), sekretariat(), first)
    const notes = await series.agendaNotes(ctx(), sekretariat(), first)
    expect(content.items[1]?.id).toBe(notes.carried?.itemId)
    const decided = (await series.listProposals(ctx(), kepala)).find(one => one.id === accepted)
    expect(decided).toMatchObject({ state: 'accepted', rapat: { id: first, itemId: content.items[4]?.id } })
    const second = await open(seriesId)
    expect(await titles(second)).toHaveLength(4)

    // What a cancelled rapat had taken waits again.
    await setRapatStatus(ctx(), sekretariat(), { rapatId: second, status: 'dibatalkan' })
    await setRapatStatus(ctx(), sekretariat(), { rapatId: first, status: 'dibatalkan' })
    const { next } = await series.getSeries(ctx(), sekretariat(), seriesId)
    expect(next).toMatchObject({ acceptedCount: 1, waitingItems: [{ itemId: 'dua', reason: 'Waktu habis' }] })
    expect(await titles(await open(seriesId))).toHaveLength(6)
  })

  it('[S5] [S6] lists what is open and what was finished since, under the OPD whose work it is now', async () => {
    const merged = newId()
    await test.database.sql`insert into opd (id, name, short_name, kind, position)
      values (${merged}, 'Dinas Lama', 'Lama', 'dinas', 3)`
    const seriesId = await series.addSeries(ctx(), sekretariat(), input())
    const { ownOpd, otherOpd } = organisation
    const oldest = await held(seriesId, '2026-06-15', [line('a1', ownOpd, '2026-08-01')], 2)
    const before = await held(seriesId, '2026-09-15', [
      line('b1', merged, '2026-12-30'),
      line('b2', ownOpd, '2026-12-01'),
      line('b3', ownOpd, '2026-12-01'),
      line('b4', otherOpd, '2026-12-01'),
      line('b5', null, '2026-12-01'),
    ])
    await setStatus(before, 'b2', 'selesai', '2026-09-14')
    await setStatus(before, 'b3', 'selesai', '2026-09-15')
    await setStatus(before, 'b4', 'dibatalkan', null)
    const rapatId = await open(seriesId)
    await mergeOpd(ctx(), organisation.actor('admin'), { opdId: merged, into: otherOpd, revision: 1 })

    const list = defined((await series.agendaNotes(ctx(), sekretariat(), rapatId)).carried, 'a list')
    expect(list.since).toBe('2026-09-15')
    expect(
      list.groups.map(({ opd, lines }) => [
        opd?.shortName,
        lines.map(one => [one.lineId, one.tenggatState, one.finishedOn, one.formerOwner]),
      ]),
    ).toEqual([
      [
        'Sendiri',
        [
          ['a1', 'terlambat', null, null],
          ['b3', null, '2026-09-15', null],
        ],
      ],
      ['Lain', [['b1', null, null, 'Lama']]],
      [undefined, [['b5', 'jatuh_tempo', null, null]]],
    ])
    // Live: a change of state shows at the next look.
    await setStatus(oldest, 'a1', 'selesai', '2026-11-24')
    const [own] = defined(await series.carriedTindakLanjut(test.database.db, rapatId), 'a list').groups
    expect(own?.lines.map(one => [one.lineId, one.status])).toEqual([
      ['b3', 'selesai'],
      ['a1', 'selesai'],
    ])
    expect(JSON.parse(JSON.stringify(own))).toEqual(own)
    // An OPD that is invited here reads the list, and opens only what it may.
    await setRapatStatus(ctx(), sekretariat(), { rapatId, status: 'terjadwal' })
    const seen = await series.agendaNotes(ctx(), organisation.actor('kepala_opd'), rapatId)
    expect(seen.carried?.groups[0]?.lines[0]).toMatchObject({ readable: true, mayPostpone: false })
    expect(seen.mayPostpone).toBe(false)
  })

  it('[T5] postpones a tenggat of a ratified notula, keeps what was decided, and every step', async () => {
    const seriesId = await series.addSeries(ctx(), sekretariat(), input())
    const before = await held(seriesId, '2026-09-15', [line('c1', organisation.ownOpd, '2026-11-01')])
    const rapatId = await open(seriesId)
    const postpone = (to: string, more: Partial<series.PostponeTenggatInput> = {}) =>
      series.postponeTindakLanjut(ctx(), sekretariat(), {
        ...{ rapatId: before, lineId: 'c1', to, reason: 'Menunggu cuaca', duringRapatId: rapatId },
        ...more,
      })
    expect(await code(postpone('2026-12-01'))).toBe('conflict')
    await ratify(before)
    expect(await fields(postpone('2026-11-23'))).toEqual({ to: 'field.to-past' })
    expect(await fields(postpone('2026-12-01', { reason: 'NIK 3201234567890123' }))).toEqual({
      reason: 'field.nik',
    })
    await postpone('2026-12-01')
    expect(await fields(postpone('2026-12-01'))).toEqual({ to: 'field.to-not-later' })
    await postpone('2027-01-31', { reason: 'Anggaran' })

    const [own] = await listTindakLanjut(ctx(), sekretariat(), before)
    expect(own).toMatchObject({
      ...{ tenggat: '2026-11-01', due: '2027-01-31', postponed: 2 },
      ...{ tenggatState: null, mayPostpone: true },
    })
    const list = await series.carriedTindakLanjut(test.database.db, rapatId)
    expect(list?.groups[0]?.lines[0]?.postponements).toMatchObject([
      { from: '2026-11-01', to: '2026-12-01', reason: 'Menunggu cuaca', by: 'sekretariat own' },
      { from: '2026-12-01', to: '2027-01-31', reason: 'Anggaran' },
    ])
    expect(await test.database.sql`select distinct during_rapat_id as id from card_postponement`).toEqual([
      { id: rapatId },
    ])
    // A projection that comes late brings back nothing.
    const { content, seq } = await notulaContent(ctx(), sekretariat(), before)
    await inTransaction(ctx(), tx =>
      projectNotula(tx, { rapatId: before, seq: seq + 1, content, now: clock.now() }),
    )
    expect((await listTindakLanjut(ctx(), sekretariat(), before))[0]?.due).toBe('2027-01-31')
    const form = await series.tenggatForm(ctx(), sekretariat(), { rapatId: before, lineId: 'c1' })
    expect(form).toMatchObject({ isPossible: true, due: '2027-01-31', history: [{}, {}] })
  })

  it('[S9] leaves an item once, with a reason, and takes that back until another rapat has it', async () => {
    const seriesId = await series.addSeries(ctx(), sekretariat(), input())
    const rapatId = await held(seriesId, '2026-09-15', [])
    const item = { rapatId, itemId: 'dua' }
    const leave = (more = {}) =>
      series.postponeItem(ctx(), sekretariat(), { ...item, reason: 'Waktu habis', ...more })
    expect(await code(leave({ itemId: 'tidak-ada' }))).toBe('not-found')
    await leave()
    expect(await code(leave())).toBe('conflict')
    await series.resumeItem(ctx(), sekretariat(), item)
    await leave()
    const next = await open(seriesId)
    const notes = await series.agendaNotes(ctx(), sekretariat(), rapatId)
    expect(notes.postponed).toMatchObject([{ itemId: 'dua', reason: 'Waktu habis', takenBy: next }])
    expect(await code(series.resumeItem(ctx(), sekretariat(), item))).toBe('conflict')
    await setRapatStatus(ctx(), sekretariat(), { rapatId: next, status: 'dibatalkan' })
    await series.resumeItem(ctx(), sekretariat(), item)
    await ratify(rapatId)
    expect(await code(leave())).toBe('document-closed')
  })

  it('[S8] decides about a topic once, tells its person, and lets only them withdraw it', async () => {
    const seriesId = await series.addSeries(ctx(), sekretariat(), input())
    const kepala = organisation.actor('kepala_opd')
    const email = 'kepala@contoh.go.id'
    await test.database.sql`update person set email = ${email} where id = ${kepala.personId}`
    const topic = {
      seriesId,
      title: 'Sanitasi',
      reason: 'Data baru',
      minutes: null,
      opdId: organisation.otherOpd,
    }
    const outside = organisation.actor('kepala_opd', 'other')
    expect(await code(series.proposeTopic(ctx(), outside, topic))).toBe('forbidden')
    const id = await series.proposeTopic(ctx(), kepala, topic)
    // They speak for their own OPD, whatever the form says.
    const mine = defined(
      (await series.listProposals(ctx(), kepala)).find(one => one.id === id),
      'own topic',
    )
    expect(mine).toMatchObject({ opd: { id: organisation.ownOpd }, state: 'open', mayWithdraw: true })
    expect(await series.listProposals(ctx(), outside)).toEqual([])
    expect(await code(series.withdrawProposal(ctx(), organisation.actor('staf_opd'), id))).toBe('forbidden')
    await series.decideProposal(ctx(), sekretariat(), {
      ...{ decision: 'returned', proposalId: id, note: 'Sudah dibahas di pokja' },
    })
    const again = series.decideProposal(ctx(), sekretariat(), { decision: 'accepted', proposalId: id })
    expect(await code(again)).toBe('conflict')
    const other = await series.proposeTopic(ctx(), kepala, topic)
    await series.withdrawProposal(ctx(), kepala, other)
    expect(await code(series.withdrawProposal(ctx(), kepala, other))).toBe('conflict')
    const letters = await test.database.sql`select template, data from mail where recipient = ${email}`
    expect(letters).toMatchObject([
      { template: 'proposal-returned', data: { title: 'Sanitasi', note: 'Sudah dibahas di pokja' } },
    ])
  })

  it('[S7] writes a topic into the agenda of a rapat that is open already, before its closing', async () => {
    const seriesId = await series.addSeries(ctx(), sekretariat(), input())
    const rapatId = await open(seriesId)
    const { coming } = await series.getSeries(ctx(), sekretariat(), seriesId)
    expect(coming?.id).toBe(rapatId)
    const topic = { seriesId, title: 'Sanitasi', reason: 'Data baru', minutes: 15, opdId: null }
    const proposalId = await series.proposeTopic(ctx(), organisation.actor('kepala_opd'), topic)
    const into = (to: string) =>
      series.decideProposal(ctx(), sekretariat(), { decision: 'accepted', proposalId, rapatId: to })
    const elsewhere = await createRapat(ctx(), sekretariat(), rapatInput())
    expect(await code(into(elsewhere))).toBe('conflict')
    await into(rapatId)
    expect(await code(into(rapatId))).toBe('conflict')
    const { agenda } = await getRapat(ctx(), sekretariat(), rapatId)
    expect(agenda.map(item => item.title)).toEqual([
      ...['Pembukaan', 'Tindak lanjut', 'Capaian', 'Sanitasi', 'Penutup'],
    ])
    const decided = (await series.listProposals(ctx(), sekretariat())).find(one => one.id === proposalId)
    expect(decided).toMatchObject({ state: 'accepted', rapat: { id: rapatId, itemId: agenda[3]?.itemId } })
    expect((await series.getSeries(ctx(), sekretariat(), seriesId)).next.acceptedCount).toBe(0)
  })

  it('is changed by who knows it as it is, ends, and then opens and takes nothing', async () => {
    const seriesId = await series.addSeries(ctx(), sekretariat(), input())
    const edit = (more: object) =>
      series.editSeries(ctx(), sekretariat(), { ...input(), seriesId, active: true, revision: 1, ...more })
    const links = async () => (await test.database.sql`select count(*)::int as n from audit_link`)[0]?.n
    const before = await links()
    await edit({})
    expect(await links()).toBe(before)
    await edit({ name: 'Rakor', opdIds: [], active: false })
    expect(await code(edit({ name: 'Rakor lama' }))).toBe('conflict')
    const row = defined(await findSeries(test.database.db, seriesId), 'series')
    expect(row).toMatchObject({ name: 'Rakor', opdIds: [], active: false, revision: 2 })
    expect(await code(open(seriesId))).toBe('conflict')
    const topic = { seriesId, title: 'Topik', reason: 'Perlu', minutes: null, opdId: null }
    expect(await code(series.proposeTopic(ctx(), sekretariat(), topic))).toBe('conflict')
    const unknown = input({ opdIds: [newId()] })
    expect(await fields(series.addSeries(ctx(), sekretariat(), unknown))).toEqual({ opdIds: 'field.unknown' })
    expect(series.seriesInput.safeParse({ ...input(), cadence: 'tanggal' }).success).toBe(false)
  })

  it('takes in a rapat that was made by hand, with an item for the list', async () => {
    const seriesId = await series.addSeries(ctx(), sekretariat(), input())
    const agenda = [
      { title: 'Pembukaan', minutes: 10, presenter: null },
      { title: 'Bahasan', minutes: 10, presenter: null },
    ]
    const rapatId = await createRapat(ctx(), sekretariat(), rapatInput({ seriesId, agenda }))
    const made = await getRapat(ctx(), sekretariat(), rapatId)
    expect(made.agenda.map(item => item.title)).toEqual(['Pembukaan', 'Tindak lanjut rapat lalu', 'Bahasan'])
    const notes = await series.agendaNotes(ctx(), sekretariat(), rapatId)
    expect(notes.carried?.itemId).toBe(made.agenda[1]?.itemId)

    const named = [...agenda, { title: 'Tindak Lanjut', minutes: 5, presenter: null }]
    const alone = await createRapat(ctx(), sekretariat(), rapatInput({ agenda: named }))
    expect(await series.agendaNotes(ctx(), sekretariat(), alone)).toMatchObject({ carried: null })
    await updateRapat(ctx(), sekretariat(), { ...rapatInput({ seriesId }), rapatId: alone, revision: 1 })
    const joined = await series.agendaNotes(ctx(), sekretariat(), alone)
    const { agenda: its } = await getRapat(ctx(), sekretariat(), alone)
    expect(joined.carried?.itemId).toBe(its[2]?.itemId)
    const nowhere = rapatInput({ seriesId: newId() })
    expect(await fields(createRapat(ctx(), sekretariat(), nowhere))).toEqual({ seriesId: 'field.unknown' })
  })
})
