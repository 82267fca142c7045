import type { Finality, PartSums } from '@mufakat/domain'
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import { plainArray } from './array'

/** Values of a triwulan put together over regions, as they stand there: nothing is judged, and what is missing is not there. */
export interface ValueSum extends PartSums {
  readonly indicatorId: string
  /** Code of the kecamatan that they lie in; empty where all are put together. */
  readonly districtCode: string
  readonly year: number
  readonly quarter: number
  readonly finality: Finality
  readonly asOf: string
  readonly definitionVersion: number
}

/** What rows of `value_sum` come to together, by the names of `ValueSum`. */
export const SUMMED: SQL = sql`sum(value)::float8 as value, sum(value_count)::int as values,
  sum(numerator)::float8 as numerator, sum(denominator)::float8 as denominator, sum(ratio_count)::int as ratios,
  sum(row_count)::int as rows, bool_and(is_nowhere) as "isNowhere",
  case when bool_and(is_final) then 'final' else 'sementara' end as finality,
  max(as_of)::text as "asOf", max(definition_version) as "definitionVersion"`

/**
 * Sums of values that hold, of regions of one level.
 * @param under code of the kecamatan that they lie in; empty: anywhere
 * @param byDistrict one for each kecamatan, or one of all
 */
export async function listValueSums(
  db: Queryable,
  of: {
    indicatorIds: readonly string[]
    level: 'kecamatan' | 'desa'
    under: string
    byDistrict: boolean
  },
): Promise<ValueSum[]> {
  if (of.indicatorIds.length === 0) return []
  const district = of.byDistrict ? sql`district_code` : sql`''`
  const rows = await db.execute<Record<keyof ValueSum, unknown>>(sql`
    select indicator_id as "indicatorId", ${district} as "districtCode", year, quarter, ${SUMMED}
    from value_sum
    where indicator_id = any(${plainArray(of.indicatorIds)}::uuid[]) and level = ${of.level}
      and (${of.under} = '' or (level = 'desa' and district_code = ${of.under}))
    group by 1, 2, 3, 4
    order by 3, 4`)
  return rows as unknown as ValueSum[]
}
