import type { Finality, Measured, Tanggal } from '@mufakat/domain'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { indicator, indicatorDefinition } from '../schema/indicator'
import { indicatorValue } from '../schema/report'
import { plainArray, textArray } from './array'
import { valueColumns, valueHolds } from './report-columns'

/** Where a value stands: of which indicator, where and when. */
export interface ValuePlace {
  readonly indicatorId: string
  readonly regionCode: string
  readonly year: number
  readonly quarter: number
}

/** A value as a file tells it. */
export interface FileValueRow extends ValuePlace, Measured {
  readonly finality: Finality
  readonly asOf: Tanggal
  readonly source: string
}

export interface HeldValueRow extends FileValueRow {
  readonly id: string
  readonly definitionVersion: number
}

export interface NewValueRow extends HeldValueRow {
  readonly reason: string
}

/** What a file has to know of every indicator. */
export const listIndicatorsForFile = (db: Queryable) =>
  db
    .select({
      id: indicator.id,
      name: indicator.name,
      unit: indicator.unit,
      decimals: indicator.decimals,
      level: indicator.level,
      rollUp: indicator.rollUp,
      factor: indicator.factor,
      source: indicator.source,
      lowest: indicator.lowest,
      highest: indicator.highest,
    })
    .from(indicator)
    .orderBy(asc(indicator.position), asc(indicator.name))

export type FileIndicatorRow = Awaited<ReturnType<typeof listIndicatorsForFile>>[number]

/** Every version of every definition, the older first. */
export const listDefinitionsForFile = (db: Queryable) =>
  db
    .select({
      indicatorId: indicatorDefinition.indicatorId,
      version: indicatorDefinition.version,
      year: indicatorDefinition.year,
      quarter: indicatorDefinition.quarter,
    })
    .from(indicatorDefinition)
    .orderBy(asc(indicatorDefinition.version))

/** The values that hold at these places, however many. */
export function listHeldValues(db: Queryable, places: readonly ValuePlace[]): Promise<HeldValueRow[]> {
  const asked = sql`(
    select * from unnest(
      ${plainArray(places.map(one => one.indicatorId))}::uuid[],
      ${textArray(places.map(one => one.regionCode))}::text[],
      ${plainArray(places.map(one => one.year))}::int[],
      ${plainArray(places.map(one => one.quarter))}::int[]
    ) as t (indicator_id, region_code, year, quarter)) as asked`
  return db
    .select(valueColumns)
    .from(indicatorValue)
    .innerJoin(
      asked,
      sql`asked.indicator_id = ${indicatorValue.indicatorId} and asked.region_code = ${indicatorValue.regionCode}
        and asked.year = ${indicatorValue.year} and asked.quarter = ${indicatorValue.quarter}`,
    )
    .where(valueHolds)
}

/** The values that hold, as they are taken out: of a year, of an indicator, or all. */
export const listValuesToExport = (
  db: Queryable,
  params: { year: number | null; indicatorId: string | null; limit: number },
): Promise<HeldValueRow[]> =>
  db
    .select(valueColumns)
    .from(indicatorValue)
    .innerJoin(indicator, eq(indicator.id, indicatorValue.indicatorId))
    .where(
      and(
        valueHolds,
        params.year === null ? undefined : eq(indicatorValue.year, params.year),
        params.indicatorId === null ? undefined : eq(indicatorValue.indicatorId, params.indicatorId),
      ),
    )
    .orderBy(
      asc(indicator.position),
      asc(indicator.id),
      asc(indicatorValue.year),
      asc(indicatorValue.quarter),
      asc(indicatorValue.regionCode),
    )
    .limit(params.limit)

/** An array of numbers of which some are not there. */
const numbers = (values: readonly (number | null)[]): SQL =>
  sql`${`{${values.map(value => (value === null ? 'NULL' : String(value))).join(',')}}`}::numeric[]`

/** Puts in values of a file in one statement; who puts them in has checked them. */
export async function insertFileValues(
  tx: Tx,
  { rows, by, at }: { rows: readonly NewValueRow[]; by: string; at: Date },
): Promise<void> {
  if (rows.length === 0) return
  const when = sql`${at.toISOString()}::timestamptz`
  await tx.execute(sql`
    insert into ${indicatorValue} (
      id, indicator_id, region_code, year, quarter, value, numerator, denominator, not_available, finality, as_of,
      source, definition_version, reason, created_by, created_at, verified_by, verified_at
    )
    select t.*, ${by}::uuid, ${when}, ${by}::uuid, ${when}
    from unnest(
      ${plainArray(rows.map(row => row.id))}::uuid[],
      ${plainArray(rows.map(row => row.indicatorId))}::uuid[],
      ${textArray(rows.map(row => row.regionCode))}::text[],
      ${plainArray(rows.map(row => row.year))}::smallint[],
      ${plainArray(rows.map(row => row.quarter))}::smallint[],
      ${numbers(rows.map(row => row.value))},
      ${numbers(rows.map(row => row.numerator))},
      ${numbers(rows.map(row => row.denominator))},
      ${plainArray(rows.map(row => (row.notAvailable ? 'true' : 'false')))}::boolean[],
      ${textArray(rows.map(row => row.finality))}::text[],
      ${plainArray(rows.map(row => row.asOf))}::date[],
      ${textArray(rows.map(row => row.source))}::text[],
      ${plainArray(rows.map(row => row.definitionVersion))}::int[],
      ${textArray(rows.map(row => row.reason))}::text[]
    ) as t`)
}

/** Years of which some value holds, the latest first. */
export const listValueYears = async (db: Queryable): Promise<number[]> =>
  (
    await db
      .selectDistinct({ year: indicatorValue.year })
      .from(indicatorValue)
      .where(valueHolds)
      .orderBy(desc(indicatorValue.year))
  ).map(({ year }) => year)
