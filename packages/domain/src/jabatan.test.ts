import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOLDING_KINDS } from './codes'
import type { Holding } from './jabatan'
import { holderOn, isEffective, mainHoldingOf } from './jabatan'
import { addDays } from './wib'

const holding = (overrides: Partial<Holding>): Holding => ({
  jabatanId: 'kadis',
  personId: 'a',
  kind: 'definitif',
  from: '2026-01-01',
  until: null,
  ...overrides,
})

const anyHolding: fc.Arbitrary<Holding> = fc.record({
  jabatanId: fc.constantFrom('kadis', 'kabid'),
  personId: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom(...HOLDING_KINDS),
  from: fc.integer({ min: 0, max: 20 }).map(days => addDays('2026-01-01', days)),
  until: fc.option(fc.integer({ min: 21, max: 60 }).map(days => addDays('2026-01-01', days))),
})

describe('who holds a jabatan', () => {
  it('[J1] counts the first and the last day', () => {
    const spell = holding({ from: '2026-03-01', until: '2026-03-31' })
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01']
    expect(days.map(day => isEffective(spell, day))).toEqual([false, true, true, false])
    expect(isEffective(holding({}), '2099-01-01')).toBe(true)
  })

  it('[J2] is exercised by the Plh. before the definitif holder before a Plt.', () => {
    const definitif = holding({})
    const plh = holding({ personId: 'b', kind: 'plh', from: '2026-05-01', until: '2026-05-07' })
    const plt = holding({ personId: 'c', kind: 'plt', from: '2025-01-01' })
    const all = [plt, definitif, plh]
    expect(holderOn(all, 'kadis', '2026-05-03')).toBe(plh)
    expect(holderOn(all, 'kadis', '2026-05-08')).toBe(definitif)
    expect(holderOn(all, 'kadis', '2025-06-01')).toBe(plt)
    expect(holderOn(all, 'kadis', '2024-06-01')).toBeNull()
    expect(holderOn(all, 'kabid', '2026-05-03')).toBeNull()
  })

  it('[J3] picks the later appointment, whatever the order of the rows', () => {
    const earlier = holding({ from: '2026-01-01' })
    const later = holding({ personId: 'b', from: '2026-02-01' })
    expect(holderOn([earlier, later], 'kadis', '2026-03-01')).toBe(later)
    fc.assert(
      fc.property(fc.array(anyHolding, { maxLength: 8 }), fc.integer({ min: 0, max: 70 }), (rows, day) => {
        const on = addDays('2026-01-01', day)
        const turned = [...rows].reverse()
        expect(holderOn(turned, 'kadis', on)).toEqual(holderOn(rows, 'kadis', on))
        expect(mainHoldingOf(turned, 'a', on)).toEqual(mainHoldingOf(rows, 'a', on))
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  it('[J4] gives a person the post they are appointed to before those they act in', () => {
    const own = holding({ from: '2024-01-01' })
    const acting = holding({ jabatanId: 'other', kind: 'plt', from: '2026-02-01' })
    const standing = holding({ jabatanId: 'third', kind: 'plh', from: '2026-03-01' })
    expect(mainHoldingOf([standing, acting, own], 'a', '2026-04-01')).toBe(own)
    expect(mainHoldingOf([standing, acting], 'a', '2026-04-01')).toBe(acting)
    expect(mainHoldingOf([standing], 'a', '2026-04-01')).toBe(standing)
    expect(mainHoldingOf([own], 'b', '2026-04-01')).toBeNull()
  })
})
