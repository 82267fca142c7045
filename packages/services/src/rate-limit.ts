import { createHash } from 'node:crypto'
import type { Queryable, RateBucketRow, Tx } from '@mufakat/db'
import { deleteBucketsOfAccount, listBucketsOfAccount, lockRateBuckets, saveRateBuckets } from '@mufakat/db'
import { AppError, defined } from '@mufakat/kernel'

/*
 * Limits on sign-in and on what else a person may do so often. Invariants:
 * 1. An attempt counts as failed before its password is looked at, and is given back when it fits; so
 *    attempts at the same time cannot slip past a limit together.
 * 2. A refused attempt changes nothing: knocking on does not lengthen the wait.
 * 3. One person mistyping, or one machine attacking, is slowed down as (account, address). An office of many
 *    behind one address only meets the address limit, which is far above what people mistype.
 * 4. The account limit holds against guessing from many addresses; it does not apply from an address this
 *    person lately signed in from, or strangers could lock a person out.
 * 5. What slows a person down can be told and lifted: the bucket of a pair names its account (as a hash), and counts
 *    failures since the last success.
 */

export interface LimitPolicy {
  /** Failures that fit before attempts are refused. */
  readonly capacity: number
  /** Failures forgiven per minute. */
  readonly drainPerMinute: number
  /** After so many failures each further one doubles a wait, from `firstSeconds` up to `lastSeconds`. */
  readonly backOff?: { readonly after: number; readonly firstSeconds: number; readonly lastSeconds: number }
}

export const SIGN_IN_LIMITS = {
  pair: { capacity: 60, drainPerMinute: 0.05, backOff: { after: 5, firstSeconds: 5, lastSeconds: 900 } },
  account: { capacity: 30, drainPerMinute: 0.5 },
  address: { capacity: 300, drainPerMinute: 60 },
  // Six digits, three of them right at a time: from everywhere together at most 144 tries a day.
  codes: { capacity: 20, drainPerMinute: 0.1 },
} as const satisfies Record<string, LimitPolicy>

export interface BucketState {
  readonly level: number
  readonly updatedAt: Date
  readonly blockedUntil: Date | null
}

const drained = (state: BucketState, policy: LimitPolicy, now: Date): number =>
  Math.max(
    0,
    state.level - (Math.max(0, now.getTime() - state.updatedAt.getTime()) / 60_000) * policy.drainPerMinute,
  )

/** The bucket after one more failure, or null when no further attempt is allowed now. */
export function takeAttempt(state: BucketState, policy: LimitPolicy, now: Date): BucketState | null {
  if (state.blockedUntil !== null && state.blockedUntil > now) return null
  const level = drained(state, policy, now) + 1
  if (level > policy.capacity) return null
  const over = policy.backOff === undefined ? 0 : Math.ceil(level) - policy.backOff.after
  const seconds =
    policy.backOff === undefined || over <= 0
      ? 0
      : Math.min(policy.backOff.lastSeconds, policy.backOff.firstSeconds * 2 ** (over - 1))
  return {
    level,
    updatedAt: now,
    blockedUntil: seconds === 0 ? null : new Date(now.getTime() + seconds * 1000),
  }
}

const latest = (times: readonly Date[]): Date => new Date(Math.max(...times.map(time => time.getTime())))

/** From when on a bucket takes an attempt again; null: it takes one now. */
function fullUntil(state: BucketState, policy: LimitPolicy, now: Date): Date | null {
  const excess = drained(state, policy, now) + 1 - policy.capacity
  const drainsMs = Math.ceil((Math.max(0, excess) / policy.drainPerMinute) * 60_000)
  const until = latest([new Date(now.getTime() + drainsMs), state.blockedUntil ?? now])
  return until > now ? until : null
}

/** Gives an attempt that succeeded back; `clear` forgets the failures before it as well. */
const giveBack = (state: BucketState, policy: LimitPolicy, now: Date, clear: boolean): BucketState => ({
  level: clear ? 0 : Math.max(0, drained(state, policy, now) - 1),
  updatedAt: now,
  blockedUntil: clear ? null : state.blockedUntil,
})

export interface LimitedKey {
  readonly key: Uint8Array
  readonly policy: LimitPolicy
  /** A success forgets earlier failures. */
  readonly clearedBySuccess: boolean
  /** Whose failures it counts at one network. */
  readonly account?: Uint8Array
}

/** What a bucket is known by; the first part says what it limits. */
export const keyOf = (...parts: string[]): Uint8Array =>
  new Uint8Array(createHash('sha256').update(JSON.stringify(parts)).digest())

/** A limit of its own, that a success does not forget. */
export const limitedKey = (policy: LimitPolicy, ...parts: string[]): LimitedKey => ({
  key: keyOf(...parts),
  policy,
  clearedBySuccess: false,
})

/** The buckets of one sign-in. `account` is a person's id, or the login when it is nobody's. */
export function signInKeys(account: string, address: string, addressIsKnown: boolean): LimitedKey[] {
  const ofAccount = keyOf('account', account)
  const keys: LimitedKey[] = [
    {
      key: keyOf('pair', account, address),
      policy: SIGN_IN_LIMITS.pair,
      clearedBySuccess: true,
      account: ofAccount,
    },
    { key: keyOf('address', address), policy: SIGN_IN_LIMITS.address, clearedBySuccess: false },
  ]
  if (!addressIsKnown) keys.push({ key: ofAccount, policy: SIGN_IN_LIMITS.account, clearedBySuccess: false })
  return keys
}

/** The buckets of a second step. Its own pair: a right password must not forgive wrong codes. */
export function codeKeys(personId: string, address: string, addressIsKnown: boolean): LimitedKey[] {
  const keys: LimitedKey[] = [
    { key: keyOf('code pair', personId, address), policy: SIGN_IN_LIMITS.pair, clearedBySuccess: true },
    { key: keyOf('address', address), policy: SIGN_IN_LIMITS.address, clearedBySuccess: false },
  ]
  if (!addressIsKnown)
    keys.push({ key: keyOf('code account', personId), policy: SIGN_IN_LIMITS.codes, clearedBySuccess: false })
  return keys
}

/** The bucket of who says nothing of themselves before they show it. */
export const addressKeys = (address: string): LimitedKey[] => [
  { key: keyOf('address', address), policy: SIGN_IN_LIMITS.address, clearedBySuccess: false },
]

const sameKey = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

async function lock(tx: Tx, keys: readonly LimitedKey[], now: Date) {
  const rows = await lockRateBuckets(
    tx,
    keys.map(limited => limited.key),
    now,
  )
  return rows.map(row => ({
    row,
    limited: defined(
      keys.find(candidate => sameKey(candidate.key, row.key)),
      'a locked bucket was asked for',
    ),
  }))
}

/**
 * Counts an attempt against every bucket.
 * @returns null, or from when on all of them take one again, and then none has changed
 */
export async function refusedUntil(tx: Tx, keys: readonly LimitedKey[], now: Date): Promise<Date | null> {
  const locked = await lock(tx, keys, now)
  const waits = locked.flatMap(({ row, limited }) => fullUntil(row, limited.policy, now) ?? [])
  if (waits.length > 0) return latest(waits)
  const taken: RateBucketRow[] = locked.map(({ row, limited }) => ({
    key: row.key,
    ...defined(takeAttempt(row, limited.policy, now), 'a bucket that is not full'),
    account: limited.account ?? null,
    failures: row.failures + 1,
    since: row.failures === 0 ? now : row.since,
  }))
  await saveRateBuckets(tx, taken)
  return null
}

/** Counts an attempt against every bucket; false when one of them is full, and then none has changed. */
export const reserveAttempt = async (tx: Tx, keys: readonly LimitedKey[], now: Date): Promise<boolean> =>
  (await refusedUntil(tx, keys, now)) === null

/** The same, where a full bucket ends the use-case: throws `rate-limited`, with the moment it opens again. */
export async function requireAttempt(
  tx: Tx,
  keys: readonly LimitedKey[],
  now: Date,
  what: string,
): Promise<void> {
  const until = await refusedUntil(tx, keys, now)
  if (until !== null) throw new AppError('rate-limited', what, { until })
}

export async function returnAttempt(tx: Tx, keys: readonly LimitedKey[], now: Date): Promise<void> {
  const locked = await lock(tx, keys, now)
  await saveRateBuckets(
    tx,
    locked.map(({ row, limited }) => {
      const failures = limited.clearedBySuccess ? 0 : Math.max(0, row.failures - 1)
      return {
        key: row.key,
        ...giveBack(row, limited.policy, now, limited.clearedBySuccess),
        account: limited.account ?? null,
        failures,
        since: failures === 0 ? null : row.since,
      }
    }),
  )
}

/** What failed sign-ins of a person do to the next one. */
export interface SlowedSignIn {
  readonly failures: number
  readonly since: Date
  /** How many networks they came from; never which. */
  readonly networks: number
  /** Until when some network, or all unknown ones, have to wait; null: none does now. */
  readonly until: Date | null
}

/** Null when nothing has failed since the last success. */
export async function slowedSignIn(db: Queryable, personId: string, now: Date): Promise<SlowedSignIn | null> {
  const rows = await listBucketsOfAccount(db, keyOf('account', personId))
  const failed = rows.filter(row => row.account !== null && row.failures > 0)
  if (failed.length === 0) return null
  const waits = rows.flatMap(
    row => fullUntil(row, row.account === null ? SIGN_IN_LIMITS.account : SIGN_IN_LIMITS.pair, now) ?? [],
  )
  return {
    failures: failed.reduce((sum, row) => sum + row.failures, 0),
    since: new Date(Math.min(...failed.map(row => (row.since ?? row.updatedAt).getTime()))),
    networks: failed.length,
    until: waits.length === 0 ? null : latest(waits),
  }
}

/** Forgets every failed sign-in of a person. */
export const forgetFailures = (tx: Tx, personId: string): Promise<void> =>
  deleteBucketsOfAccount(tx, keyOf('account', personId))

/** An address as limits see it: an IPv6 network of /64 is one household or office, not 2^64 of them. */
export function limitedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1] ?? address
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = head.split(':').filter(group => group !== '')
  const rest = (tail ?? '').split(':').filter(group => group !== '')
  while (tail !== undefined && groups.length + rest.length < 8) groups.push('0')
  return [...groups, ...rest]
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
