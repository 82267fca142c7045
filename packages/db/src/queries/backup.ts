import type { BackupFailure, BackupKind, BackupPlace, Locale } from '@mufakat/domain'
import { and, desc, eq, inArray, isNotNull, isNull, min, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { backup } from '../schema/backup'
import { person } from '../schema/person'

/** @returns false when one waits or is under way */
export async function insertBackup(
  tx: Tx,
  row: { id: string; kind: BackupKind; place: BackupPlace; requestedBy: string | null; requestedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(backup)
    .values({ ...row, state: 'waiting' })
    .onConflictDoNothing()
    .returning({ id: backup.id })
  return rows.length === 1
}

/** One that a command on the server has made, and that is over. */
export async function insertFinishedBackup(
  tx: Tx,
  row: FinishedBackup & { beganAt: Date; now: Date },
): Promise<void> {
  const { beganAt, now, ...archive } = row
  const at = { requestedAt: beganAt, beganAt, endedAt: now }
  await tx
    .insert(backup)
    .values({ ...archive, ...at, kind: 'command', state: 'done', place: 'elsewhere', requestedBy: null })
}

/** Begins one that waits or was broken off; null when it is over already. */
export async function beginBackup(
  db: Queryable,
  params: { id: string; now: Date },
): Promise<{ place: BackupPlace; kind: BackupKind; requestedBy: string | null } | null> {
  const rows = await db
    .update(backup)
    .set({ state: 'running', beganAt: params.now, totalBytes: 0, doneBytes: 0 })
    .where(and(eq(backup.id, params.id), inArray(backup.state, ['waiting', 'running'])))
    .returning({ place: backup.place, kind: backup.kind, requestedBy: backup.requestedBy })
  return rows[0] ?? null
}

export async function saveBackupProgress(
  db: Queryable,
  params: { id: string; totalBytes: number; doneBytes: number },
): Promise<void> {
  const { id, ...progress } = params
  await db
    .update(backup)
    .set(progress)
    .where(and(eq(backup.id, id), eq(backup.state, 'running')))
}

export interface FinishedBackup {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly contentHash: string
  readonly verifiedAt: Date | null
}

/** @returns false when it is not under way any more */
export async function finishBackup(tx: Tx, params: FinishedBackup & { now: Date }): Promise<boolean> {
  const { id, now, ...archive } = params
  const rows = await tx
    .update(backup)
    .set({ ...archive, state: 'done', endedAt: now, doneBytes: sql`${backup.totalBytes}` })
    .where(and(eq(backup.id, id), eq(backup.state, 'running')))
    .returning({ id: backup.id })
  return rows.length === 1
}

/** @returns false when it is over already */
export async function failBackup(
  tx: Tx,
  params: { id: string; failure: BackupFailure; now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(backup)
    .set({ state: 'failed', failure: params.failure, endedAt: params.now })
    .where(and(eq(backup.id, params.id), inArray(backup.state, ['waiting', 'running'])))
    .returning({ id: backup.id })
  return rows.length === 1
}

/** Backups under way that no job will go on with. */
export async function listOrphanedBackups(db: Queryable): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from ${backup} where state in ('waiting', 'running') and not exists (
      select from graphile_worker._private_jobs job
      where job.key = 'backup:' || ${backup.id} and (job.attempts < job.max_attempts or job.locked_at is not null))`)
  return rows.map(row => row.id)
}

/** The one that waits or is under way; null: none. */
export async function findOpenBackup(
  db: Queryable,
): Promise<{ id: string; state: 'waiting' | 'running'; doneBytes: number; totalBytes: number } | null> {
  const rows = await db
    .select({
      id: backup.id,
      state: sql<'waiting' | 'running'>`${backup.state}`,
      doneBytes: backup.doneBytes,
      totalBytes: backup.totalBytes,
    })
    .from(backup)
    .where(inArray(backup.state, ['waiting', 'running']))
    .orderBy(backup.requestedAt)
    .limit(1)
  return rows[0] ?? null
}

/** Good archives whose file is there as far as is known, the newest first. */
export const listArchives = (db: Queryable, limit: number) =>
  db
    .select({
      id: backup.id,
      kind: backup.kind,
      place: backup.place,
      name: sql<string>`${backup.name}`,
      takenAt: sql<Date>`${backup.beganAt}`.mapWith(backup.beganAt),
      bytes: sql<number>`${backup.bytes}`.mapWith(Number),
      contentHash: sql<string>`${backup.contentHash}`,
      verifiedAt: backup.verifiedAt,
      requestedBy: person.name,
    })
    .from(backup)
    .leftJoin(person, eq(person.id, backup.requestedBy))
    .where(and(eq(backup.state, 'done'), isNull(backup.removedAt)))
    .orderBy(desc(backup.beganAt), desc(backup.id))
    .limit(limit)

export type ArchiveRow = Awaited<ReturnType<typeof listArchives>>[number]

/** When backups that the clock asked for failed, the newest first. */
export async function listScheduledFailures(db: Queryable, limit: number): Promise<Date[]> {
  const rows = await db
    .select({ at: backup.requestedAt })
    .from(backup)
    .where(and(eq(backup.kind, 'schedule'), eq(backup.state, 'failed')))
    .orderBy(desc(backup.requestedAt))
    .limit(limit)
  return rows.map(row => row.at)
}

/** When the last good one was begun, wherever its file is now; null: there never was one. */
export async function findLastGoodBackup(db: Queryable): Promise<{ id: string; at: Date } | null> {
  const rows = await db
    .select({ id: backup.id, at: backup.beganAt })
    .from(backup)
    .where(eq(backup.state, 'done'))
    .orderBy(desc(backup.beganAt))
    .limit(1)
  const [row] = rows
  return row === undefined || row.at === null ? null : { id: row.id, at: row.at }
}

/** Why the last one that ended came to nothing; null: it is good, or there is none. */
export async function findLastFailure(db: Queryable): Promise<{ at: Date; failure: BackupFailure } | null> {
  const rows = await db
    .select({ at: backup.endedAt, failure: backup.failure })
    .from(backup)
    .where(isNotNull(backup.endedAt))
    .orderBy(desc(backup.endedAt), desc(backup.id))
    .limit(1)
  const [row] = rows
  return row === undefined || row.at === null || row.failure === null
    ? null
    : { at: row.at, failure: row.failure }
}

/** @returns which of these were there until now */
export async function markBackupsRemoved(
  tx: Tx,
  params: { ids: readonly string[]; now: Date },
): Promise<string[]> {
  const rows = await tx
    .update(backup)
    .set({ removedAt: params.now })
    .where(and(inArray(backup.id, [...params.ids]), isNull(backup.removedAt)))
    .returning({ id: backup.id })
  return rows.map(row => row.id)
}

/** Admins who can be written to; the accounts of a demo are nobody's. */
export async function listAdminsToTell(
  db: Queryable,
): Promise<{ id: string; name: string; email: string; locale: Locale }[]> {
  const rows = await db
    .select({ id: person.id, name: person.name, email: person.email, locale: person.locale })
    .from(person)
    .where(and(eq(person.role, 'admin'), eq(person.active, true), eq(person.isExample, false)))
  return rows.flatMap(({ email, ...row }) => (email === null ? [] : [{ ...row, email }]))
}

/** Since when somebody lives here; null: nobody does. */
export async function findFirstDay(db: Queryable): Promise<Date | null> {
  const rows = await db.select({ at: min(person.createdAt) }).from(person)
  return rows[0]?.at ?? null
}
