import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quarter, Triwulan } from '../triwulan'
import { DEFAULT_BANDS } from './capaian'
import { ACCUMULATIONS, DIRECTIONS } from './codes'
import {
  compareTriwulan,
  type DefinitionSince,
  definitionAt,
  isBrokenBetween,
  segmentsOf,
} from './definition'
import { NOTHING_SAID, numberOf } from './measured'
import { indicatorStanding, targetOfYear, trendOf, type ValueAt } from './standing'

const triwulan = fc.record({
  year: fc.integer({ min: 2022, max: 2027 }),
  quarter: fc.constantFrom<Quarter>(1, 2, 3, 4),
})
const keyOf = ({ year, quarter }: { year: number; quarter: number }) => year * 5 + quarter
const amount = fc.integer({ min: 0, max: 500_000 }).map(whole => whole / 10_000)
const at = (year: number, quarter: Quarter): Triwulan => ({ year, quarter })
const value = (when: Triwulan, number: number): ValueAt => ({ ...NOTHING_SAID, ...when, value: number })
const nowhere = (when: Triwulan): ValueAt => ({ ...NOTHING_SAID, ...when, notAvailable: true })
const values = fc.uniqueArray(
  fc
    .tuple(triwulan, fc.option(amount))
    .map(([when, said]) => (said === null ? nowhere(when) : value(when, said))),
  { selector: keyOf, maxLength: 24 },
)
const definitions = fc
  .uniqueArray(fc.record({ year: triwulan, breaks: fc.boolean() }), {
    selector: one => keyOf(one.year),
    minLength: 1,
    maxLength: 5,
  })
  .map(all =>
    all.map(({ year, breaks }, index): DefinitionSince => ({ ...year, breaks, version: index + 1 })),
  )
const indicator = fc.record({
  direction: fc.constantFrom(...DIRECTIONS),
  accumulation: fc.constantFrom(...ACCUMULATIONS),
  factor: fc.constant(null),
  baseline: fc.option(amount),
})
const targets = fc.uniqueArray(
  fc.record({
    year: fc.integer({ min: 2022, max: 2027 }),
    quarter: fc.integer({ min: 0, max: 4 }),
    value: amount,
  }),
  { selector: keyOf, maxLength: 20 },
)

describe('definitions', () => {
  it('[SA11] the newest that had begun holds; before the first, the first does', () => {
    fc.assert(
      fc.property(definitions, triwulan, (all, when) => {
        const held = definitionAt(all, when)
        const begun = all.filter(one => compareTriwulan(one, when) <= 0)
        if (begun.length === 0) expect(all.every(one => compareTriwulan(one, held ?? one) >= 0)).toBe(true)
        else expect(begun.every(one => compareTriwulan(one, held ?? when) <= 0)).toBe(true)
      }),
    )
    expect(definitionAt([], at(2026, 1))).toBeNull()
  })

  it('[SA12] cut a series at breaks alone: no point is lost, none is joined across, none is cut without one', () => {
    fc.assert(
      fc.property(values, definitions, (all, versions) => {
        const points = [...all].sort(compareTriwulan)
        const segments = segmentsOf(points, versions)
        expect(segments.flat()).toEqual(points)
        expect(segments.every(segment => segment.length > 0)).toBe(true)
        const joined = segments.flatMap(segment =>
          segment.slice(1).map((point, i) => [segment[i], point] as const),
        )
        for (const [before, after] of joined)
          expect(before !== undefined && isBrokenBetween(versions, before, after)).toBe(false)
        segments.slice(1).forEach((segment, i) => {
          const [before, after] = [segments[i]?.at(-1), segment[0]]
          expect(before && after && isBrokenBetween(versions, before, after)).toBe(true)
        })
      }),
    )
  })
})

describe('targets', () => {
  it('[SA13] of a year: the one set for it, else of its last triwulan, or the sum of all four where they add up', () => {
    const quarters = [1, 2, 3, 4].map(quarter => ({ year: 2026, quarter, value: quarter + 0.1 }))
    const flow = { accumulation: 'kumulatif', factor: null } as const
    const stock = { accumulation: 'terakhir', factor: null } as const
    expect(targetOfYear([...quarters, { year: 2026, quarter: 0, value: 99 }], 2026, flow)).toBe(99)
    expect(targetOfYear(quarters, 2026, flow)).toBe(10.4)
    expect(targetOfYear(quarters, 2026, stock)).toBe(4.1)
    expect(targetOfYear(quarters.slice(0, 3), 2026, flow)).toBeNull()
    expect(targetOfYear(quarters, 2026, { accumulation: 'kumulatif', factor: 100 })).toBeNull()
    expect(targetOfYear(quarters, 2025, flow)).toBeNull()
  })
})

describe('how an indicator stands', () => {
  const rising = { direction: 'naik', accumulation: 'terakhir', factor: null, baseline: null } as const
  const bounds = DEFAULT_BANDS

  it('[SA13] holds a value against the target of its own triwulan, else of its own year, never of another', () => {
    const targets = [
      { year: 2025, quarter: 0, value: 50 },
      { year: 2026, quarter: 2, value: 80 },
    ]
    const standing = (values: ValueAt[]) =>
      indicatorStanding({ indicator: rising, targets, values, at: at(2026, 4), bounds })
    expect(standing([value(at(2026, 2), 40)])).toMatchObject({ target: 80, isTargetOfYear: false, gap: 40 })
    expect(standing([value(at(2025, 3), 40)])).toMatchObject({
      ...{
        target: 50,
        isTargetOfYear: true,
        capaian: { percent: 80 },
        band: 'baik',
        achievement: 'mendekati',
      },
    })
    expect(standing([value(at(2024, 4), 40)])).toMatchObject({ target: null, achievement: null })
  })

  it('[SA13] holds what has come about in the year so far against the target of the year, where triwulan add up', () => {
    const flow = { ...rising, accumulation: 'kumulatif' } as const
    const values = [value(at(2025, 4), 500), value(at(2026, 1), 10), value(at(2026, 3), 20)]
    const targets = [{ year: 2026, quarter: 0, value: 40 }]
    const standing = indicatorStanding({ indicator: flow, targets, values, at: at(2026, 4), bounds })
    expect(standing).toMatchObject({ value: 20, realisasi: 30, target: 40, isTargetOfYear: true })
    expect(standing.capaian).toEqual({ kind: 'persen', percent: 75 })
    const quarter = [...targets, { year: 2026, quarter: 3, value: 16 }]
    expect(
      indicatorStanding({ indicator: flow, targets: quarter, values, at: at(2026, 4), bounds }),
    ).toMatchObject({ realisasi: 20, target: 16, ofYear: { realisasi: 30, target: 40 } })
  })

  it('[SA14] the trend is better or worse by the direction of the indicator, and turns with it', () => {
    fc.assert(
      fc.property(amount, amount, (from, to) => {
        const [up, down] = [trendOf('naik', from, to), trendOf('turun', from, to)]
        expect(trendOf('hitung_mundur', from, to)).toBe(down)
        expect(trendOf('konteks', from, to)).toBeNull()
        if (from === to) expect([up, down]).toEqual(['tetap', 'tetap'])
        else expect([up, down].sort()).toEqual(['membaik', 'memburuk'])
        if (to > from) expect(up).toBe('membaik')
      }),
    )
    expect(trendOf('naik', null, 3)).toBeNull()
  })

  it('[SA15] knows nothing of what comes after, of order, or of values that were not said', () => {
    fc.assert(
      fc.property(indicator, targets, values, definitions, triwulan, (by, aims, all, versions, when) => {
        const standing = (from: readonly ValueAt[]) =>
          indicatorStanding({
            indicator: by,
            targets: aims,
            values: from,
            definitions: versions,
            at: when,
            bounds,
          })
        const known = standing(all)
        expect(standing([...all].reverse())).toEqual(known)
        expect(standing(all.filter(one => compareTriwulan(one, when) <= 0))).toEqual(known)
        expect(standing([...all, { ...NOTHING_SAID, year: 2021, quarter: 1 }])).toEqual(known)
        const said = all.filter(one => compareTriwulan(one, when) <= 0).sort(compareTriwulan)
        const newest = said.at(-1)
        expect([known.value, known.notAvailable]).toEqual([
          newest === undefined ? null : numberOf(newest, null),
          newest?.notAvailable ?? false,
        ])
        if (newest === undefined) expect(known.at).toBeNull()
        if (by.direction === 'konteks')
          expect([known.band, known.achievement, known.gap]).toEqual([null, null, null])
        if (known.achievement === 'tercapai' && known.capaian.kind === 'sisa')
          expect(known.gap).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('[SA15] compares with nothing across a break of the definition', () => {
    const all = [value(at(2023, 4), 3.17), value(at(2024, 4), 0.7067)]
    const falling = { ...rising, direction: 'turun' } as const
    const standing = (versions: DefinitionSince[]) =>
      indicatorStanding({
        indicator: falling,
        targets: [],
        values: all,
        definitions: versions,
        at: at(2024, 4),
        bounds,
      })
    const versions = (breaks: boolean): DefinitionSince[] => [
      { version: 1, ...at(2022, 1), breaks: false },
      { version: 2, ...at(2024, 1), breaks },
    ]
    expect(standing(versions(false))).toMatchObject({ trend: 'membaik', previous: { value: 3.17 } })
    expect(standing(versions(true))).toMatchObject({ trend: null, previous: null })
  })
})
