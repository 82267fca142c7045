import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueInPeriod, type NewestCopy, periodOf, REPEATS, repeatStep } from './card-repeat'
import { addDays, isTanggal, type Tanggal } from './wib'

const day = fc.nat({ max: 4_000 }).map(days => addDays('2024-01-01', days))
const every = fc.constantFrom(...REPEATS)
const dayOfMonth = fc.integer({ min: 1, max: 31 })

describe('a card that comes again', () => {
  it('[PP26] is due on its day in the last month of the period, or on its last day', () => {
    expect(dueInPeriod('bulan', '2026-11-01', 20)).toBe('2026-11-20')
    expect(dueInPeriod('bulan', '2027-02-01', 31)).toBe('2027-02-28')
    expect(dueInPeriod('bulan', '2028-02-01', 30)).toBe('2028-02-29')
    expect(dueInPeriod('triwulan', '2026-10-01', 5)).toBe('2026-12-05')
    expect(dueInPeriod('triwulan', '2026-04-01', 31)).toBe('2026-06-30')
    fc.assert(
      fc.property(every, day, dayOfMonth, (repeat, date, at) => {
        const period = periodOf(repeat, date)
        const due = dueInPeriod(repeat, period, at)
        expect(isTanggal(due)).toBe(true)
        expect([period <= date, periodOf(repeat, due)]).toEqual([true, period])
      }),
    )
  })

  it('[PP25] has one copy for a period at most, never an earlier one, and none while one is open', () => {
    const look = fc.record({ today: day, isFinished: fc.boolean() })
    fc.assert(
      fc.property(every, day, dayOfMonth, fc.array(look, { maxLength: 60 }), (repeat, first, at, looks) => {
        let copy: NewestCopy = {
          ...{ every: repeat, day: at, isOpen: true, period: periodOf(repeat, first), told: null },
        }
        const made: Tanggal[] = [copy.period]
        const told: Tanggal[] = []
        for (const { today, isFinished } of looks) {
          const isOpen = copy.isOpen && !isFinished
          copy = { ...copy, isOpen }
          const step = repeatStep(copy, today)
          if (step?.did === 'told') {
            expect(isOpen).toBe(true)
            told.push(step.period)
            copy = { ...copy, told: step.period }
          }
          if (step?.did === 'made') {
            expect([isOpen, step.period]).toEqual([false, periodOf(repeat, today)])
            made.push(step.period)
            copy = { ...copy, isOpen: true, period: step.period, told: null }
          }
          // Looked at again, there is nothing more to do.
          expect(repeatStep(copy, today)).toBeNull()
        }
        for (const list of [made, told]) expect(list).toEqual([...new Set(list)].sort())
      }),
    )
  })
})
