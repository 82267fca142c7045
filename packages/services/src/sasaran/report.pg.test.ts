import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { fileContext } from '../test-organisation'
import { REGIONS, type SasaranWorld, sasaranWorld } from './test-world'

let test: TestDatabase
let world: SasaranWorld
let count: string
let ratio: string
beforeAll(async () => {
  test = await testDatabase()
  world = await sasaranWorld(test)
  count = await world.indicator({ name: 'Rumah', direction: 'turun' })
  ratio = await world.indicator({
    ...{ name: 'Stunting', level: 'kecamatan', rollUp: 'rasio', factor: '100', frequency: 'semester' },
    ...{ highest: '100', decimals: 2, unit: '%' },
  })
})
afterAll(() => test.close())

const head = (side: 'own' | 'other' = 'own') => world.organisation.actor('kepala_opd', side)
const boss = () => world.organisation.actor('sekretariat')

/** Each test has a triwulan of its own. */
type At = Pick<services.ReportInput, 'year' | 'quarter'>
const report = (at: At) => ({ opdId: world.organisation.ownOpd, ...at })
const open = (at: At) => services.openReport(world.ctx, head(), report(at))
const EMPTY = { value: null, numerator: null, denominator: null, notAvailable: false } as const
const save = (at: At, cell: Partial<services.CellInput> = {}, actor = head()) =>
  services.saveCell(world.ctx, actor, {
    ...report(at),
    cell: {
      ...{ indicatorId: count, regionCode: '', ...EMPTY, finality: 'final', asOf: null, source: '' },
      ...{ revision: 0, ...cell },
    },
  })
const fill = async (at: At) => {
  await save(at, { value: 30 })
  for (const regionCode of REGIONS.districts)
    await save(at, { indicatorId: ratio, regionCode, numerator: 5, denominator: 100 })
}
const send = (at: At) => services.sendReport(world.ctx, head(), report(at))
const sentAt = async (at: At) => defined((await open(at)).sentAt, 'sent')
const accept = async (at: At) =>
  services.acceptReport(world.ctx, boss(), { ...report(at), sentAt: await sentAt(at) })
const entries = async (at: At) =>
  (
    await test.database.sql<{ action: string }[]>`
      select e.action from audit_entry e join audit_link l on l.entry_id = e.id
        join opd_report r on r.id::text = e.subject_id::text
      where r.year = ${at.year} and r.quarter = ${at.quarter} order by l.number`
  ).map(({ action }) => action)

describe('a report', () => {
  it('[SA18] is filled in, sent, returned with a note, sent again and accepted: its cells hold from then on', async () => {
    const at = { year: 2026, quarter: 2 } as const
    const { ctx, clock, refusalOf } = world
    const untouched = await open(at)
    expect([untouched.id, untouched.state, untouched.missing, untouched.allowed]).toEqual([
      ...[null, 'draf', 3, { fill: true, send: false, review: false }],
    ])
    expect(await refusalOf(send(at))).toEqual(['invalid-input', { missing: 'field.report-missing' }])
    await fill(at)
    const remark = (analysis: string) =>
      services.saveRemark(ctx, head(), {
        ...{ ...report(at), indicatorId: count, revision: 0 },
        ...{ analysis, kendala: 'Hujan', solusi: '', plan: 'Lanjut' },
      })
    // The same sent twice is one remark; other words over it are not.
    for (let time = 0; time < 2; time++) expect(await remark('Turun')).toEqual({ revision: 1 })
    expect(await refusalOf(remark('Naik'))).toEqual(['conflict', null])
    await services.addReportEvidence(ctx, head(), {
      ...{ ...report(at), indicatorId: count, title: 'Rekap', url: 'https://contoh.go.id/rekap' },
    })
    await send(at)
    const first = await sentAt(at)
    expect((await open(at)).indicators.map(one => one.cells.map(cell => cell.state))).toEqual([
      ['menunggu'],
      ['menunggu', 'menunggu'],
    ])
    expect(await refusalOf(save(at, { value: 31, revision: 1 }))).toEqual(['conflict', null])
    await test.database.sql`
      update person set email = 'kepala@contoh.go.id' where id = ${head().personId}`
    await services.returnReport(ctx, boss(), { ...report(at), sentAt: first, note: 'Periksa penyebut' })
    const letters = await test.database.sql`
      select recipient, data->>'note' as note, data->>'link' as link from mail where template = 'report-returned'`
    expect(letters).toMatchObject([
      {
        ...{ recipient: 'kepala@contoh.go.id', note: 'Periksa penyebut' },
        link: `https://rapat.contoh.go.id/target/laporan?id=${(await open(at)).id}`,
      },
    ])
    expect(await open(at)).toMatchObject({
      state: 'dikembalikan',
      note: 'Periksa penyebut',
      allowed: { send: true },
    })
    clock.forward(60)
    await send(at)
    // Of what was sent first.
    expect(await refusalOf(services.acceptReport(ctx, boss(), { ...report(at), sentAt: first }))).toEqual([
      'conflict',
      null,
    ])
    await accept(at)
    const locked = await open(at)
    expect(locked).toMatchObject({ state: 'diterima', allowed: { fill: false, send: false, review: false } })
    expect(locked.indicators.flatMap(one => one.cells.map(cell => cell.state))).toEqual(
      Array(3).fill('terkunci'),
    )
    expect(await refusalOf(save(at, { value: 31, revision: 1 }))).toEqual(['conflict', null])
    expect(await refusalOf(send(at))).toEqual(['conflict', null])
    const { series } = await services.getIndicator(ctx, boss(), { id: ratio })
    expect(series).toMatchObject([{ ...at, number: 5, numerator: 10, denominator: 200, asOf: '2026-06-30' }])
    const [value] = await services.valuesOfIndicator(ctx, boss(), { indicatorId: count, regionCode: '' })
    expect(value).toMatchObject({
      ...{
        value: 30,
        isFromReport: true,
        by: 'kepala_opd own',
        verifiedBy: 'sekretariat own',
        source: 'Dinas',
      },
    })
    expect(await entries(at)).toEqual([
      ...[
        'laporan-opd.fill',
        'laporan-opd.fill',
        'laporan-opd.fill',
        'laporan-opd.remark',
        'laporan-opd.prove',
      ],
      ...['laporan-opd.send', 'laporan-opd.return', 'laporan-opd.send', 'laporan-opd.accept'],
    ])
  })

  it('[SA17] shows the last value beside each cell, and what was said of it, and hints at slips', async () => {
    const at = { year: 2026, quarter: 3 } as const
    const saved = await save(at, { value: 300 })
    expect(saved).toMatchObject({ saved: true, cell: { revision: 1, state: 'tersimpan', hints: ['far'] } })
    const [house, stunting] = (await open(at)).indicators
    expect(house?.cells).toMatchObject([{ last: { value: 30, at: { year: 2026, quarter: 2 } } }])
    expect(house?.lastRemark).toEqual({ analysis: 'Turun', kendala: 'Hujan', solusi: '', plan: 'Lanjut' })
    // Not due in III.
    expect([stunting?.isDue, stunting?.missing, (await open(at)).missing]).toEqual([false, 0, 0])
  })

  it('replaces a value that holds already, which stays; what says the same is not put in again', async () => {
    const at = { year: 2025, quarter: 1 } as const
    const { ctx } = world
    await services.correctValue(ctx, boss(), {
      ...{ indicatorId: count, regionCode: '', ...at, ...EMPTY, value: 50, finality: 'sementara' },
      ...{ asOf: null, source: '', reason: 'Impor', replaces: null },
    })
    world.clock.forward(60)
    await save(at, { value: 45 })
    await send(at)
    await accept(at)
    const values = await services.valuesOfIndicator(ctx, boss(), { indicatorId: count, regionCode: '', at })
    expect(values.map(one => [one.value, one.isFromReport, one.supersededAt === null])).toEqual([
      [45, true, true],
      [50, false, false],
    ])
    world.clock.forward(60)
    // A correction afterwards: both stay, and the report says what it said.
    await services.correctValue(ctx, boss(), {
      ...{ indicatorId: count, regionCode: '', ...at, ...EMPTY, value: 44, finality: 'final', asOf: null },
      ...{ source: '', reason: 'Hitung ulang', replaces: values[0]?.id ?? null },
    })
    expect((await open(at)).indicators[0]?.cells[0]?.value).toBe(45)
    const after = await services.valuesOfIndicator(ctx, boss(), { indicatorId: count, regionCode: '', at })
    expect(after.map(one => one.value)).toEqual([44, 45, 50])
  })

  it('takes "N/A" as an answer, and nothing beside it', async () => {
    const at = { year: 2025, quarter: 3 } as const
    expect(await save(at, { notAvailable: true, value: 3 })).toMatchObject({
      ...{ saved: false, fields: { notAvailable: 'field.cell-mixed' } },
    })
    await save(at, { notAvailable: true })
    expect((await open(at)).missing).toBe(0)
    await send(at)
    await accept(at)
    const { standing } = await services.getIndicator(world.ctx, boss(), { id: count, at })
    expect(standing).toMatchObject({ at, value: null, notAvailable: true, achievement: 'belum_ada_data' })
  })
})

describe('a cell', () => {
  it('tells who was second what stands there, and keeps what both wrote in different cells', async () => {
    const at = { year: 2024, quarter: 2 } as const
    const staff = world.organisation.actor('staf_opd')
    const [district, other] = REGIONS.districts
    const part = (regionCode: string, numerator: number) => ({
      ...{ indicatorId: ratio, regionCode, numerator, denominator: 100 },
    })
    // The first of both makes the report.
    const apart = await Promise.all([save(at, part(district, 5)), save(at, part(other, 6), staff)])
    expect(apart.map(one => one.saved)).toEqual([true, true])
    const same = await Promise.all([
      save(at, { ...part(district, 7), revision: 1 }),
      save(at, { ...part(district, 8), revision: 1 }, staff),
    ])
    const [won] = same.flatMap(one => (one.saved ? [one.cell] : []))
    const [lost] = same.flatMap(one => (one.saved ? [] : [one]))
    expect(lost).toMatchObject({
      fields: { value: 'error.conflict' },
      standing: { numerator: won?.numerator },
    })
    expect(won?.revision).toBe(2)
  })

  it('is judged by itself among others, and is emptied', async () => {
    const at = { year: 2024, quarter: 4 } as const
    const cell = { ...EMPTY, finality: 'final', asOf: null, source: '', revision: 0 } as const
    const answers = await services.saveCells(world.ctx, head(), {
      ...report(at),
      cells: [
        { ...cell, indicatorId: count, regionCode: '', value: -1 },
        { ...cell, indicatorId: ratio, regionCode: REGIONS.districts[0], numerator: 1 },
        { ...cell, indicatorId: ratio, regionCode: REGIONS.districts[1], numerator: 1, denominator: 4 },
      ],
    })
    expect(answers.map(one => (one.saved ? one.cell.number : one.fields))).toEqual([
      { value: 'field.cell-lowest' },
      { denominator: 'field.cell-half' },
      25,
    ])
    expect((await open(at)).missing).toBe(2)
    await save(at, { indicatorId: ratio, regionCode: REGIONS.districts[1], revision: 1 })
    expect((await open(at)).missing).toBe(3)
    expect(await entries(at)).toHaveLength(2)
    // What stands there already is not written again.
    await save(at, { indicatorId: ratio, regionCode: REGIONS.districts[1], revision: 2 })
    expect(await entries(at)).toHaveLength(2)
  })

  it('of nobody else’s indicator or of a place that it is not told for is not there', async () => {
    const at = { year: 2024, quarter: 1 } as const
    const { refusalOf } = world
    const foreign = await world.indicator({ ownerOpdId: world.organisation.otherOpd })
    expect(await refusalOf(save(at, { indicatorId: foreign, value: 1 }))).toEqual(['not-found', null])
    expect(await refusalOf(save(at, { regionCode: REGIONS.districts[0], value: 1 }))).toEqual([
      'not-found',
      null,
    ])
    expect(await refusalOf(save(at, { value: 1 }, head('other')))).toEqual(['forbidden', null])
    expect((await open(at)).id).toBeNull()
  })

  it('is either in what is sent or told that it is not, however close they come', async () => {
    const at = { year: 2024, quarter: 3 } as const
    await save(at, { value: 1 })
    const [sent, saved] = await Promise.all([
      world.refusalOf(send(at)),
      save(at, { value: 2, revision: 1 }).then(
        () => 'saved',
        error => (error as { code: string }).code,
      ),
    ])
    expect(sent).toBe('done')
    const value = (await open(at)).indicators[0]?.cells[0]?.value
    expect([saved, value]).toEqual(saved === 'saved' ? ['saved', 2] : ['conflict', 1])
    const both = await Promise.all([1, 2].map(() => world.refusalOf(accept(at))))
    expect(both.map(String).sort()).toEqual(['conflict,', 'done'])
  })
})

describe('bukti dukung', () => {
  const at = { year: 2022, quarter: 1 } as const
  const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

  it('is handed in as a file once for its indicator, fetched by who reads the report, and taken away while it is filled in', async () => {
    const files = fileContext(test.database, world.clock)
    await save(at, { value: 3 })
    const { id } = await open(at)
    const subject = { kind: 'laporan', id: id ?? '', part: count } as const
    const begin = (actor = head(), more: object = {}) =>
      services.beginUpload(files, actor, {
        ...{
          subject: { ...subject, ...more },
          name: 'rekap.pdf',
          about: 'Rekap',
          size: PDF.length,
          mark: '',
        },
      })
    expect(await world.refusalOf(begin(head('other')))).toEqual(['forbidden', null])
    expect(await world.refusalOf(begin(head(), { part: null }))).toEqual(['not-found', null])
    const upload = await begin()
    await services.receivePiece(files, head(), { uploadId: upload.id, offset: 0, bytes: PDF })
    await services.finishUpload(files, head(), upload.id)
    await services.finishUpload(files, head(), upload.id)
    const [house] = (await open(at)).indicators
    expect(house?.evidence).toMatchObject([
      { title: 'Rekap', url: null, file: { name: 'rekap.pdf' }, mayRemove: true },
    ])
    expect((await services.fetchFile(files, boss(), upload.id, true)).kind).toBe('pdf')
    expect(await world.refusalOf(services.fetchFile(files, head('other'), upload.id, true))).toEqual([
      'forbidden',
      null,
    ])
    await send(at)
    const remove = () =>
      services.removeReportEvidence(world.ctx, head(), { ...report(at), evidenceId: upload.id })
    expect(await world.refusalOf(remove())).toEqual(['conflict', null])
    await services.returnReport(world.ctx, boss(), {
      ...report(at),
      sentAt: await sentAt(at),
      note: 'Salah berkas',
    })
    await remove()
    expect((await open(at)).indicators[0]?.evidence).toEqual([])
    expect(await world.refusalOf(services.fetchFile(files, head(), upload.id, true))).toEqual([
      'not-found',
      null,
    ])
    expect(await services.whichReport(world.ctx, head(), id ?? '')).toEqual(report(at))
  })
})

describe('reports of a triwulan', () => {
  const at = { year: 2023, quarter: 4 } as const

  it('are listed with how much of what is due is there, to who may read them', async () => {
    await save(at, { value: 9 })
    const list = await services.reportsOf(world.ctx, boss(), at)
    expect(
      list.reports.map(one => [one.opd.shortName, one.state, one.due, one.filled, one.isUntouched]),
    ).toEqual([
      ['Sendiri', 'draf', 3, 1, false],
      ['Lain', 'draf', 1, 0, true],
    ])
    const own = await services.reportsOf(world.ctx, head(), at)
    expect([own.reports.map(one => [one.opd.shortName, one.mayFill]), own.mayReview]).toEqual([
      [['Sendiri', true]],
      false,
    ])
  })

  it('are owed by the own OPD for the triwulan that ended last, until they are sent', async () => {
    const owed = async () =>
      (await services.owedReports(world.ctx, head())).map(one => [one.quarter, one.filled])
    expect(await owed()).toEqual([[3, 1]])
    await send({ year: 2026, quarter: 3 })
    expect(await owed()).toEqual([])
    expect(await services.owedReports(world.ctx, boss())).toEqual([])
  })

  it('are accepted whatever is asked for since they were sent; a limit that was set since holds', async () => {
    const at = { year: 2022, quarter: 3 } as const
    await save(at, { value: 70 })
    await send(at)
    await world.indicator({ name: 'Baru' })
    const detail = await services.getIndicator(world.ctx, boss(), { id: count })
    const programmeId = detail.programme.id
    const edit = (highest: number | null, revision: number) =>
      services.editIndicator(
        world.ctx,
        boss(),
        services.editIndicatorInput.parse({
          ...{ ...detail, programmeId, ownerOpdId: detail.owner.id, indicatorId: count, highest, revision },
        }),
      )
    await edit(60, detail.revision)
    expect(await world.refusalOf(accept(at))).toEqual(['invalid-input', { missing: 'field.report-missing' }])
    await edit(null, detail.revision + 1)
    expect(await world.refusalOf(accept(at))).toBe('done')
  })

  it('of an OPD that was merged are its successor’s', async () => {
    const { ownOpd, otherOpd } = world.organisation
    await test.database.sql`update opd set merged_into = ${otherOpd}, active = false where id = ${ownOpd}`
    const merged = { opdId: otherOpd, year: 2023, quarter: 2 } as const
    const form = await services.openReport(world.ctx, head('other'), merged)
    expect(form.indicators.map(one => one.id)).toEqual(expect.arrayContaining([count, ratio]))
    const before = await services.openReport(world.ctx, head('other'), report({ year: 2026, quarter: 2 }))
    expect([before.state, before.indicators.length]).toEqual(['diterima', 2])
    const saved = await services.saveCell(world.ctx, head('other'), {
      ...merged,
      cell: {
        indicatorId: count,
        regionCode: '',
        ...EMPTY,
        value: 4,
        finality: 'final',
        asOf: null,
        source: '',
        revision: 0,
      },
    })
    expect(saved.saved).toBe(true)
  })
})
