import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { documentRescue, documentVersion } from '../schema/history'
import { document, documentLease, documentLog, documentSnapshot } from '../schema/log'
import { person } from '../schema/person'
import type { Append, AppendOutcome } from './log'
import { isWhole } from './snapshot'

const headColumns = {
  documentId: document.id,
  lineage: document.lineage,
  state: document.state,
  seq: document.headSeq,
  hash: document.headHash,
}

/** Where the log of a document stands. */
export const findHead = async (db: Queryable, documentId: string) =>
  (await db.select(headColumns).from(document).where(eq(document.id, documentId)))[0] ?? null

export type DocumentHead = NonNullable<Awaited<ReturnType<typeof findHead>>>

/** The same, and nothing is appended until the transaction ends. `update`: nor is a snapshot put. */
export const lockHead = async (
  tx: Tx,
  documentId: string,
  strength: 'update' | 'no key update' = 'no key update',
): Promise<DocumentHead | null> =>
  (await tx.select(headColumns).from(document).where(eq(document.id, documentId)).for(strength))[0] ?? null

/** Rows after `after`, up to and including `upTo`, with the moment of their commit. */
export const listLogRows = (db: Queryable, params: { documentId: string; after: number; upTo: number }) =>
  db
    .select({ seq: documentLog.seq, parts: documentLog.parts, hash: documentLog.hash, at: documentLog.at })
    .from(documentLog)
    .where(
      and(
        eq(documentLog.documentId, params.documentId),
        gt(documentLog.seq, params.after),
        lte(documentLog.seq, params.upTo),
      ),
    )
    .orderBy(asc(documentLog.seq))

export type TimedRow = Awaited<ReturnType<typeof listLogRows>>[number]

/** When each row was committed, and whether it has edits in it; without their bytes, for long logs. */
export const listLogMoments = (db: Queryable, params: { documentId: string; upTo: number }) =>
  db
    .select({
      seq: documentLog.seq,
      at: documentLog.at,
      hasEdits: sql<boolean>`octet_length(${documentLog.parts}) > 0`,
    })
    .from(documentLog)
    .where(and(eq(documentLog.documentId, params.documentId), lte(documentLog.seq, params.upTo)))
    .orderBy(asc(documentLog.seq))

/** The moment and hash of one row; null when it is not there (any more). */
export const findLogRow = async (db: Queryable, params: { documentId: string; seq: number }) =>
  (
    await db
      .select({ at: documentLog.at, hash: documentLog.hash })
      .from(documentLog)
      .where(and(eq(documentLog.documentId, params.documentId), eq(documentLog.seq, params.seq)))
  )[0] ?? null

/** Whose each clientID of a document is. */
export const listLeasePeople = (db: Queryable, documentId: string) =>
  db
    .select({ clientId: documentLease.clientId, personId: documentLease.personId })
    .from(documentLease)
    .where(eq(documentLease.documentId, documentId))

/** The newest stored state at or before a sequence, of a snapshot or a kept version (Yjs, v2 encoding). */
export async function findStateAt(
  db: Queryable,
  params: { documentId: string; lineage: string; seq: number },
): Promise<{ seq: number; state: Uint8Array } | null> {
  const { documentId, lineage, seq } = params
  const { state, hash, contentHash } = documentSnapshot
  const snapshots = await db
    .select({ seq: documentSnapshot.seq, state, hash, contentHash, frames: documentSnapshot.frames })
    .from(documentSnapshot)
    .where(
      and(
        eq(documentSnapshot.documentId, documentId),
        eq(documentSnapshot.lineage, lineage),
        lte(documentSnapshot.seq, seq),
      ),
    )
  const kept = await db
    .select({
      seq: documentVersion.seq,
      // Filtered below, which the type cannot follow.
      state: sql<Uint8Array>`${documentVersion.state}`.mapWith(documentVersion.state),
      hash: documentVersion.hash,
      contentHash: documentVersion.contentHash,
    })
    .from(documentVersion)
    .where(
      and(
        eq(documentVersion.documentId, documentId),
        lte(documentVersion.seq, seq),
        sql`${documentVersion.state} is not null`,
      ),
    )
    .orderBy(desc(documentVersion.seq))
    .limit(1)
  const stored = [...kept.map(version => ({ ...version, frames: new Uint8Array() })), ...snapshots]
  return stored.filter(isWhole).sort((a, b) => b.seq - a.seq)[0] ?? null
}

/** Versions of a document, newest first: named by somebody, or kept when the rows before were thinned out. */
export const listVersions = (db: Queryable, documentId: string) =>
  db
    .select({
      id: documentVersion.id,
      seq: documentVersion.seq,
      name: documentVersion.name,
      at: documentVersion.at,
      madeBy: person.id,
      madeByName: person.name,
      hasState: sql<boolean>`${documentVersion.state} is not null`,
    })
    .from(documentVersion)
    .leftJoin(person, eq(person.id, documentVersion.madeBy))
    .where(eq(documentVersion.documentId, documentId))
    .orderBy(desc(documentVersion.seq), desc(documentVersion.at))

export async function insertVersion(tx: Tx, row: typeof documentVersion.$inferInsert): Promise<void> {
  await tx.insert(documentVersion).values(row)
}

/**
 * Appends one row in the caller's transaction, on the condition that the head still is the judged one. The hand of a
 * use-case; the engine appends for many documents at once by `appendFlush`.
 */
export async function appendRow(
  tx: Tx,
  append: Append & { flushId: string; at: Date },
): Promise<AppendOutcome> {
  const { documentId, judged, parts, hash, flushId, at } = append
  const head = await lockHead(tx, documentId)
  if (head === null) return 'gone'
  if (head.state === 'closed') return 'closed'
  if (head.seq !== judged.seq || Buffer.compare(head.hash, judged.hash) !== 0) return 'moved'
  const seq = judged.seq + 1
  await tx.insert(documentLog).values({ documentId, seq, flushId, parts, hash, at })
  await tx.update(document).set({ headSeq: seq, headHash: hash }).where(eq(document.id, documentId))
  return 'written'
}

/** What people did with sentences that were offered back. */
export const listRescueOutcomes = (db: Queryable, documentId: string) =>
  db
    .select({
      key: documentRescue.key,
      personId: documentRescue.personId,
      outcome: documentRescue.outcome,
    })
    .from(documentRescue)
    .where(eq(documentRescue.documentId, documentId))

export async function putRescueOutcome(tx: Tx, row: typeof documentRescue.$inferInsert): Promise<void> {
  await tx
    .insert(documentRescue)
    .values(row)
    .onConflictDoUpdate({
      target: [documentRescue.documentId, documentRescue.key, documentRescue.personId],
      set: { outcome: row.outcome, at: row.at },
    })
}
