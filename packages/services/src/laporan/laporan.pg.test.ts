import { type Actor, type Triwulan, workFigures } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'

let test: TestDatabase
let now = new Date('2026-11-26T02:00:00Z')
const ctx = () => ({ database: test.database, clock: { now: () => now } })
const AT: Triwulan = { year: 2026, quarter: 4 }
const actors = new Map<string, Actor>()
const as = (role: string): Actor => actors.get(role) ?? expect.fail(role)
let dinkes: string
let ids: string[]

beforeAll(async () => {
  test = await testDatabase()
  await services.seedDemo(ctx())
  const { sql } = test.database
  const people = await sql<
    { id: string; role: Actor['role'] }[]
  >`select distinct on (role) id, role from person`
  for (const { id, role } of people) actors.set(role, { personId: id, role, opdId: null })
  const [opd] = await sql<{ id: string }[]>`select id from opd where short_name = 'Dinkes'`
  dinkes = opd?.id ?? ''
  const programmeId = await services.addProgramme(ctx(), as('sekretariat'), {
    ...{ name: 'Gizi', strategy: 'a', ownerOpdId: dinkes, description: '' },
  })
  const indicator = (name: string, more: Record<string, unknown>) =>
    services.addIndicator(
      ctx(),
      as('sekretariat'),
      services.addIndicatorInput.parse({
        ...{ programmeId, name, concept: '', classification: '', measure: '', unit: '%', decimals: 2 },
        ...{ direction: 'turun', level: 'kabupaten', rollUp: 'tidak', accumulation: 'terakhir' },
        ...{ frequency: 'triwulan', factor: '100', source: 'Dinkes', ownerOpdId: dinkes, baseline: null },
        ...{ baselineDate: null, lowest: '0', highest: null, isPublic: false, definition: 'Menurut uji' },
        ...{ since: { year: 2022, quarter: 1 }, ...more },
      }),
    )
  ids = [
    await indicator('Stunting uji', {}),
    await indicator('Miskin ekstrem uji', { factor: null, baseline: '3,17' }),
    await indicator('Belum dilaporkan', {}),
  ]
  const file = [
    'indikator,tahun,triwulan,pembilang,penyebut,nilai,tanggal_data',
    'Stunting uji,2026,4,524,11083,,2026-11-01',
    'Miskin ekstrem uji,2026,3,,,"0,7",2026-09-30',
  ].join('\n')
  const seen = await services.reviewValueFile(ctx(), as('sekretariat'), {
    name: 'a.csv',
    bytes: new TextEncoder().encode(file),
  })
  if (!('review' in seen)) throw new Error('refused')
  await services.importValues(ctx(), as('sekretariat'), { ...seen.review, choice: 'semua' })
  const target = (indicatorId: string | undefined, to: string) =>
    services.putTargets(
      ctx(),
      as('sekretariat'),
      services.putTargetsInput.parse({
        ...{ indicatorId, regionCode: '', targets: [{ year: 2026, quarter: 0, from: null, to }] },
      }),
    )
  await target(ids[0], '5')
  await target(ids[1], '0')
})
afterAll(() => test.close())

const report = (at = AT) => services.quarterReport(ctx(), as('pimpinan'), at)

describe('the report of a triwulan', () => {
  it('tells of work what the dashboard tells: together, and for each OPD', async () => {
    for (const at of [AT, { year: 2026, quarter: 3 } as const]) {
      const [told, dashboard] = await Promise.all([
        report(at),
        services.readDashboard(ctx(), as('pimpinan'), { at }),
      ])
      expect(told.summary.work).toEqual(dashboard.total)
      expect(told.on).toBe(dashboard.on)
      expect(told.work).toHaveLength(dashboard.total.total)
      for (const { opd, figures } of dashboard.opd) {
        if (opd === null || figures.total === 0) continue
        const own = told.opd.find(one => one.opd.id === opd.id)
        expect([opd.shortName, own?.work]).toEqual([opd.shortName, figures])
        expect(own?.workIds).toHaveLength(figures.total)
      }
    }
    expect((await report()).summary.work.total).toBeGreaterThan(0)
  })

  it('tells of indicators what their pages and the dashboard tell', async () => {
    const told = await report()
    const { indicators } = await services.readDashboard(ctx(), as('pimpinan'), { at: AT })
    const all = told.strategies.flatMap(one => one.indicators)
    expect(all.map(({ id }) => id).sort()).toEqual(indicators.map(({ id }) => id).sort())
    for (const one of all) {
      const page = await services.getIndicator(ctx(), as('pimpinan'), { id: one.id, at: AT })
      expect(one.standing).toEqual(page.standing)
      expect(one.finality).toBe(page.finality)
      // The dashboard looks back two years: an older number, and what was before, it does not know.
      const { at, value, target, capaian, band, achievement } = one.standing
      if (at !== null && at.year >= 2025)
        expect(indicators.find(({ id }) => id === one.id)?.standing).toMatchObject({
          ...{ at, value, target, capaian, band, achievement },
        })
    }
    const own = all.filter(({ id }) => ids.includes(id))
    // Worked out by hand: 524 / 11.083 = 4,728 %, (1 + (1 − 4,728 / 5)) × 100; (3,17 − 0,7) / 3,17 of the way to 0.
    expect(own.map(({ standing }) => [standing.value, standing.capaian])).toEqual([
      [4.728, { kind: 'persen', percent: 105.44 }],
      [0.7, { kind: 'sisa', gap: 0.7, wayShare: 0.77918 }],
      [null, { kind: 'tanpa', reason: 'belum_ada_data' }],
    ])
    expect(told.summary.indicators.tercapai).toBeGreaterThanOrEqual(1)
    const sums = told.strategies.map(({ counts }) => Object.values(counts).reduce((a, b) => a + b, 0))
    expect(sums).toEqual(told.strategies.map(({ indicators: list }) => list.length))
  })

  it('leaves out what is not decided: drafts of notula, reports that are not accepted', async () => {
    const { sql } = test.database
    const [draft] = await sql<{ title: string }[]>`
      select c.title from card c join rapat r on r.id = c.rapat_id where r.notula_state <> 'disahkan'
        and c.removed_at is null limit 1`
    expect(draft).toBeDefined()
    const drafts = await sql<{ id: string }[]>`
      select c.id from card c join rapat r on r.id = c.rapat_id where r.notula_state <> 'disahkan'`
    const told = await report()
    expect(told.work.filter(({ id }) => drafts.some(one => one.id === id))).toEqual([])
    const reportId = newId()
    const { personId } = as('sekretariat')
    await sql`insert into opd_report (id, opd_id, year, quarter, state, sent_by, sent_at, created_at)
      values (${reportId}, ${dinkes}, 2026, 4, 'dikirim', ${personId}, ${now}, ${now})`
    await sql`insert into report_remark (report_id, indicator_id, analysis, kendala, changed_by, changed_at)
      values (${reportId}, ${ids[0] ?? ''}, 'Naik kelas', '', ${personId}, ${now})`
    const ofDinkes = async () => (await report()).opd.find(one => one.opd.id === dinkes)
    expect(await ofDinkes()).toMatchObject({ state: 'dikirim', remarks: [] })
    await sql`update opd_report set state = 'diterima', decided_by = ${personId}, decided_at = ${now} where id = ${reportId}`
    expect(await ofDinkes()).toMatchObject({
      state: 'diterima',
      remarks: [{ indicator: 'Stunting uji', analysis: 'Naik kelas', proofs: [] }],
    })
    const { reports } = (await report()).summary
    expect(reports.accepted).toBe(1)
  })

  it('of a triwulan without anything is there, and empty', async () => {
    const told = await report({ year: 2019, quarter: 1 })
    expect(told).toMatchObject({ work: [], note: null, isOver: true, on: '2019-03-31' })
    expect(told.summary.work).toEqual(workFigures([]))
  })
})

describe('the note of the pimpinan', () => {
  it('is written by them alone, and the newest holds; who knew an older one is told', async () => {
    const write = (text: string, after: string, by = 'pimpinan') =>
      services.writeQuarterNote(ctx(), as(by), { ...AT, text, after })
    await expect(write('Coba', '', 'sekretariat')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(write('NIK 1706010101900001', '')).rejects.toMatchObject({
      fields: { text: 'field.nik' },
    })
    await write('Percepat penyaluran.', '')
    const first = (await report()).note
    expect(first).toMatchObject({ text: 'Percepat penyaluran.' })
    await expect(write('Lain', '')).rejects.toMatchObject({ code: 'conflict' })
    now = new Date(now.getTime() + 60_000)
    await write('Percepat penyaluran di Ipuh.', first?.id ?? '')
    expect((await report()).note?.text).toBe('Percepat penyaluran di Ipuh.')
    const kept = await test.database.sql`select text from quarter_note order by written_at`
    expect(kept.map(({ text }) => text)).toEqual(['Percepat penyaluran.', 'Percepat penyaluran di Ipuh.'])
  })
})

describe('the report as a paper', () => {
  it('is asked for once at a time, and is no paper of a rapat', async () => {
    const ask = (format: 'pdf' | 'docx' | 'xlsx', by = 'pimpinan') =>
      services.askReport(ctx(), as(by), { ...AT, format })
    const paperId = await ask('pdf')
    expect(await ask('pdf', 'sekretariat')).toBe(paperId)
    expect(await ask('xlsx')).not.toBe(paperId)
    expect(await services.reportState(ctx(), as('admin'), { paperId })).toMatchObject({ state: 'waiting' })
    expect((await report()).made.map(({ format }) => format).sort()).toEqual(['pdf', 'xlsx'])
    expect((await report({ year: 2026, quarter: 3 })).made).toEqual([])
    const looking = { ...as('pimpinan'), viewedBy: as('admin').personId }
    await expect(services.askReport(ctx(), looking, { ...AT, format: 'docx' })).rejects.toMatchObject({
      code: 'view-only',
    })
    const [rapat] = await test.database.sql<{ id: string }[]>`select id from rapat limit 1`
    const asked = { rapatId: rapat?.id ?? '', paperId }
    expect(await services.paperState(ctx(), as('admin'), asked)).toBeNull()
  })
})
