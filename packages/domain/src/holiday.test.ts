import { describe, expect, it } from 'vitest'
import { isWorkday, monthOn, nextWorkday, weekdayOf, weeksOf } from './holiday'

const holidays = new Set(['2026-12-25', '2026-12-28', '2027-01-01'])

describe('workdays', () => {
  it('[L1] are neither Sabtu, Minggu nor a holiday', () => {
    expect(weekdayOf('2026-11-26')).toBe(4)
    const week = ['26', '27', '28', '29', '30'].map(day => isWorkday(`2026-11-${day}`, holidays))
    expect(week).toEqual([true, true, false, false, true])
    expect(isWorkday('2026-12-25', holidays)).toBe(false)
    expect(isWorkday('2026-12-25', new Set())).toBe(true)
  })

  it('[L2] are looked for from the day itself on, over weekends, leave and the end of a year', () => {
    expect(nextWorkday('2026-11-26', holidays)).toBe('2026-11-26')
    expect(nextWorkday('2026-11-28', holidays)).toBe('2026-11-30')
    expect(nextWorkday('2026-12-25', holidays)).toBe('2026-12-29')
    expect(nextWorkday('2027-01-01', holidays)).toBe('2027-01-04')
  })
})

describe('a month of the calendar', () => {
  it('is whole weeks from Senin on', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks.map(week => week[0])).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ])
    expect(weeks.flat().at(-1)).toBe('2026-12-06')
    // Four weeks exactly: February that begins on Senin.
    expect(weeksOf('2027-02')).toHaveLength(4)
  })

  it('has neighbours over the end of a year', () => {
    expect([monthOn('2026-12', 1), monthOn('2026-01', -1), monthOn('2026-11', -12)]).toEqual([
      '2027-01',
      '2025-12',
      '2025-11',
    ])
  })
})
