import { describe, expect, it } from 'vitest'
import { type Contribution, contributionStep } from './contribution'

const of = (quantity: number | null, regionCode = ''): Contribution => ({ quantity, regionCode })

describe('what saying a contribution comes to', () => {
  it.each([
    [null, null, of(40), 'written'],
    [of(40), of(40), of(35), 'written'],
    [of(40), of(40), of(40, '17.06.01'), 'written'],
    [of(40), of(40), of(null), 'written'],
    [of(0), of(null), of(3), 'changed'],
    [of(40), null, of(35), 'changed'],
    [of(40), of(35), of(30), 'changed'],
    [of(40, '17.06.01'), of(40), of(35), 'changed'],
    [null, of(40), of(35), 'changed'],
    [of(40), null, of(40), 'same'],
    [of(40), of(35), of(40), 'same'],
    [of(40), of(40), of(40), 'same'],
  ])('[SK3] %j, seen as %j and said to be %j, is %s', (now, from, to, step) => {
    expect(contributionStep(now, { from, to })).toBe(step)
  })
})
