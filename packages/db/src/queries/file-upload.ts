import type { FileSubjectKind } from '@mufakat/domain'
import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { fileUpload } from '../schema/file'

const columns = {
  id: fileUpload.id,
  subjectKind: fileUpload.subjectKind,
  subjectId: fileUpload.subjectId,
  personId: fileUpload.personId,
  opdId: fileUpload.opdId,
  name: fileUpload.name,
  about: fileUpload.about,
  indicatorId: fileUpload.indicatorId,
  mark: fileUpload.mark,
  storedName: fileUpload.storedName,
  size: fileUpload.size,
  received: fileUpload.received,
  touchedAt: fileUpload.touchedAt,
}

export const findUpload = async (db: Queryable, uploadId: string) =>
  (await db.select(columns).from(fileUpload).where(eq(fileUpload.id, uploadId)))[0] ?? null

export type FileUploadRow = NonNullable<Awaited<ReturnType<typeof findUpload>>>

/** The same, and nobody else goes on with it until the transaction ends. */
export const lockUpload = async (tx: Tx, uploadId: string): Promise<FileUploadRow | null> =>
  (await tx.select(columns).from(fileUpload).where(eq(fileUpload.id, uploadId)).for('update'))[0] ?? null

/** What a person has on its way, the oldest first. */
export const listUploadsOf = (db: Queryable, personId: string) =>
  db
    .select(columns)
    .from(fileUpload)
    .where(eq(fileUpload.personId, personId))
    .orderBy(asc(fileUpload.createdAt))

/** The upload of a file that this person began here before. */
export const findSameUpload = async (
  tx: Tx,
  params: {
    personId: string
    subjectKind: FileSubjectKind
    subjectId: string
    name: string
    size: number
    mark: string
    indicatorId: string | null
  },
) =>
  (
    await tx
      .select(columns)
      .from(fileUpload)
      .where(
        and(
          eq(fileUpload.personId, params.personId),
          eq(fileUpload.subjectKind, params.subjectKind),
          eq(fileUpload.subjectId, params.subjectId),
          eq(fileUpload.name, params.name),
          eq(fileUpload.size, params.size),
          eq(fileUpload.mark, params.mark),
          params.indicatorId === null
            ? isNull(fileUpload.indicatorId)
            : eq(fileUpload.indicatorId, params.indicatorId),
        ),
      )
      .orderBy(asc(fileUpload.createdAt))
      .limit(1)
  )[0] ?? null

export async function insertUpload(tx: Tx, row: typeof fileUpload.$inferInsert): Promise<void> {
  await tx.insert(fileUpload).values(row)
}

export async function setUploadReceived(
  tx: Tx,
  uploadId: string,
  params: { received: number; size?: number; now: Date },
): Promise<void> {
  const { received, size, now } = params
  await tx
    .update(fileUpload)
    .set({ received, touchedAt: now, ...(size === undefined ? {} : { size }) })
    .where(eq(fileUpload.id, uploadId))
}

export async function deleteUpload(tx: Tx, uploadId: string): Promise<void> {
  await tx.delete(fileUpload).where(eq(fileUpload.id, uploadId))
}

/** Removes uploads that nobody went on with since then; answers their names in the store. */
export const deleteUploadsBefore = (tx: Tx, before: Date) =>
  tx
    .delete(fileUpload)
    .where(lt(fileUpload.touchedAt, before))
    .returning({ storedName: fileUpload.storedName })

/** Names in the store of everything that is on its way. */
export const listUploadNames = (db: Queryable) =>
  db.select({ storedName: fileUpload.storedName }).from(fileUpload)
