import type { RapatStatus } from '@mufakat/domain'
import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, gte, inArray, lte, ne, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { document } from '../schema/log'
import { opd } from '../schema/opd'
import { rapat, rapatGuest, rapatOpd } from '../schema/rapat'

const parsed = <T>(expression: SQL<T>): SQL<T> =>
  expression.mapWith((value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as T)

const columns = {
  id: rapat.id,
  title: rapat.title,
  year: rapat.year,
  quarter: rapat.quarter,
  date: rapat.date,
  startTime: rapat.startTime,
  plannedMinutes: rapat.plannedMinutes,
  place: rapat.place,
  status: rapat.status,
  notulaState: rapat.notulaState,
  chairId: rapat.chairId,
  notulisId: rapat.notulisId,
  documentId: rapat.documentId,
  seriesId: rapat.seriesId,
  carriedItemId: rapat.carriedItemId,
  isExample: rapat.isExample,
  revision: rapat.revision,
  invitedOpdIds: parsed(
    sql<
      string[]
    >`(select coalesce(json_agg(ro.opd_id), '[]') from rapat_opd ro where ro.rapat_id = ${rapat}.id)`,
  ),
  /** OPD that have taken the place of invited ones, directly or by way of others. */
  heirOpdIds: parsed(
    sql<string[]>`(select coalesce(json_agg(heir.id), '[]') from (
      with recursive chain(id) as (
        select o.merged_into from rapat_opd ro join opd o on o.id = ro.opd_id
        where ro.rapat_id = ${rapat}.id and o.merged_into is not null
        union
        select o.merged_into from chain join opd o on o.id = chain.id where o.merged_into is not null)
      select id from chain) heir)`,
  ),
  guestIds: parsed(
    sql<{ personId: string; canWrite: boolean; itemIds: string[] | null; byLink: boolean }[]>`(
      select coalesce(json_agg(json_build_object('personId', rg.person_id, 'canWrite', rg.can_write,
        'itemIds', rg.item_ids,
        'byLink', exists (select 1 from guest g where g.person_id = rg.person_id))), '[]')
      from rapat_guest rg where rg.rapat_id = ${rapat}.id)`,
  ),
}

const counts = {
  keputusanCount: sql<number>`(select count(*)::int from keputusan k
    where k.rapat_id = ${rapat}.id and k.removed_at is null)`,
  tindakLanjutCount: sql<number>`(select count(*)::int from tindak_lanjut t
    where t.rapat_id = ${rapat}.id and t.removed_at is null)`,
}

/** A rapat with everything that a permission on it depends on. */
export const findRapat = async (db: Queryable, rapatId: string) =>
  (await db.select(columns).from(rapat).where(eq(rapat.id, rapatId)))[0] ?? null

export const findRapatByDocument = async (db: Queryable, documentId: string) =>
  (await db.select(columns).from(rapat).where(eq(rapat.documentId, documentId)))[0] ?? null

/** The rapat of several documents, each with whether its document takes edits. */
export const listRapatByDocuments = (db: Queryable, documentIds: readonly string[]) =>
  db
    .select({ ...columns, documentState: document.state })
    .from(rapat)
    .innerJoin(document, eq(document.id, rapat.documentId))
    .where(inArray(rapat.documentId, [...documentIds]))

/** Every rapat that has decided something, with what a permission on it depends on. */
export const listRapatWithCards = (db: Queryable) =>
  db.select(columns).from(rapat).where(sql`exists (select from card c where c.rapat_id = ${rapat}.id)`)

/** Rapat on some days, both within, as they follow each other; cancelled ones are not. */
export const listRapatOn = (db: Queryable, { from, to }: { from: string; to: string }) =>
  db
    .select(columns)
    .from(rapat)
    .where(and(gte(rapat.date, from), lte(rapat.date, to), ne(rapat.status, 'dibatalkan')))
    .orderBy(asc(rapat.date), asc(rapat.startTime), asc(rapat.id))

export type RapatRow = NonNullable<Awaited<ReturnType<typeof findRapat>>>

/** The same, and nobody else changes the rapat until the transaction ends. */
export async function lockRapat(tx: Tx, rapatId: string): Promise<RapatRow | null> {
  await tx.select({ id: rapat.id }).from(rapat).where(eq(rapat.id, rapatId)).for('update')
  return findRapat(tx, rapatId)
}

export const countsOfRapat = async (db: Queryable, rapatId: string) =>
  (await db.select(counts).from(rapat).where(eq(rapat.id, rapatId)))[0] ?? {
    keputusanCount: 0,
    tindakLanjutCount: 0,
  }

const like = (text: string): string => `%${text.replace(/[\\%_]/g, match => `\\${match}`)}%`

/** Rapat that fit a filter, newest triwulan first; whoever asks sorts out what may be seen. */
export const listRapatRows = (
  db: Queryable,
  filter: {
    year?: number | null
    quarter?: number | null
    statuses?: readonly RapatStatus[] | null
    text?: string
    rapatIds?: readonly string[]
    seriesId?: string
    /** Chair or notulis. */
    officerId?: string
  },
) =>
  db
    .select({ ...columns, ...counts })
    .from(rapat)
    .where(
      and(
        filter.year == null ? undefined : eq(rapat.year, filter.year),
        filter.quarter == null ? undefined : eq(rapat.quarter, filter.quarter),
        filter.statuses == null ? undefined : inArray(rapat.status, [...filter.statuses]),
        filter.rapatIds === undefined ? undefined : inArray(rapat.id, [...filter.rapatIds]),
        filter.seriesId === undefined ? undefined : eq(rapat.seriesId, filter.seriesId),
        filter.officerId === undefined
          ? undefined
          : or(eq(rapat.chairId, filter.officerId), eq(rapat.notulisId, filter.officerId)),
        filter.text === undefined || filter.text === ''
          ? undefined
          : or(
              sql`${rapat.title} ilike ${like(filter.text)}`,
              sql`${rapat.place} ilike ${like(filter.text)}`,
            ),
      ),
    )
    .orderBy(desc(rapat.year), desc(rapat.quarter), sql`${rapat.date} desc nulls first`, desc(rapat.id))

export async function insertRapat(tx: Tx, row: typeof rapat.$inferInsert): Promise<void> {
  await tx.insert(rapat).values(row)
}

/** Changes a rapat that `lockRapat` holds; its revision grows. */
export async function updateRapatRow(
  tx: Tx,
  rapatId: string,
  changes: Partial<typeof rapat.$inferInsert>,
): Promise<void> {
  await tx
    .update(rapat)
    .set({ ...changes, revision: sql`${rapat.revision} + 1` })
    .where(eq(rapat.id, rapatId))
}

export const listInvitedOpd = (db: Queryable, rapatId: string) =>
  db
    .select({ id: opd.id, shortName: opd.shortName, name: opd.name })
    .from(rapatOpd)
    .innerJoin(opd, eq(opd.id, rapatOpd.opdId))
    .where(eq(rapatOpd.rapatId, rapatId))
    .orderBy(asc(opd.position), asc(opd.name))

export async function replaceInvitedOpd(tx: Tx, rapatId: string, opdIds: readonly string[]): Promise<void> {
  await tx.delete(rapatOpd).where(eq(rapatOpd.rapatId, rapatId))
  if (opdIds.length > 0) await tx.insert(rapatOpd).values(opdIds.map(opdId => ({ rapatId, opdId })))
}

/** Sets the guests with accounts; those by link stay as they are. */
export async function replaceGuests(
  tx: Tx,
  rapatId: string,
  guests: readonly { personId: string; canWrite: boolean; itemIds?: string[] | null }[],
): Promise<void> {
  const ofAccounts = sql`not exists (select 1 from guest g where g.person_id = ${rapatGuest.personId})`
  await tx.delete(rapatGuest).where(and(eq(rapatGuest.rapatId, rapatId), ofAccounts))
  if (guests.length > 0) await tx.insert(rapatGuest).values(guests.map(guest => ({ rapatId, ...guest })))
}
