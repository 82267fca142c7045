import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUARTERS, romanQuarter, shiftTriwulan, triwulanOf, triwulanOfDate, triwulanRange } from './triwulan'
import { addDays, dayIn, daysBetween, fromWib, isTanggal, wibDate, wibTime, ZONES } from './wib'

describe('time in WIB', () => {
  it('[W1] is seven hours ahead of UTC all year', () => {
    expect(wibDate(new Date('2026-06-30T16:59:59Z'))).toBe('2026-06-30')
    expect(wibDate(new Date('2026-06-30T17:00:00Z'))).toBe('2026-07-01')
    expect(wibTime(new Date('2026-12-01T02:05:00Z'))).toBe('09:05')
    expect(fromWib('2026-12-08', '09:00').toISOString()).toBe('2026-12-08T02:00:00.000Z')
  })

  it('[W1] goes both ways and counts days across months and leap years', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.integer({ min: -1000, max: 1000 }),
        (instant, days) => {
          const date = wibDate(instant)
          expect(wibDate(fromWib(date, wibTime(instant)))).toBe(date)
          expect(daysBetween(date, addDays(date, days))).toBe(days)
        },
      ),
      { seed: 3, numRuns: 500 },
    )
  })

  it('[W1] knows which days exist', () => {
    expect(['2028-02-29', '2026-12-31'].every(isTanggal)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', 'besok', ''].some(isTanggal)).toBe(false)
  })

  it('[W1] knows the day of every zone', () => {
    const days = (time: string) => ZONES.map(zone => dayIn(zone, new Date(time)))
    expect(days('2026-06-30T14:59:59Z')).toEqual(['2026-06-30', '2026-06-30', '2026-06-30'])
    expect(days('2026-06-30T15:00:00Z')).toEqual(['2026-06-30', '2026-06-30', '2026-07-01'])
    expect(days('2026-06-30T16:00:00Z')).toEqual(['2026-06-30', '2026-07-01', '2026-07-01'])
  })

  it('[W2] begins a triwulan at midnight of the zone', () => {
    expect(triwulanOf(new Date('2026-12-31T15:00:00Z'), 'WIT')).toEqual({ year: 2027, quarter: 1 })
    expect(triwulanOf(new Date('2026-12-31T15:00:00Z'), 'WITA')).toEqual({ year: 2026, quarter: 4 })
    expect(triwulanOf(new Date('2026-12-31T16:59:59Z'), 'WIB')).toEqual({ year: 2026, quarter: 4 })
    expect(triwulanOf(new Date('2026-12-31T17:00:00Z'), 'WIB')).toEqual({ year: 2027, quarter: 1 })
  })

  it('[W3] parts the year without gap or overlap', () => {
    for (const year of [2024, 2026]) {
      let day = `${year}-01-01`
      for (const quarter of QUARTERS) {
        const { from, to } = triwulanRange({ year, quarter })
        expect(from).toBe(day)
        for (; day <= to; day = addDays(day, 1)) expect(triwulanOfDate(day)).toEqual({ year, quarter })
      }
      expect(day).toBe(`${year + 1}-01-01`)
    }
    expect(shiftTriwulan({ year: 2026, quarter: 1 }, -1)).toEqual({ year: 2025, quarter: 4 })
    expect(shiftTriwulan({ year: 2026, quarter: 4 }, 5)).toEqual({ year: 2028, quarter: 1 })
    expect(QUARTERS.map(romanQuarter)).toEqual(['I', 'II', 'III', 'IV'])
  })
})
