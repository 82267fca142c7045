import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../database'
import { person } from '../schema/person'
import { indicatorValue } from '../schema/report'
import { plainArray, textArray } from './array'
import { valueColumns, valueHolds } from './report-columns'

const columns = { ...valueColumns, reportId: indicatorValue.reportId, reason: indicatorValue.reason }

const isOfLevel = (level: 'kecamatan' | 'desa', under: string) =>
  sql`length(region_code) = ${level === 'desa' ? 13 : 8} and (${under} = '' or region_code like ${`${under}.%`})`

/** Values that hold for one region, in order of time. */
export const listValuesOfRegion = (
  db: Queryable,
  of: { indicatorIds: readonly string[]; regionCode: string },
) =>
  db
    .select(columns)
    .from(indicatorValue)
    .where(
      and(
        inArray(indicatorValue.indicatorId, [...of.indicatorIds]),
        eq(indicatorValue.regionCode, of.regionCode),
        valueHolds,
      ),
    )
    .orderBy(asc(indicatorValue.year), asc(indicatorValue.quarter))

export type ValueRow = Awaited<ReturnType<typeof listValuesOfRegion>>[number]

/** Values that hold for an indicator in regions of one level, of some years, in order of time. */
export const listValuesBelow = (
  db: Queryable,
  of: {
    indicatorId: string
    level: 'kecamatan' | 'desa'
    /** Code of the kecamatan that they lie in; empty: anywhere. */
    under: string
    fromYear: number
    toYear: number
  },
) =>
  db
    .select(columns)
    .from(indicatorValue)
    .where(
      and(
        eq(indicatorValue.indicatorId, of.indicatorId),
        sql`${indicatorValue.year} between ${of.fromYear} and ${of.toYear}`,
        isOfLevel(of.level, of.under),
        valueHolds,
      ),
    )
    .orderBy(asc(indicatorValue.year), asc(indicatorValue.quarter), asc(indicatorValue.regionCode))

/** The value that holds in one place, and nobody else gives it up until the transaction ends (with `holdSasaran`). */
export const findHoldingValue = async (
  db: Queryable,
  of: { indicatorId: string; regionCode: string; year: number; quarter: number },
): Promise<ValueRow | null> =>
  (
    await db
      .select(columns)
      .from(indicatorValue)
      .where(
        and(
          eq(indicatorValue.indicatorId, of.indicatorId),
          eq(indicatorValue.year, of.year),
          eq(indicatorValue.quarter, of.quarter),
          eq(indicatorValue.regionCode, of.regionCode),
          valueHolds,
        ),
      )
  )[0] ?? null

/** What holds of some indicators in a triwulan, wherever it is of. */
export const listValuesOfQuarter = (
  db: Queryable,
  of: { indicatorIds: readonly string[]; year: number; quarter: number },
) =>
  db
    .select(columns)
    .from(indicatorValue)
    .where(
      and(
        inArray(indicatorValue.indicatorId, [...of.indicatorIds]),
        eq(indicatorValue.year, of.year),
        eq(indicatorValue.quarter, of.quarter),
        valueHolds,
      ),
    )

/** What was last said of each region before a triwulan. */
export async function listLastValues(
  db: Queryable,
  of: { indicatorIds: readonly string[]; year: number; quarter: number },
): Promise<ValueRow[]> {
  const { indicatorIds, year, quarter } = of
  if (indicatorIds.length === 0) return []
  return db
    .selectDistinctOn([indicatorValue.indicatorId, indicatorValue.regionCode], columns)
    .from(indicatorValue)
    .where(
      and(
        inArray(indicatorValue.indicatorId, [...indicatorIds]),
        sql`(${indicatorValue.year}, ${indicatorValue.quarter}) < (${year}::smallint, ${quarter}::smallint)`,
        valueHolds,
      ),
    )
    .orderBy(
      asc(indicatorValue.indicatorId),
      asc(indicatorValue.regionCode),
      desc(indicatorValue.year),
      desc(indicatorValue.quarter),
    )
}

/** Puts in values that hold from now on. */
export async function insertValues(tx: Tx, rows: (typeof indicatorValue.$inferInsert)[]): Promise<void> {
  const AT_ONCE = 1_000
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx.insert(indicatorValue).values(rows.slice(from, from + AT_ONCE))
}

/** What these values are holds no longer. */
export async function supersedeValues(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(indicatorValue)
    .set({ supersededAt: at })
    .where(sql`${indicatorValue.id} = any(${plainArray(ids)}::uuid[])`)
}

const creator = alias(person, 'creator')
const verifier = alias(person, 'verifier')

/**
 * Values of one region that hold or once held, the newest first.
 * @param at of one triwulan; left out: of all of them
 */
export const listValueHistory = (
  db: Queryable,
  of: {
    indicatorId: string
    regionCodes: readonly string[]
    at?: { year: number; quarter: number }
    limit: number
  },
) =>
  db
    .select({
      ...columns,
      byName: creator.name,
      createdAt: indicatorValue.createdAt,
      verifiedByName: verifier.name,
      verifiedAt: indicatorValue.verifiedAt,
      supersededAt: indicatorValue.supersededAt,
    })
    .from(indicatorValue)
    .innerJoin(creator, eq(creator.id, indicatorValue.createdBy))
    .innerJoin(verifier, eq(verifier.id, indicatorValue.verifiedBy))
    .where(
      and(
        eq(indicatorValue.indicatorId, of.indicatorId),
        sql`${indicatorValue.regionCode} = any(${textArray(of.regionCodes)}::text[])`,
        of.at && eq(indicatorValue.year, of.at.year),
        of.at && eq(indicatorValue.quarter, of.at.quarter),
      ),
    )
    .orderBy(desc(indicatorValue.createdAt), desc(indicatorValue.id))
    .limit(of.limit)
