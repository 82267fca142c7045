import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BucketState } from './rate-limit'
import { limitedAddress, SIGN_IN_LIMITS, takeAttempt } from './rate-limit'

const NOW = new Date('2026-11-24T03:00:00Z')
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
const empty: BucketState = { level: 0, updatedAt: NOW, blockedUntil: null }

/** How many attempts in a row are let through at one moment. */
function burst(
  policy: (typeof SIGN_IN_LIMITS)[keyof typeof SIGN_IN_LIMITS],
  state = empty,
  at = NOW,
): number {
  let taken = 0
  for (let next = takeAttempt(state, policy, at); next !== null; next = takeAttempt(next, policy, at)) taken++
  return taken
}

describe('limits on sign-in', () => {
  it('lets a person mistype a few times, then makes them wait longer and longer', () => {
    expect(burst(SIGN_IN_LIMITS.pair)).toBe(6)
    let state: BucketState = empty
    const waits: number[] = []
    let at = NOW
    for (let i = 0; i < 24; i++) {
      const next = takeAttempt(state, SIGN_IN_LIMITS.pair, at)
      if (next === null) throw new Error('refused although the wait was over')
      state = next
      waits.push(state.blockedUntil === null ? 0 : (state.blockedUntil.getTime() - at.getTime()) / 1000)
      at = state.blockedUntil ?? at
    }
    expect(waits.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40])
    expect(waits.at(-1)).toBe(900)
  })

  it('bounds guessing at an account from everywhere, and an address far above an office', () => {
    expect(burst(SIGN_IN_LIMITS.account)).toBe(30)
    expect(burst(SIGN_IN_LIMITS.address)).toBe(300)
    const full: BucketState = { level: 300, updatedAt: NOW, blockedUntil: null }
    expect(burst(SIGN_IN_LIMITS.address, full, later(60))).toBe(60)
  })

  it('never lets more through than the capacity and what has drained', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 300 }), gaps => {
        const policy = SIGN_IN_LIMITS.account
        let state: BucketState = empty
        let seconds = 0
        let taken = 0
        for (const gap of gaps) {
          seconds += gap / 10
          const next = takeAttempt(state, policy, later(seconds))
          if (next === null) continue
          state = next
          taken++
        }
        return taken <= policy.capacity + (seconds / 60) * policy.drainPerMinute + 1e-6
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  it('takes an IPv6 network as one address', () => {
    expect(limitedAddress('2001:db8:0:1:aaaa::1')).toBe('2001:db8:0:1')
    expect(limitedAddress('2001:DB8::1')).toBe('2001:db8:0:0')
    expect(limitedAddress('2001:db8:0:1:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:1')
    expect(limitedAddress('::1')).toBe('0:0:0:0')
    expect(limitedAddress('fe80::1%eth0')).toBe('fe80:0:0:0')
    expect(limitedAddress('::ffff:10.1.2.3')).toBe('10.1.2.3')
    expect(limitedAddress('10.1.2.3')).toBe('10.1.2.3')
  })
})
