import { and, eq, exists, lte, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { documentVersion } from '../schema/history'
import { documentLease, documentLog, documentSnapshot } from '../schema/log'
import { rapat } from '../schema/rapat'
import type { LogHead } from './log'
import { contentHash } from './snapshot'

/** Rapat whose notula is disahkan and whose log still has rows. */
export const listThinnable = (db: Queryable) =>
  db
    .select({ rapatId: rapat.id })
    .from(rapat)
    .where(
      and(
        eq(rapat.notulaState, 'disahkan'),
        exists(
          db.select({ one: sql`1` }).from(documentLog).where(eq(documentLog.documentId, rapat.documentId)),
        ),
      ),
    )

/** Stores what a document was at a point: with the versions that name it, or as a point of its own. */
export async function keepState(
  tx: Tx,
  point: { id: string; documentId: string; lineage: string; at: Date; head: LogHead; state: Uint8Array },
): Promise<void> {
  const { id, documentId, lineage, at, head, state } = point
  const stored = { state, contentHash: contentHash({ hash: head.hash, state, frames: new Uint8Array() }) }
  const named = await tx
    .update(documentVersion)
    .set(stored)
    .where(and(eq(documentVersion.documentId, documentId), eq(documentVersion.seq, head.seq)))
    .returning({ id: documentVersion.id })
  if (named.length > 0) return
  await tx
    .insert(documentVersion)
    .values({ id, documentId, lineage, seq: head.seq, hash: head.hash, at, ...stored })
}

/**
 * Removes rows up to and with a sequence whose state is kept. What frames they held is no longer known, so no lease
 * may be taken up again.
 */
export async function removeRows(
  tx: Tx,
  input: { documentId: string; upTo: number; at: Date },
): Promise<void> {
  const { documentId, upTo, at } = input
  // What it holds is kept with the newest point.
  await tx.delete(documentSnapshot).where(eq(documentSnapshot.documentId, documentId))
  await tx.delete(documentLog).where(and(eq(documentLog.documentId, documentId), lte(documentLog.seq, upTo)))
  await tx
    .update(documentLease)
    .set({ endedAt: sql`coalesce(${documentLease.endedAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(documentLease.documentId, documentId))
}
