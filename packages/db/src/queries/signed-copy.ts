import { asc, desc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { sealedPaper } from '../schema/paper'
import { person } from '../schema/person'
import { sealedRecord } from '../schema/ratification'
import { signedCopy } from '../schema/signed-copy'

export async function insertSignedCopy(tx: Tx, row: typeof signedCopy.$inferInsert): Promise<void> {
  await tx.insert(signedCopy).values(row)
}

const columns = {
  id: signedCopy.id,
  rapatId: signedCopy.rapatId,
  number: signedCopy.number,
  storedName: signedCopy.storedName,
  size: signedCopy.size,
  sha256: signedCopy.sha256,
  srikandiNumber: signedCopy.srikandiNumber,
  at: signedCopy.at,
}

export const findSignedCopy = async (db: Queryable, id: string) =>
  (await db.select(columns).from(signedCopy).where(eq(signedCopy.id, id)))[0] ?? null

export type SignedCopyRow = NonNullable<Awaited<ReturnType<typeof findSignedCopy>>>

/** Signed copies of a notula and of its Koreksi, the latest of each first. */
export const listSignedCopies = (db: Queryable, rapatId: string) =>
  db
    .select({ ...columns, uploadedBy: person.name })
    .from(signedCopy)
    .innerJoin(person, eq(person.id, signedCopy.uploadedBy))
    .where(eq(signedCopy.rapatId, rapatId))
    .orderBy(asc(signedCopy.number), desc(signedCopy.at), desc(signedCopy.id))

/** Bytes that must be there. */
export const listSignedNames = (db: Queryable) =>
  db.select({ id: signedCopy.id, storedName: signedCopy.storedName }).from(signedCopy)

/** The record that a hash belongs to: its own, that of its PDF, or of a signed copy of it. */
export async function findRecordOfHash(
  db: Queryable,
  hash: Uint8Array,
): Promise<{ rapatId: string; number: number } | null> {
  const key = { rapatId: sealedRecord.rapatId, number: sealedRecord.number }
  const [own] = await db.select(key).from(sealedRecord).where(eq(sealedRecord.hash, hash)).limit(1)
  if (own !== undefined) return own
  const [paper] = await db
    .select({ rapatId: sealedPaper.rapatId, number: sealedPaper.number })
    .from(sealedPaper)
    .where(eq(sealedPaper.sha256, hash))
    .limit(1)
  if (paper !== undefined) return paper
  const [copy] = await db
    .select({ rapatId: signedCopy.rapatId, number: signedCopy.number })
    .from(signedCopy)
    .where(eq(signedCopy.sha256, hash))
    .orderBy(desc(signedCopy.at))
    .limit(1)
  return copy ?? null
}
