import { createHash } from 'node:crypto'
import type { RateBucketRow, Tx } from '@mufakat/db'
import { lockRateBuckets, saveRateBuckets } from '@mufakat/db'
import { defined } from '@mufakat/kernel'

/*
 * Limits on sign-in and on what else a person may do so often. Invariants:
 * 1. An attempt counts as failed before its password is looked at, and is given back when it fits; so
 *    attempts at the same time cannot slip past a limit together.
 * 2. A refused attempt changes nothing: knocking on does not lengthen the wait.
 * 3. One person mistyping, or one machine attacking, is slowed down as (account, address). An office of many
 *    behind one address only meets the address limit, which is far above what people mistype.
 * 4. The account limit holds against guessing from many addresses; it does not apply from an address this
 *    person lately signed in from, or strangers could lock a person out.
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
}

const keyOf = (...parts: string[]): Uint8Array =>
  new Uint8Array(createHash('sha256').update(JSON.stringify(parts)).digest())

/** A limit of its own, that a success does not forget. */
export const limitedKey = (policy: LimitPolicy, ...parts: string[]): LimitedKey => ({
  key: keyOf(...parts),
  policy,
  clearedBySuccess: false,
})

/** The buckets of one sign-in. `account` is a person's id, or the login when it is nobody's. */
export function signInKeys(account: string, address: string, addressIsKnown: boolean): LimitedKey[] {
  const keys: LimitedKey[] = [
    { key: keyOf('pair', account, address), policy: SIGN_IN_LIMITS.pair, clearedBySuccess: true },
    { key: keyOf('address', address), policy: SIGN_IN_LIMITS.address, clearedBySuccess: false },
  ]
  if (!addressIsKnown)
    keys.push({ key: keyOf('account', account), policy: SIGN_IN_LIMITS.account, clearedBySuccess: false })
  return keys
}

const sameKey = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

async function change(
  tx: Tx,
  keys: readonly LimitedKey[],
  now: Date,
  next: (state: BucketState, limited: LimitedKey) => BucketState | null,
): Promise<boolean> {
  const rows = await lockRateBuckets(
    tx,
    keys.map(limited => limited.key),
    now,
  )
  const changed: RateBucketRow[] = []
  for (const row of rows) {
    const limited = defined(
      keys.find(candidate => sameKey(candidate.key, row.key)),
      'a locked bucket was asked for',
    )
    const state = next(row, limited)
    if (state === null) return false
    changed.push({
      key: row.key,
      level: state.level,
      updatedAt: state.updatedAt,
      blockedUntil: state.blockedUntil,
    })
  }
  await saveRateBuckets(tx, changed)
  return true
}

/** Counts an attempt against every bucket; false when one of them is full, and then none has changed. */
export const reserveAttempt = (tx: Tx, keys: readonly LimitedKey[], now: Date): Promise<boolean> =>
  change(tx, keys, now, (state, limited) => takeAttempt(state, limited.policy, now))

export async function returnAttempt(tx: Tx, keys: readonly LimitedKey[], now: Date): Promise<void> {
  await change(tx, keys, now, (state, limited) =>
    giveBack(state, limited.policy, now, limited.clearedBySuccess),
  )
}

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
