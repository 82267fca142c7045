import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { series, seriesOpd, seriesPerson } from '../schema/series'

const parsed = <T>(expression: SQL<T>): SQL<T> =>
  expression.mapWith((value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as T)

const columns = {
  id: series.id,
  name: series.name,
  cadence: series.cadence,
  dates: series.dates,
  title: series.title,
  plannedMinutes: series.plannedMinutes,
  startTime: series.startTime,
  place: series.place,
  agenda: series.agenda,
  chairJabatanId: series.chairJabatanId,
  chairId: series.chairId,
  notulisJabatanId: series.notulisJabatanId,
  notulisId: series.notulisId,
  active: series.active,
  isExample: series.isExample,
  revision: series.revision,
  opdIds: parsed(
    sql<
      string[]
    >`(select coalesce(json_agg(so.opd_id), '[]') from series_opd so where so.series_id = ${series}.id)`,
  ),
  guests: parsed(
    sql<{ personId: string; canWrite: boolean }[]>`(
      select coalesce(json_agg(json_build_object('personId', sp.person_id, 'canWrite', sp.can_write)), '[]')
      from series_person sp where sp.series_id = ${series}.id)`,
  ),
}

/** Every series, or these; those that go on first. */
export const listSeriesRows = (db: Queryable, ids?: readonly string[]) =>
  db
    .select(columns)
    .from(series)
    .where(ids === undefined ? undefined : inArray(series.id, [...ids]))
    .orderBy(desc(series.active), asc(series.name), asc(series.id))

export type SeriesRow = Awaited<ReturnType<typeof listSeriesRows>>[number]

export const findSeries = async (db: Queryable, id: string): Promise<SeriesRow | null> =>
  (await listSeriesRows(db, [id]))[0] ?? null

/** The same, and nobody else changes it, or opens a rapat of it, until the transaction ends. */
export async function lockSeries(tx: Tx, id: string): Promise<SeriesRow | null> {
  await tx.select({ id: series.id }).from(series).where(eq(series.id, id)).for('no key update')
  return findSeries(tx, id)
}

export async function insertSeries(tx: Tx, row: typeof series.$inferInsert): Promise<void> {
  await tx.insert(series).values(row)
}

/** Changes a series that `lockSeries` holds; its revision grows. */
export async function updateSeries(
  tx: Tx,
  id: string,
  changes: Partial<Omit<typeof series.$inferInsert, 'id' | 'revision'>>,
): Promise<void> {
  await tx
    .update(series)
    .set({ ...changes, revision: sql`${series.revision} + 1` })
    .where(eq(series.id, id))
}

export async function replaceStanding(
  tx: Tx,
  seriesId: string,
  standing: {
    opdIds: readonly string[]
    guests: readonly { personId: string; canWrite: boolean }[]
  },
): Promise<void> {
  const { opdIds, guests } = standing
  await tx.delete(seriesOpd).where(eq(seriesOpd.seriesId, seriesId))
  await tx.delete(seriesPerson).where(eq(seriesPerson.seriesId, seriesId))
  if (opdIds.length > 0) await tx.insert(seriesOpd).values(opdIds.map(opdId => ({ seriesId, opdId })))
  if (guests.length > 0) await tx.insert(seriesPerson).values(guests.map(guest => ({ seriesId, ...guest })))
}
