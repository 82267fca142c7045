import { asc, inArray, lt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { rateBucket } from '../schema/session'

export interface RateBucketRow {
  key: Uint8Array
  level: number
  updatedAt: Date
  blockedUntil: Date | null
}

/**
 * The buckets of these keys, made when missing and locked until the transaction ends. In order of key, so
 * that two sign-ins never wait for each other in a circle.
 */
export async function lockRateBuckets(
  tx: Tx,
  keys: readonly Uint8Array[],
  now: Date,
): Promise<RateBucketRow[]> {
  const fresh = keys
    .map(key => ({ key, level: 0, updatedAt: now, blockedUntil: null }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
  await tx.insert(rateBucket).values(fresh).onConflictDoNothing()
  return tx
    .select({
      key: rateBucket.key,
      level: rateBucket.level,
      updatedAt: rateBucket.updatedAt,
      blockedUntil: rateBucket.blockedUntil,
    })
    .from(rateBucket)
    .where(inArray(rateBucket.key, [...keys]))
    .orderBy(asc(rateBucket.key))
    .for('update')
}

export async function saveRateBuckets(tx: Tx, rows: readonly RateBucketRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(rateBucket)
    .values([...rows])
    .onConflictDoUpdate({
      target: rateBucket.key,
      set: {
        level: sql`excluded.level`,
        updatedAt: sql`excluded.updated_at`,
        blockedUntil: sql`excluded.blocked_until`,
      },
    })
}

/** Forgets buckets that were not hit since then. */
export async function deleteRateBucketsBefore(db: Queryable, before: Date): Promise<void> {
  await db.delete(rateBucket).where(lt(rateBucket.updatedAt, before))
}
