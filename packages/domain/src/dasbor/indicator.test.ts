import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { achievementOf, capaianOf, DEFAULT_BANDS } from '../sasaran/capaian'
import type { Direction } from '../sasaran/codes'
import { addDays } from '../wib'
import { type DatedNumber, isDoneNotMoved, movedWithoutAction } from './moved'
import { expectedOn, isOnTheWay, isTowardsZero, nearTarget, pathOf } from './path'

const extreme = {
  direction: 'turun' as Direction,
  accumulation: 'terakhir' as const,
  factor: 100,
  baseline: 3.17,
  baselineDate: '2023-12-31',
}
const zero = [
  { year: 2025, quarter: 0, value: 1 },
  { year: 2026, quarter: 0, value: 0 },
]
const amount = fc.integer({ min: 0, max: 1_000_000 }).map(whole => whole / 10_000)
const judged = fc.constantFrom<Direction>('naik', 'turun', 'hitung_mundur')

describe('the way', () => {
  it('[DS5] leads from the baseline to the last target, and is none without either', () => {
    expect(pathOf(extreme, zero)).toEqual({
      from: { on: '2023-12-31', value: 3.17 },
      to: { on: '2026-12-31', value: 0 },
    })
    expect(pathOf({ ...extreme, baseline: null }, zero)).toBeNull()
    expect(pathOf({ ...extreme, baselineDate: null }, zero)).toBeNull()
    expect(pathOf({ ...extreme, baselineDate: '2026-12-31' }, zero)).toBeNull()
    expect(pathOf({ ...extreme, direction: 'konteks' }, zero)).toBeNull()
    expect(pathOf({ ...extreme, accumulation: 'kumulatif' }, zero)).toBeNull()
    expect(pathOf(extreme, [])).toBeNull()
    // A triwulan alone is no target of a year, unless it is the last.
    expect(pathOf(extreme, [{ year: 2026, quarter: 2, value: 0 }])).toBeNull()
  })

  it('[DS6] is the baseline at its beginning, the target from its end on, and never beyond the two', () => {
    const path = { from: { on: '2024-01-01', value: 4 }, to: { on: '2026-01-01', value: 0 } }
    expect(expectedOn(path, '2024-12-31')).toBeCloseTo(2, 1)
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: -500, max: 1_500 }), (start, end, days) => {
        const own = { from: { ...path.from, value: start }, to: { ...path.to, value: end } }
        const expected = expectedOn(own, addDays('2024-01-01', days))
        expect(expected).toBeGreaterThanOrEqual(Math.min(start, end) - 1e-6)
        expect(expected).toBeLessThanOrEqual(Math.max(start, end) + 1e-6)
        if (days <= 0) expect(expected).toBe(start)
        if (days >= 731) expect(expected).toBe(end)
      }),
    )
  })

  it('[DS6] who is on it stays on it with a better value, and a context is on none', () => {
    fc.assert(
      fc.property(judged, amount, amount, amount, amount, (direction, start, end, value, more) => {
        const path = { from: { on: '2024-01-01', value: start }, to: { on: '2026-01-01', value: end } }
        const better = direction === 'naik' ? value + more : value - more
        const on = '2025-03-01'
        if (isOnTheWay(direction, path, { on, value }))
          expect(isOnTheWay(direction, path, { on, value: better })).toBe(true)
      }),
    )
    expect(isOnTheWay('konteks', pathOf(extreme, zero), { on: '2026-01-01', value: 1 })).toBeNull()
    expect(isOnTheWay('turun', null, { on: '2026-01-01', value: 1 })).toBeNull()
    // 0.7 % at the end of 2024, where the straight way says 2.1.
    expect(isOnTheWay('turun', pathOf(extreme, zero), { on: '2024-12-31', value: 0.7 })).toBe(true)
    expect(isOnTheWay('turun', pathOf(extreme, zero), { on: '2026-11-26', value: 0.7 })).toBe(false)
  })

  it('[DS7] near a target is exactly what is called mendekati or at the target', () => {
    fc.assert(
      fc.property(judged, amount, amount, (direction, target, value) => {
        fc.pre(target > 0.01)
        const near = nearTarget(direction, target, DEFAULT_BANDS)
        if (near === null) throw new Error('no band')
        const edge = Math.min(Math.abs(value - near.low), Math.abs(value - near.high))
        fc.pre(edge > 1e-4)
        const word = achievementOf(capaianOf(direction, target, value, null), DEFAULT_BANDS)
        expect(value > near.low && value < near.high).toBe(word === 'mendekati')
      }),
    )
    expect(nearTarget('turun', 0, DEFAULT_BANDS)).toBeNull()
    expect(nearTarget('konteks', 5, DEFAULT_BANDS)).toBeNull()
  })

  it('[DS8] leads towards 0 where the last target of what shall fall is 0', () => {
    expect(isTowardsZero('turun', pathOf(extreme, zero))).toBe(true)
    expect(isTowardsZero('hitung_mundur', pathOf(extreme, zero))).toBe(false)
    expect(isTowardsZero('turun', pathOf(extreme, zero.slice(0, 1)))).toBe(false)
    expect(isTowardsZero('turun', null)).toBe(false)
  })
})

describe('what moved, and what did not', () => {
  const numbers = (...of: [string, number][]): DatedNumber[] =>
    of.map(([asOf, number], i) => ({
      year: 2026,
      quarter: (i + 1) as 1 | 2 | 3 | 4,
      asOf,
      number,
    }))
  const done = { count: 2, open: 0, lastFinishedOn: '2026-05-10' }
  const watched = (of: DatedNumber[], feed = done as Parameters<typeof isDoneNotMoved>[0]['feed']) => ({
    ...{ direction: 'turun' as Direction, definitions: [], numbers: of, feed },
  })

  it('[DS9] all is done, and a value dated after it is no better than the one until then', () => {
    const stuck = numbers(['2026-03-31', 5], ['2026-06-30', 5])
    expect(isDoneNotMoved(watched(stuck))).toBe(true)
    expect(isDoneNotMoved(watched(numbers(['2026-03-31', 5], ['2026-06-30', 6])))).toBe(true)
    expect(isDoneNotMoved(watched(numbers(['2026-03-31', 5], ['2026-06-30', 4.9])))).toBe(false)
    // Of the same day nobody can say that it is of after.
    expect(isDoneNotMoved(watched(numbers(['2026-03-31', 5], ['2026-05-10', 5])))).toBe(false)
    expect(isDoneNotMoved(watched(numbers(['2026-06-30', 5])))).toBe(false)
    expect(isDoneNotMoved(watched(stuck, { ...done, open: 1 }))).toBe(false)
    expect(isDoneNotMoved(watched(stuck, { count: 0, open: 0, lastFinishedOn: null }))).toBe(false)
    const broken = [{ version: 2, year: 2026, quarter: 2 as const, breaks: true }]
    expect(isDoneNotMoved({ ...watched(stuck), definitions: broken })).toBe(false)
    expect(isDoneNotMoved({ ...watched(stuck), direction: 'konteks' })).toBe(false)
  })

  it('[DS10] no tindak lanjut contributes, and the newest value is another than the one before', () => {
    const none = { count: 0, open: 0, lastFinishedOn: null }
    expect(movedWithoutAction(watched(numbers(['2026-03-31', 5], ['2026-06-30', 4]), none))).toBe('membaik')
    expect(movedWithoutAction(watched(numbers(['2026-03-31', 5], ['2026-06-30', 6]), none))).toBe('memburuk')
    expect(movedWithoutAction(watched(numbers(['2026-03-31', 5], ['2026-06-30', 5]), none))).toBeNull()
    expect(movedWithoutAction(watched(numbers(['2026-06-30', 5]), none))).toBeNull()
    expect(movedWithoutAction(watched(numbers(['2026-03-31', 5], ['2026-06-30', 4])))).toBeNull()
  })

  it('[DS9] [DS10] nothing is called out for both at once', () => {
    fc.assert(
      fc.property(
        judged,
        fc.array(amount, { maxLength: 4 }),
        fc.nat(3),
        fc.nat(3),
        fc.option(fc.integer({ min: 0, max: 300 })),
        (direction, values, count, open, finished) => {
          const own = numbers(
            ...values.map((value, i): [string, number] => [addDays('2026-03-31', i * 90), value]),
          )
          const lastFinishedOn = finished === null ? null : addDays('2026-03-01', finished)
          const one = { ...watched(own, { count, open: Math.min(open, count), lastFinishedOn }), direction }
          expect(isDoneNotMoved(one) && movedWithoutAction(one) !== null).toBe(false)
        },
      ),
    )
  })
})
