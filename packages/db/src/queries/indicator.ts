import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { indicator, indicatorDefinition, indicatorTarget } from '../schema/indicator'
import { person } from '../schema/person'

const columns = {
  id: indicator.id,
  programmeId: indicator.programmeId,
  name: indicator.name,
  concept: indicator.concept,
  classification: indicator.classification,
  measure: indicator.measure,
  unit: indicator.unit,
  decimals: indicator.decimals,
  direction: indicator.direction,
  level: indicator.level,
  rollUp: indicator.rollUp,
  accumulation: indicator.accumulation,
  frequency: indicator.frequency,
  factor: indicator.factor,
  source: indicator.source,
  ownerOpdId: indicator.ownerOpdId,
  baseline: indicator.baseline,
  baselineDate: indicator.baselineDate,
  lowest: indicator.lowest,
  highest: indicator.highest,
  isPublic: indicator.isPublic,
  position: indicator.position,
  active: indicator.active,
  isExample: indicator.isExample,
  revision: indicator.revision,
}

/** Every indicator, by its place in its programme. */
export const listIndicatorRows = (db: Queryable) =>
  db.select(columns).from(indicator).orderBy(asc(indicator.position), asc(indicator.name))

export type IndicatorRow = Awaited<ReturnType<typeof listIndicatorRows>>[number]

export const findIndicator = async (db: Queryable, id: string): Promise<IndicatorRow | null> =>
  (await db.select(columns).from(indicator).where(eq(indicator.id, id)))[0] ?? null

/** The place after the last indicator of a programme. */
export async function nextIndicatorPosition(tx: Tx, programmeId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(indicator.position) })
    .from(indicator)
    .where(eq(indicator.programmeId, programmeId))
  return (row?.last ?? 0) + 1
}

export async function insertIndicators(tx: Tx, rows: (typeof indicator.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(indicator).values(rows)
}

/** Changes an indicator; its revision grows. */
export async function updateIndicator(
  tx: Tx,
  id: string,
  changes: Partial<Omit<typeof indicator.$inferInsert, 'id' | 'revision'>>,
): Promise<void> {
  await tx
    .update(indicator)
    .set({ ...changes, revision: sql`${indicator.revision} + 1` })
    .where(eq(indicator.id, id))
}

/** Definitions of these indicators, the newest first. */
export const listDefinitions = (db: Queryable, indicatorIds: readonly string[]) =>
  db
    .select({
      indicatorId: indicatorDefinition.indicatorId,
      version: indicatorDefinition.version,
      definition: indicatorDefinition.definition,
      year: indicatorDefinition.year,
      quarter: indicatorDefinition.quarter,
      breaks: indicatorDefinition.breaks,
      byName: person.name,
      createdAt: indicatorDefinition.createdAt,
    })
    .from(indicatorDefinition)
    .innerJoin(person, eq(person.id, indicatorDefinition.createdBy))
    .where(inArray(indicatorDefinition.indicatorId, [...indicatorIds]))
    .orderBy(desc(indicatorDefinition.version))

export type DefinitionRow = Awaited<ReturnType<typeof listDefinitions>>[number]

export async function insertDefinitions(
  tx: Tx,
  rows: (typeof indicatorDefinition.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(indicatorDefinition).values(rows)
}

/** Targets of these indicators, of one region or of all, in order of time. */
export const listTargets = (db: Queryable, of: { indicatorIds: readonly string[]; regionCode?: string }) =>
  db
    .select({
      indicatorId: indicatorTarget.indicatorId,
      regionCode: indicatorTarget.regionCode,
      year: indicatorTarget.year,
      quarter: indicatorTarget.quarter,
      value: indicatorTarget.value,
    })
    .from(indicatorTarget)
    .where(
      and(
        inArray(indicatorTarget.indicatorId, [...of.indicatorIds]),
        of.regionCode === undefined ? undefined : eq(indicatorTarget.regionCode, of.regionCode),
      ),
    )
    .orderBy(asc(indicatorTarget.year), asc(indicatorTarget.quarter))

export type TargetRow = Awaited<ReturnType<typeof listTargets>>[number]

/** Puts targets in, or in the place of those of the same time and region. */
export async function putTargetRows(tx: Tx, rows: (typeof indicatorTarget.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(indicatorTarget)
    .values(rows)
    .onConflictDoUpdate({
      target: [
        indicatorTarget.indicatorId,
        indicatorTarget.regionCode,
        indicatorTarget.year,
        indicatorTarget.quarter,
      ],
      set: { value: sql`excluded.value`, setBy: sql`excluded.set_by`, setAt: sql`excluded.set_at` },
    })
}

export async function deleteTarget(
  tx: Tx,
  of: { indicatorId: string; regionCode: string; year: number; quarter: number },
): Promise<void> {
  await tx
    .delete(indicatorTarget)
    .where(
      and(
        eq(indicatorTarget.indicatorId, of.indicatorId),
        eq(indicatorTarget.regionCode, of.regionCode),
        eq(indicatorTarget.year, of.year),
        eq(indicatorTarget.quarter, of.quarter),
      ),
    )
}
