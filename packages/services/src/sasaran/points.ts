import {
  type IndicatorRow,
  listValueSums,
  listValuesOfRegion,
  type Queryable,
  type ValueRow,
  type ValueSum,
} from '@mufakat/db'
import {
  compareTriwulan,
  composedOf,
  gatheredFrom,
  isQuarter,
  type Measured,
  numberOf,
  type Triwulan,
} from '@mufakat/domain'
import { assert, grouped } from '@mufakat/kernel'
import { isBelowRegion, levelOf, type Regions } from './regions'
import type { SeriesPoint } from './views'

type Shape = Pick<IndicatorRow, 'id' | 'level' | 'rollUp' | 'factor' | 'source'>

/** A point without the target that it is held against. */
export type Point = Omit<SeriesPoint, 'target'>

export function triwulanOfRow({ year, quarter }: { year: number; quarter: number }): Triwulan {
  assert(isQuarter(quarter), 'quarter is 1 to 4')
  return { year, quarter }
}

export const measuredOf = ({ value, numerator, denominator, notAvailable }: Measured): Measured => ({
  ...{ value, numerator, denominator, notAvailable },
})

/** A value that was stated for its region. */
export const pointOf = (row: ValueRow, factor: number | null): Point => {
  const measured = measuredOf(row)
  const number = numberOf(measured, factor)
  return {
    ...triwulanOfRow(row),
    ...measured,
    number,
    ...{ of: 1, given: number === null ? 0 : 1, valueId: row.id },
    ...{ finality: row.finality, asOf: row.asOf, source: row.source, reason: row.reason },
    definitionVersion: row.definitionVersion,
  }
}

const keyOf = (at: { year: number; quarter: number }): number => at.year * 4 + at.quarter

/** Points of one region: put together of what lies below it, or stated. */
function composed(
  indicator: Shape,
  { stated, sums, of }: { stated: readonly ValueRow[]; sums: readonly ValueSum[]; of: number },
): Point[] {
  const { factor } = indicator
  if (sums.length === 0) return stated.map(row => pointOf(row, factor))
  const byTime = new Map<number, Point>()
  for (const row of stated) byTime.set(keyOf(row), pointOf(row, factor))
  for (const sum of sums) {
    const row = stated.find(one => keyOf(one) === keyOf(sum))
    const parts = gatheredFrom(sum, indicator.rollUp, factor, of)
    if (composedOf(row ? measuredOf(row) : null, parts, factor) !== parts) continue
    byTime.set(keyOf(sum), {
      ...triwulanOfRow(sum),
      ...parts.measured,
      number: numberOf(parts.measured, factor),
      ...{ of, given: parts.given, valueId: null, reason: '' },
      ...{ finality: sum.finality, asOf: sum.asOf, source: indicator.source },
      definitionVersion: sum.definitionVersion,
    })
  }
  return [...byTime.values()].sort(compareTriwulan)
}

const LEVELS_BELOW = ['kecamatan', 'desa'] as const

/** Points of indicators for one region, in order of time. */
export async function pointsOf(
  db: Queryable,
  regions: Regions,
  indicators: readonly Shape[],
  regionCode: string,
): Promise<ReadonlyMap<string, readonly Point[]>> {
  const rolled = indicators.filter(one => one.rollUp !== 'tidak' && isBelowRegion(one.level, regionCode))
  const [stated, ...sums] = await Promise.all([
    listValuesOfRegion(db, { indicatorIds: indicators.map(one => one.id), regionCode }),
    ...LEVELS_BELOW.map(level =>
      listValueSums(db, {
        indicatorIds: rolled.filter(one => one.level === level).map(one => one.id),
        ...{ level, under: regionCode, byDistrict: false },
      }),
    ),
  ])
  const statedOf = grouped(stated, row => row.indicatorId)
  const sumsOf = grouped(sums.flat(), sum => sum.indicatorId)
  return new Map(
    indicators.map(indicator => [
      indicator.id,
      composed(indicator, {
        stated: statedOf.get(indicator.id) ?? [],
        sums: sumsOf.get(indicator.id) ?? [],
        of: regions.of(indicator.level, regionCode).length,
      }),
    ]),
  )
}

/** Points of one indicator for each kecamatan, put together of their desa. */
export async function pointsByDistrict(
  db: Queryable,
  regions: Regions,
  indicator: Shape,
  stated: readonly ValueRow[],
): Promise<ReadonlyMap<string, readonly Point[]>> {
  const isRolled = indicator.level === 'desa' && indicator.rollUp !== 'tidak'
  const sums = await listValueSums(db, {
    indicatorIds: isRolled ? [indicator.id] : [],
    ...{ level: 'desa', under: '', byDistrict: true },
  })
  const sumsOf = grouped(sums, sum => sum.districtCode)
  const statedOf = grouped(
    stated.filter(row => levelOf(row.regionCode) === 'kecamatan'),
    row => row.regionCode,
  )
  return new Map(
    regions.of('kecamatan').map(({ code }) => [
      code,
      composed(indicator, {
        stated: statedOf.get(code) ?? [],
        sums: sumsOf.get(code) ?? [],
        of: regions.of('desa', code).length,
      }),
    ]),
  )
}
