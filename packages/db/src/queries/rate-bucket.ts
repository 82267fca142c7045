import { asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { rateBucket } from '../schema/session'

export interface RateBucketRow {
  key: Uint8Array
  level: number
  updatedAt: Date
  blockedUntil: Date | null
  /** Hash of the account it counts for at one network; null for other buckets. */
  account: Uint8Array | null
  failures: number
  since: Date | null
}

const columns = {
  key: rateBucket.key,
  level: rateBucket.level,
  updatedAt: rateBucket.updatedAt,
  blockedUntil: rateBucket.blockedUntil,
  account: rateBucket.account,
  failures: rateBucket.failures,
  since: rateBucket.since,
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
    .select(columns)
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
        account: sql`excluded.account`,
        failures: sql`excluded.failures`,
        since: sql`excluded.since`,
      },
    })
}

const concerns = (account: Uint8Array) => or(eq(rateBucket.account, account), eq(rateBucket.key, account))

/** Everything that slows an account down: its own bucket, and those of each network that tried it. */
export const listBucketsOfAccount = (db: Queryable, account: Uint8Array): Promise<RateBucketRow[]> =>
  db.select(columns).from(rateBucket).where(concerns(account)).orderBy(asc(rateBucket.key))

/** Forgets them; in order of key, as sign-ins lock them. */
export async function deleteBucketsOfAccount(tx: Tx, account: Uint8Array): Promise<void> {
  await tx
    .select({ key: rateBucket.key })
    .from(rateBucket)
    .where(concerns(account))
    .orderBy(asc(rateBucket.key))
    .for('update')
  await tx.delete(rateBucket).where(concerns(account))
}
