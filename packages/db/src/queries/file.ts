import type { FileSubjectKind } from '@mufakat/domain'
import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../database'
import { file, fileAccess, fileUpload } from '../schema/file'
import { opd } from '../schema/opd'
import { person } from '../schema/person'

const columns = {
  id: file.id,
  subjectKind: file.subjectKind,
  subjectId: file.subjectId,
  kind: file.kind,
  name: file.name,
  storedName: file.storedName,
  size: file.size,
  sha256: file.sha256,
  thumbnailSize: file.thumbnailSize,
  opdId: file.opdId,
  addedBy: file.addedBy,
  addedAt: file.addedAt,
  removedBy: file.removedBy,
  removedAt: file.removedAt,
  purgedAt: file.purgedAt,
}

export const findFile = async (db: Queryable, fileId: string) =>
  (await db.select(columns).from(file).where(eq(file.id, fileId)))[0] ?? null

export type FileRow = NonNullable<Awaited<ReturnType<typeof findFile>>>

/** The same, and nobody else changes it until the transaction ends. */
export const lockFile = async (tx: Tx, fileId: string): Promise<FileRow | null> =>
  (await tx.select(columns).from(file).where(eq(file.id, fileId)).for('update'))[0] ?? null

const remover = alias(person, 'remover')

/** Files of a subject, removed ones included, the latest first; whoever asks sorts out what may be seen. */
export const listFileRows = (db: Queryable, subject: { kind: FileSubjectKind; id: string }) =>
  db
    .select({
      ...columns,
      addedByName: person.name,
      opdShortName: opd.shortName,
      removedByName: remover.name,
    })
    .from(file)
    .innerJoin(person, eq(person.id, file.addedBy))
    .leftJoin(opd, eq(opd.id, file.opdId))
    .leftJoin(remover, eq(remover.id, file.removedBy))
    .where(and(eq(file.subjectKind, subject.kind), eq(file.subjectId, subject.id)))
    .orderBy(desc(file.addedAt), desc(file.id))

export async function insertFile(tx: Tx, row: typeof file.$inferInsert): Promise<void> {
  await tx.insert(file).values(row)
}

/** Hides a file, or shows it again when `removal` is null. */
export async function setFileRemoval(
  tx: Tx,
  fileId: string,
  removal: { personId: string; at: Date } | null,
): Promise<void> {
  await tx
    .update(file)
    .set({ removedBy: removal?.personId ?? null, removedAt: removal?.at ?? null })
    .where(eq(file.id, fileId))
}

/** Removed files whose bytes are still there, removed before then. */
export const listPurgeableFiles = (db: Queryable, params: { before: Date; limit: number }) =>
  db
    .select({ id: file.id, storedName: file.storedName })
    .from(file)
    .where(and(isNotNull(file.removedAt), isNull(file.purgedAt), lt(file.removedAt, params.before)))
    .orderBy(asc(file.removedAt))
    .limit(params.limit)

export async function setFilePurged(tx: Tx, fileId: string, at: Date): Promise<void> {
  await tx.update(file).set({ purgedAt: at }).where(eq(file.id, fileId))
}

/** Files whose bytes must be there. */
export const listStoredNames = (db: Queryable) =>
  db.select({ id: file.id, storedName: file.storedName }).from(file).where(isNull(file.purgedAt))

const ofOpd = (column: typeof file.opdId | typeof fileUpload.opdId, opdId: string | null) =>
  opdId === null ? isNull(column) : eq(column, opdId)

/**
 * Bytes an OPD has taken, with what is on its way there; nobody else takes any until the transaction ends. People
 * without an OPD share one.
 */
export async function lockFileUse(tx: Tx, opdId: string | null): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`file ${opdId ?? ''}`}, 0))`)
  const [kept] = await tx
    .select({ bytes: sql<string>`coalesce(sum(${file.size} + ${file.thumbnailSize}), 0)` })
    .from(file)
    .where(and(isNull(file.purgedAt), ofOpd(file.opdId, opdId)))
  const [coming] = await tx
    .select({ bytes: sql<string>`coalesce(sum(${fileUpload.size}), 0)` })
    .from(fileUpload)
    .where(ofOpd(fileUpload.opdId, opdId))
  return Number(kept?.bytes ?? 0) + Number(coming?.bytes ?? 0)
}

/** Notes who fetched a file. */
export async function insertFileAccess(
  db: Queryable,
  row: { id: string; at: Date; fileId: string; personId: string },
): Promise<void> {
  await db.insert(fileAccess).values(row)
}

/** Files and bytes of each OPD, removed ones included until their bytes are gone; the largest first. */
export const listFileUse = (db: Queryable) => {
  const bytes = sql<string>`sum(${file.size} + ${file.thumbnailSize})`
  return db
    .select({ opd: opd.shortName, bytes, count: sql<string>`count(*)` })
    .from(file)
    .leftJoin(opd, eq(opd.id, file.opdId))
    .where(isNull(file.purgedAt))
    .groupBy(opd.id, opd.shortName)
    .orderBy(desc(bytes), asc(opd.shortName))
}
