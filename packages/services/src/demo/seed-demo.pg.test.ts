import type { Actor } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  agendaNotes,
  beranda,
  demoState,
  getRapat,
  getSeries,
  isEmpty,
  listKeputusan,
  listOpd,
  listPeople,
  listPeserta,
  listProgrammes,
  listProjectable,
  listRapat,
  listRegions,
  listSeries,
  listTindakLanjut,
  notulaContent,
  owedReports,
  rapatFilterInput,
  readAttendance,
  readInvitation,
  readSession,
  reportsOf,
  riwayat,
  seedDemo,
  signIn,
} from '../index'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, demoEmail } from './accounts'

const clock = { now: () => new Date('2026-11-24T03:00:00Z') }
const all = rapatFilterInput.parse({})

describe('the demo', () => {
  let test: TestDatabase
  const actors = new Map<string, Actor>()
  const actor = (login: string): Actor => actors.get(login) ?? expect.fail(`no ${login}`)

  beforeAll(async () => {
    test = await testDatabase()
    const ctx = { database: test.database, clock }
    expect(await isEmpty(ctx)).toBe(true)
    expect(await demoState(ctx)).toMatchObject({ isDemo: false, accounts: [], password: null })
    await seedDemo(ctx)
    await seedDemo(ctx)
    for (const { login } of DEMO_ACCOUNTS) {
      const { token } = await signIn(ctx, {
        login: demoEmail(login),
        password: DEMO_PASSWORD,
        address: '127.0.0.1',
        userAgent: 'test',
      })
      const session = defined(await readSession(ctx, token), 'a session just begun')
      actors.set(login, session.actor)
    }
  })
  afterAll(() => test.close())
  const ctx = () => ({ database: test.database, clock })

  it('says what it is and lists its accounts', async () => {
    expect(await isEmpty(ctx())).toBe(false)
    const state = await demoState(ctx())
    expect(state).toMatchObject({ isDemo: true, regency: 'Kabupaten Mukomuko', password: 'mufakat-demo' })
    expect(state.accounts.map(account => account.login)).toEqual([
      'admin@demo.local',
      'sekretariat@demo.local',
      'bupati@demo.local',
      'wabup@demo.local',
      'kepala.perkim@demo.local',
      'staf.perkim@demo.local',
      'kepala.dinkes@demo.local',
      'kepala.dinsos@demo.local',
      'tamu@demo.local',
    ])
  })

  it('has the territory, 41 OPD and only people who are marked as examples', async () => {
    const regions = await listRegions(ctx(), actor('admin'))
    expect(regions).toHaveLength(15)
    expect(regions.flatMap(region => region.villages)).toHaveLength(151)
    const opd = await listOpd(ctx(), actor('admin'))
    expect(opd).toHaveLength(41)
    const people = await listPeople(ctx(), actor('admin'))
    expect(people.every(person => person.name.startsWith('Contoh – '))).toBe(true)
    expect(people.find(person => person.id === actor('kepala.perkim').personId)).toMatchObject({
      jabatan: 'Kepala Dinas Perkim',
      opd: { shortName: 'Perkim' },
      role: 'kepala_opd',
    })
  })

  it('has two past rakor and one coming', async () => {
    const [coming, past, older, ...more] = await listRapat(ctx(), actor('sekretariat'), all)
    expect(more).toEqual([])
    expect(coming).toMatchObject({
      title: 'Rapat Koordinasi Percepatan Penghapusan Kemiskinan Ekstrem Triwulan IV 2026',
      triwulan: { year: 2026, quarter: 4 },
      date: '2026-12-08',
      startTime: '09:00',
      plannedMinutes: 180,
      status: 'terjadwal',
      isExample: true,
      invitedCount: 41,
    })
    expect(older).toMatchObject({
      triwulan: { year: 2026, quarter: 2 },
      status: 'selesai',
      notulaState: 'disahkan',
      isExample: true,
      tindakLanjutCount: 3,
    })
    expect(past).toMatchObject({
      triwulan: { year: 2026, quarter: 3 },
      date: '2026-09-15',
      status: 'selesai',
      isExample: true,
      keputusanCount: 5,
      tindakLanjutCount: 6,
    })
  })

  it('has a past notula of at least 30 paragraphs with decisions and tindak lanjut', async () => {
    const past = (await listRapat(ctx(), actor('bupati'), all))[1] ?? expect.fail('no past rakor')
    const { content, seq } = await notulaContent(ctx(), actor('bupati'), past.id)
    expect(seq).toBe(1)
    expect(content.items).toHaveLength(9)
    const lines = content.items.flatMap(item => item.lines)
    expect(lines.length).toBeGreaterThanOrEqual(50)
    expect(lines.filter(line => line.kind === 'paragraf').length).toBeGreaterThanOrEqual(30)
    expect(await listKeputusan(ctx(), actor('bupati'), past.id)).toHaveLength(5)
    const actions = await listTindakLanjut(ctx(), actor('bupati'), past.id)
    expect(actions.map(one => [one.owner?.shortName, one.status, one.tenggatState, one.strategy])).toEqual([
      ['Kec. Kota Mukomuko', 'belum', 'terlambat', 'c'],
      ['Perkim', 'berjalan', 'jatuh_tempo', 'c'],
      ['Perkim', 'selesai', null, 'c'],
      ['Dinkes', 'berjalan', null, 'a'],
      ['Dinsos', 'menunggu_verifikasi', 'jatuh_tempo', 'a'],
      ['Disperindagkop-UKM', 'belum', null, 'b'],
    ])
    const entries = await riwayat(ctx(), actor('bupati'), past.id)
    const held = ['rapat.set-status', 'rapat.set-status', 'rapat.set-status', 'rapat.create']
    expect(entries.map(entry => entry.action)).toEqual(held)
    // The one before it was ratified through the use-cases, and is sealed like any other.
    const older = (await listRapat(ctx(), actor('bupati'), all))[2] ?? expect.fail('no older rakor')
    expect(older.notulaState).toBe('disahkan')
    const olderEntries = await riwayat(ctx(), actor('bupati'), older.id)
    expect(olderEntries.map(entry => entry.action)).toEqual(
      expect.arrayContaining(['notula.ratify', 'notula.approve', 'notula.submit', ...held]),
    )
  })

  it('shows each person what waits for them', async () => {
    const perkim = await beranda(ctx(), actor('kepala.perkim'))
    expect(perkim.next?.status).toBe('terjadwal')
    expect(perkim.work.map(one => one.owner?.shortName)).toEqual(['Perkim'])
    expect(perkim).toMatchObject({ lateCount: 0, dueSoonCount: 1, notulaToCheck: [] })
    const bupati = await beranda(ctx(), actor('bupati'))
    expect(bupati.work).toHaveLength(7)
    // Of drafts nothing is counted for who decides by it.
    expect(bupati).toMatchObject({ lateCount: 1, dueSoonCount: 0 })
    const sekretariat = await beranda(ctx(), actor('sekretariat'))
    expect(sekretariat).toMatchObject({ lateCount: 2, dueSoonCount: 2 })
    expect(sekretariat.notulaToCheck.map(one => one.reason)).toEqual(['susun'])
    const tamu = await beranda(ctx(), actor('tamu'))
    expect(tamu.next?.status).toBe('terjadwal')
    expect(tamu.work).toEqual([])
  })

  it('lets a guest see only the rapat they are invited to', async () => {
    const rapat = await listRapat(ctx(), actor('tamu'), all)
    expect(rapat.map(one => one.status)).toEqual(['terjadwal'])
    const detail = await getRapat(ctx(), actor('tamu'), rapat[0]?.id ?? '')
    expect(detail.allowed).toEqual({
      undangan: true,
      remarks: true,
      writeItems: null,
      attendance: true,
      edit: false,
      setStatus: [],
      editPeserta: false,
      manageGuests: false,
      write: true,
      riwayat: false,
      nameVersion: false,
      bringBack: false,
      redact: false,
    })
    expect(detail.chair?.name).toBe('Contoh – Wakil Bupati')
    const peserta = await listPeserta(ctx(), actor('tamu'), rapat[0]?.id ?? '')
    expect(peserta.guests.map(guest => guest.name)).toEqual(['Contoh – Tamu dari BPS'])
    expect(peserta.opd.find(opd => opd.shortName === 'DKP')?.head).toMatchObject({
      name: 'Contoh – Kepala Dinas Pertanian',
      jabatan: 'Plt. Kepala Dinas Ketahanan Pangan',
    })
    expect(peserta.opd.every(opd => opd.head !== null)).toBe(true)
  })

  it('has them in a series, with what was left and postponed, and topics that wait', async () => {
    const [series] = await listSeries(ctx(), actor('kepala.dinkes'))
    expect(series).toMatchObject({ cadence: 'triwulan', openProposals: 1, mayPropose: true })
    const { proposals, next, rapat } = await getSeries(ctx(), actor('sekretariat'), series?.id ?? '')
    expect(proposals.map(one => one.state)).toEqual(['open', 'returned'])
    expect(next).toMatchObject({ triwulan: { year: 2027, quarter: 1 }, waitingItems: [] })
    const notes = await agendaNotes(ctx(), actor('kepala.perkim'), rapat[0]?.id ?? '')
    expect(
      notes.carried?.groups.map(({ opd, lines }) => [
        opd?.shortName,
        lines.map(line => [line.status, line.tenggatState, line.postponements.length]),
      ]),
    ).toEqual([
      ['Dinkes', [['berjalan', null, 0]]],
      ['PUPR', [['berjalan', null, 1]]],
      [
        'Perkim',
        [
          ['berjalan', 'jatuh_tempo', 0],
          ['selesai', null, 0],
        ],
      ],
      ['Dinsos', [['menunggu_verifikasi', 'jatuh_tempo', 0]]],
      ['Disdukcapil', [['selesai', null, 0]]],
      ['DLH', [['belum', 'terlambat', 0]]],
      ['Disperindagkop-UKM', [['belum', null, 0]]],
      ['Kec. Kota Mukomuko', [['belum', 'terlambat', 0]]],
    ])
    const { agenda } = await getRapat(ctx(), actor('sekretariat'), rapat[0]?.id ?? '')
    expect(agenda[2]?.title).toBe(
      'Pemetaan mitra dunia usaha per kecamatan (ditunda dari rapat 15 September 2026)',
    )
  })

  it('is projected already: nothing is left for the projector', async () => {
    expect(await listProjectable(test.database)).toEqual([])
  })

  it('has the letter of the coming rakor with first answers, and who was at the past one', async () => {
    const [coming, past] = await listRapat(ctx(), actor('sekretariat'), all)
    const { letter, sending } = await readInvitation(ctx(), actor('sekretariat'), coming?.id ?? '')
    expect(letter).toMatchObject({ nature: 'Penting', signer: { name: 'Contoh – Wakil Bupati' } })
    expect(sending).toMatchObject({ firstSentAt: null, recipients: { byMail: 7 } })
    const answers = await readAttendance(ctx(), actor('sekretariat'), coming?.id ?? '')
    expect(answers.opd.filter(one => one.rsvp !== null)).toHaveLength(6)
    const list = await readAttendance(ctx(), actor('kepala.perkim'), past?.id ?? '')
    expect(list.quorum.isReached).toBe(true)
    expect(new Set(list.opd.map(one => one.presence))).toEqual(
      new Set(['hadir', 'diwakilkan', 'izin', 'tanpa_keterangan']),
    )
  })

  it('says of tindak lanjut of past rakor which indicators they move', async () => {
    const linked = await test.database.sql<{ name: string; quantity: number | null }[]>`
      select i.name, k.quantity::float8 as quantity from card_contribution k
      join card c on c.id = k.card_id join indicator i on i.id = k.indicator_id
      order by i.name, k.quantity`
    expect(linked.map(one => [one.name, one.quantity])).toEqual([
      ['Kawasan kumuh', 28],
      ['Kawasan kumuh', null],
      ['Luas kawasan kumuh', null],
      ['Rumah tidak layak huni diperbaiki', 40],
      ['Stunting menurut pendataan (e-PPGBM)', null],
    ])
  })

  it('has programmes under the three strategies, with what was published and nothing made up that does not say so', async () => {
    const { programmes } = await listProgrammes(ctx(), actor('bupati'))
    expect([...new Set(programmes.map(one => one.strategy))]).toEqual(['a', 'b', 'c'])
    const indicators = programmes.flatMap(one => one.indicators)
    expect(indicators.every(one => one.isExample)).toBe(true)
    const standing = (name: string) =>
      defined(
        indicators.find(one => one.name === name),
        name,
      ).standing
    expect(standing('Kemiskinan ekstrem')).toMatchObject({
      ...{
        value: 0.7067,
        capaian: { kind: 'sisa', gap: 0.7067, wayShare: 0.777066 },
        achievement: 'mendekati',
      },
    })
    expect(standing('Penduduk miskin (P0)')).toMatchObject({ value: 10.76, trend: 'membaik' })
    expect(standing('Stunting menurut pendataan (e-PPGBM)')).toMatchObject({ value: 4.728, target: 4.5 })
    expect(standing('Indeks Pembangunan Manusia')).toMatchObject({
      value: null,
      achievement: 'belum_ada_data',
    })
    expect(standing('Kawasan kumuh')).toMatchObject({ value: 28, at: { year: 2026, quarter: 3 } })
    const made = await test.database.sql<{ name: string }[]>`
      select distinct i.name from indicator_value v join indicator i on i.id = v.indicator_id
      where v.report_id is null and v.created_at >= i.created_at and i.name not like '%(contoh)%'
        and v.year > 2025`
    expect(made).toEqual([])
    const { reports } = await reportsOf(ctx(), actor('sekretariat'), { year: 2026, quarter: 3 })
    expect(reports.filter(one => !one.isUntouched).map(one => [one.opd.shortName, one.state])).toEqual([
      ['Perkim', 'diterima'],
      ['Dinsos', 'dikirim'],
    ])
    expect(await owedReports(ctx(), actor('kepala.dinkes'))).toMatchObject([{ due: 1, filled: 0 }])
  })
})
