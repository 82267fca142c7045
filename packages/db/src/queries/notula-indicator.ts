import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { notulaIndicator } from '../schema/contribution'
import { indicator } from '../schema/indicator'

/** Which of these are ids of indicators. */
export const knownIndicatorIds = async (
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: indicator.id })
    .from(indicator)
    .where(inArray(indicator.id, [...ids]))
  return new Set(rows.map(({ id }) => id))
}

/** Indicators that the notula of a rapat names, with what each was sealed with; null: it is not sealed. */
export const listNotulaIndicators = (db: Queryable, rapatId: string) =>
  db
    .select({ indicatorId: notulaIndicator.indicatorId, figure: notulaIndicator.figure })
    .from(notulaIndicator)
    .where(eq(notulaIndicator.rapatId, rapatId))
    .orderBy(asc(notulaIndicator.indicatorId))

/** Rows of the notula as it stands. */
export async function replaceNotulaIndicators(
  tx: Tx,
  { rapatId, rows }: { rapatId: string; rows: readonly { indicatorId: string; lineId: string }[] },
): Promise<void> {
  const kept = rows.map(row => row.indicatorId)
  await tx
    .delete(notulaIndicator)
    .where(
      and(
        eq(notulaIndicator.rapatId, rapatId),
        kept.length === 0 ? undefined : notInArray(notulaIndicator.indicatorId, kept),
      ),
    )
  if (rows.length === 0) return
  await tx
    .insert(notulaIndicator)
    .values(rows.map(row => ({ ...row, rapatId })))
    .onConflictDoUpdate({
      target: [notulaIndicator.rapatId, notulaIndicator.indicatorId],
      set: { lineId: sql`excluded.line_id` },
      setWhere: sql`${notulaIndicator.lineId} <> excluded.line_id`,
    })
}

/** Keeps what an indicator stands at, for good. */
export async function freezeFigure(
  tx: Tx,
  { rapatId, indicatorId, figure }: { rapatId: string; indicatorId: string; figure: unknown },
): Promise<void> {
  await tx
    .update(notulaIndicator)
    .set({ figure })
    .where(and(eq(notulaIndicator.rapatId, rapatId), eq(notulaIndicator.indicatorId, indicatorId)))
}
