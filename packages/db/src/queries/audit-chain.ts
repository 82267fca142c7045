import { asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { auditEntry, auditLink, auditSignature } from '../schema/audit'

/** Any number that nothing else here locks on. */
const SIGN_LOCK = 7_250_813

export interface LinkRow {
  readonly number: number
  readonly hash: Uint8Array
}

const link = { number: auditLink.number, hash: auditLink.hash }

/** The last link of the chain. */
export async function chainHead(db: Queryable): Promise<LinkRow | null> {
  const rows = await db.select(link).from(auditLink).orderBy(desc(auditLink.number)).limit(1)
  return rows[0] ?? null
}

export async function findLink(db: Queryable, number: number): Promise<LinkRow | null> {
  const rows = await db.select(link).from(auditLink).where(eq(auditLink.number, number))
  return rows[0] ?? null
}

/** Links after a number with what they link, the columns of the entry as the encoding wants them. */
export const linksAfter = (db: Queryable, params: { number: number; limit: number }) =>
  db
    .select({
      ...link,
      id: auditEntry.id,
      at: auditEntry.at,
      actorId: auditEntry.actorId,
      action: auditEntry.action,
      rapatId: auditEntry.rapatId,
      subjectId: auditEntry.subjectId,
      details: sql<string>`${auditEntry.details}::text`,
    })
    .from(auditLink)
    .innerJoin(auditEntry, eq(auditEntry.id, auditLink.entryId))
    .where(gt(auditLink.number, params.number))
    .orderBy(asc(auditLink.number))
    .limit(params.limit)

export type SignatureRow = typeof auditSignature.$inferSelect

export async function lastSignature(db: Queryable): Promise<SignatureRow | null> {
  const rows = await db
    .select({
      seq: auditSignature.seq,
      number: auditSignature.number,
      hash: auditSignature.hash,
      at: auditSignature.at,
      keyId: auditSignature.keyId,
      signature: auditSignature.signature,
    })
    .from(auditSignature)
    .orderBy(desc(auditSignature.seq))
    .limit(1)
  return rows[0] ?? null
}

export async function findSignature(db: Queryable, seq: number): Promise<Uint8Array | null> {
  const rows = await db
    .select({ signature: auditSignature.signature })
    .from(auditSignature)
    .where(eq(auditSignature.seq, seq))
  return rows[0]?.signature ?? null
}

export async function insertSignature(tx: Tx, row: SignatureRow): Promise<void> {
  await tx.insert(auditSignature).values(row)
}

/** Whether this transaction is the one that signs now. */
export async function trySignLock(tx: Tx): Promise<boolean> {
  const rows = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${SIGN_LOCK}) as taken`,
  )
  return rows[0]?.taken === true
}
