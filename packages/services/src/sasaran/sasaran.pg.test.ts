import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { REGIONS, type SasaranWorld, sasaranWorld } from './test-world'

let test: TestDatabase
let world: SasaranWorld
beforeAll(async () => {
  test = await testDatabase()
  world = await sasaranWorld(test)
})
afterAll(() => test.close())

const boss = () => world.organisation.actor('sekretariat')
const NONE = { numerator: null, denominator: null, notAvailable: false } as const
const correct = (indicatorId: string, more: Partial<services.CorrectValueInput> & { year: number }) =>
  services.correctValue(world.ctx, boss(), {
    ...{ indicatorId, regionCode: '', quarter: 4, value: null, ...NONE, finality: 'final' },
    ...{ asOf: null, source: '', reason: 'Rilis BPS', replaces: null, ...more },
  })
const look = (id: string, more: Partial<services.IndicatorInput> = {}) =>
  services.getIndicator(world.ctx, boss(), { id, ...more })
const entries = async (action: string) =>
  test.database.sql<{ details: Record<string, unknown> }[]>`
    select details from audit_entry where action = ${action} order by id`

describe('programmes and indicators', () => {
  it('are made and changed, each change from the revision that was seen', async () => {
    const { ctx, programmeId, refusalOf } = world
    const id = await world.indicator({ name: 'Kemiskinan ekstrem', baseline: '3,17' })
    const list = await services.listProgrammes(ctx, boss())
    const programme = defined(
      list.programmes.find(one => one.id === programmeId),
      'programme',
    )
    expect(list.at).toEqual({ year: 2026, quarter: 4 })
    expect(programme.indicators.map(one => [one.id, one.standing.achievement])).toEqual([
      [id, 'belum_ada_data'],
    ])
    const detail = await look(id)
    const { programme: _, definitions, region, ...rest } = detail
    const input = services.editIndicatorInput.parse({
      ...{ ...rest, programmeId, ownerOpdId: detail.owner.id, indicatorId: id, source: 'BPS' },
    })
    await services.editIndicator(ctx, boss(), input)
    expect(await refusalOf(services.editIndicator(ctx, boss(), input))).toEqual(['conflict', null])
    expect(await look(id)).toMatchObject({
      source: 'BPS',
      revision: detail.revision + 1,
      region: { code: '' },
    })
    const edit = { programmeId, name: 'Lain', strategy: 'b', description: '', active: true } as const
    const owner = { ownerOpdId: world.organisation.otherOpd, revision: programme.revision }
    await services.editProgramme(ctx, boss(), { ...edit, ...owner })
    expect(await refusalOf(services.editProgramme(ctx, boss(), { ...edit, ...owner }))).toEqual([
      'conflict',
      null,
    ])
    expect([definitions.length, region.name]).toEqual([1, null])
    expect((await entries('program.edit')).map(one => one.details)).toEqual([
      { fields: ['name', 'strategy', 'ownerOpdId'] },
    ])
  })

  it('roll nothing up where there is nothing below', async () => {
    const id = await world.indicator({ factor: '100', rollUp: 'rasio', level: 'kabupaten' })
    expect((await look(id)).rollUp).toBe('tidak')
  })

  it('[SA12] have definitions that are only added, in order of time, and a break cuts their series', async () => {
    const { ctx, refusalOf, ownersRefusal } = world
    const id = await world.indicator({ direction: 'turun' })
    await correct(id, { year: 2023, value: 3.17 })
    await correct(id, { year: 2024, value: 0.7067 })
    const version = { indicatorId: id, definition: 'US$ 2,15 PPP', breaks: true, after: 1 } as const
    const since = (year: number) => ({ since: { year, quarter: 1 as const } })
    const add = (year: number, more = {}) =>
      services.addDefinition(ctx, boss(), { ...version, ...since(year), ...more })
    expect(await refusalOf(add(2022))).toEqual(['invalid-input', { since: 'field.not-after' }])
    expect((await look(id)).standing).toMatchObject({ trend: 'membaik', previous: { value: 3.17 } })
    await add(2024)
    expect(await refusalOf(add(2025))).toEqual(['conflict', null])
    const detail = await look(id)
    expect([detail.breaks, detail.standing.trend, detail.standing.previous]).toEqual([[1], null, null])
    expect(detail.definitions.map(one => one.version)).toEqual([2, 1])
    for (const statement of [
      'update indicator_definition set definition = $$x$$',
      'delete from indicator_definition',
    ])
      expect(await ownersRefusal(statement)).toBe('42501')
  })

  it('have targets, each put over what was seen there', async () => {
    const { ctx, refusalOf } = world
    const id = await world.indicator({ direction: 'naik' })
    const put = (from: number | null, to: number | null, quarter = 0) =>
      services.putTargets(ctx, boss(), {
        ...{ indicatorId: id, regionCode: '', targets: [{ year: 2026, quarter, from, to }] },
      })
    await put(null, 80)
    expect(await refusalOf(put(null, 90))).toEqual(['conflict', null])
    await put(80, 90)
    await put(null, 40, 2)
    expect((await look(id)).targets).toEqual([
      { year: 2026, quarter: 0, value: 90 },
      { year: 2026, quarter: 2, value: 40 },
    ])
    await correct(id, { year: 2026, quarter: 2, value: 30 })
    expect((await look(id)).standing).toMatchObject({
      ...{ target: 40, capaian: { kind: 'persen', percent: 75 }, band: 'cukup', ofYear: { target: 90 } },
    })
    await put(40, null, 2)
    expect((await look(id)).standing).toMatchObject({ target: 90, isTargetOfYear: true })
  })
})

describe('a value', () => {
  it('is corrected with a reason; the older stays and tells from when it no longer held', async () => {
    const { ctx, refusalOf, clock } = world
    const id = await world.indicator()
    await correct(id, { year: 2025, value: 10 })
    const values = () => services.valuesOfIndicator(ctx, boss(), { indicatorId: id, regionCode: '' })
    const [first] = await values()
    clock.forward(60)
    expect(await refusalOf(correct(id, { year: 2025, value: 12 }))).toEqual(['conflict', null])
    await correct(id, { year: 2025, value: 12, replaces: first?.id ?? '', reason: 'Salah hitung' })
    expect((await values()).map(one => [one.value, one.reason, one.supersededAt])).toEqual([
      [12, 'Salah hitung', null],
      [10, 'Rilis BPS', clock.now()],
    ])
    expect((await look(id)).series).toMatchObject([
      { value: 12, reason: 'Salah hitung', definitionVersion: 1 },
    ])
    // What was seen is gone.
    expect(await refusalOf(correct(id, { year: 2025, value: 13, replaces: first?.id ?? '' }))).toEqual([
      'conflict',
      null,
    ])
  })

  it('of two corrections at once keeps one, and tells the other', async () => {
    const id = await world.indicator()
    const both = await Promise.all([1, 2].map(value => world.refusalOf(correct(id, { year: 2025, value }))))
    expect(both.map(String).sort()).toEqual(['conflict,', 'done'])
  })

  it('[SA16] is refused beyond its limits, in a triwulan to come, and where its region is not told', async () => {
    const { refusalOf } = world
    const id = await world.indicator({ highest: '100' })
    const refused = (more: Parameters<typeof correct>[1]) => refusalOf(correct(id, more))
    expect(await refused({ year: 2025, value: 101 })).toEqual([
      'invalid-input',
      { value: 'field.cell-highest' },
    ])
    expect(await refused({ year: 2027, value: 1 })).toEqual(['invalid-input', { quarter: 'field.future' }])
    expect(await refused({ year: 2025, value: null })).toEqual(['invalid-input', { value: 'field.required' }])
    const [regionCode] = REGIONS.districts
    expect(await refused({ year: 2025, value: 1, regionCode })).toEqual([
      'invalid-input',
      { regionCode: 'field.unknown' },
    ])
    expect(await refused({ year: 2025, value: 1, asOf: '2026-01-01' })).toEqual([
      'invalid-input',
      { asOf: 'field.as-of' },
    ])
    expect(await refused({ year: 2025, value: 1, reason: 'NIK 1706011234567890' })).toEqual([
      'invalid-input',
      { reason: 'field.nik' },
    ])
  })

  it('can be changed by nobody, and loses its place once', async () => {
    const { ownersRefusal } = world
    const id = await world.indicator()
    await correct(id, { year: 2025, value: 10 })
    const own = `indicator_id = '${id}'`
    for (const statement of [
      `update indicator_value set value = 11 where ${own}`,
      `update indicator_value set superseded_at = now(), reason = 'x' where ${own}`,
      `delete from indicator_value where ${own}`,
      'truncate indicator_value',
      `set session_replication_role = replica; delete from indicator_value where ${own}`,
    ])
      expect([statement, await ownersRefusal(statement)]).toEqual([statement, '42501'])
    const app = (statement: string) =>
      test.database.sql.unsafe(statement).then(
        () => 'done',
        error => (error as { code?: string }).code,
      )
    expect(await app(`update indicator_value set value = 11 where ${own}`)).toBe('42501')
    expect(await app(`update indicator_value set superseded_at = now() where ${own}`)).toBe('done')
    expect(await app(`update indicator_value set superseded_at = now() where ${own}`)).toBe('42501')
    expect(await app(`update indicator_value set superseded_at = null where ${own}`)).toBe('42501')
  })
})

describe('regions', () => {
  it('[SA7] of a ratio come to their kecamatan and the kabupaten by numerators and denominators', async () => {
    const id = await world.indicator({
      ...{ level: 'desa', rollUp: 'rasio', factor: '100', decimals: 2, unit: '%', highest: '100' },
    })
    const [one, two, three] = REGIONS.villages
    const at = { year: 2026, quarter: 2 } as const
    expect(await world.refusalOf(correct(id, { ...at, regionCode: one, value: 50 }))).toEqual([
      'invalid-input',
      { numerator: 'field.cell-parts' },
    ])
    await correct(id, { ...at, regionCode: one, numerator: 1, denominator: 2 })
    await correct(id, { ...at, regionCode: two, numerator: 0, denominator: 98 })
    const whole = await look(id)
    expect(whole.series).toMatchObject([
      { number: 1, numerator: 1, denominator: 100, of: 3, given: 2, valueId: null, finality: 'final' },
    ])
    expect(
      whole.regions.map(region => [region.code, region.standing.value, region.given, region.of]),
    ).toEqual([
      [REGIONS.districts[0], 1, 2, 2],
      [REGIONS.districts[1], null, 0, 1],
    ])
    const district = await look(id, { regionCode: REGIONS.districts[0] })
    expect(district.series).toMatchObject([{ number: 1, of: 2, given: 2 }])
    expect(district.regions.map(region => [region.name, region.district, region.standing.value])).toEqual([
      [`Desa ${one}`, `Kecamatan ${REGIONS.districts[0]}`, 50],
      [`Desa ${two}`, `Kecamatan ${REGIONS.districts[0]}`, 0],
    ])
    await correct(id, { ...at, regionCode: three, value: null, notAvailable: true, finality: 'sementara' })
    const { standing } = defined(
      (await services.listProgrammes(world.ctx, boss())).programmes
        .flatMap(programme => programme.indicators)
        .find(indicator => indicator.id === id),
      'indicator',
    )
    expect(standing).toMatchObject({ value: 1, notAvailable: false })
    expect((await look(id)).finality).toBe('sementara')
  })

  it('[SA23] hold what was stated for the whole only as long as none of them has a number', async () => {
    const id = await world.indicator({ level: 'kecamatan', rollUp: 'jumlah' })
    const at = { year: 2026, quarter: 1 } as const
    await correct(id, { ...at, value: 40 })
    await correct(id, { year: 2025, value: 50 })
    await correct(id, { ...at, regionCode: REGIONS.districts[0], value: 7 })
    expect((await look(id)).series.map(point => [point.year, point.number, point.of, point.given])).toEqual([
      [2025, 50, 1, 1],
      [2026, 7, 2, 1],
    ])
    expect((await look(id)).regions.map(region => region.standing.value)).toEqual([7, null])
  })

  it('[SA8] have semesters and years, of the triwulan that are due', async () => {
    const id = await world.indicator({ accumulation: 'kumulatif', direction: 'naik' })
    for (const [quarter, value] of [
      [1, 10],
      [2, 20],
      [4, 5],
    ] as const)
      await correct(id, { year: 2025, quarter, value, finality: quarter === 4 ? 'sementara' : 'final' })
    expect(
      (await look(id)).periods.map(one => [one.semester, one.number, one.of, one.given, one.finality]),
    ).toEqual([
      [1, 30, 2, 2, 'final'],
      [2, 5, 2, 1, 'sementara'],
      [null, 35, 4, 3, 'sementara'],
    ])
  })
})

describe('the mark of targets', () => {
  it('is another after each change that pages show, and the same after none', async () => {
    const { ctx } = world
    const mark = () => services.sasaranMark(ctx, boss())
    const before = await mark()
    expect(await mark()).toBe(before)
    const seen = new Set([before])
    const id = await world.indicator()
    seen.add(await mark())
    await correct(id, { year: 2025, value: 3 })
    seen.add(await mark())
    await services.putTargets(ctx, boss(), {
      ...{ indicatorId: id, regionCode: '', targets: [{ year: 2026, quarter: 0, from: null, to: 1 }] },
    })
    seen.add(await mark())
    expect(seen.size).toBe(4)
  })
})
