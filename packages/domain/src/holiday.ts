import { addDays, type Tanggal } from './wib'

/** By the joint decree (SKB) of a year: a national holiday, or leave that is taken together. */
export const HOLIDAY_KINDS = ['nasional', 'cuti_bersama'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

/** Holidays whose day is the same each year (Keppres 251/1967, 24/2013, 24/2016); all others are named by decree. */
export const FIXED_HOLIDAYS = [
  { day: '01-01', name: 'Tahun Baru Masehi' },
  { day: '05-01', name: 'Hari Buruh Internasional' },
  { day: '06-01', name: 'Hari Lahir Pancasila' },
  { day: '08-17', name: 'Proklamasi Kemerdekaan' },
  { day: '12-25', name: 'Kelahiran Yesus Kristus' },
] as const

/** 0 Minggu to 6 Sabtu. */
export const weekdayOf = (date: Tanggal): number => new Date(`${date}T00:00:00Z`).getUTCDay()

/** Whether offices work on a day (SPEC.md L1). */
export const isWorkday = (date: Tanggal, holidays: ReadonlySet<Tanggal>): boolean => {
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && !holidays.has(date)
}

/** More days off in a row than any year has. */
const MOST_DAYS_OFF = 60

/** The day itself when offices work on it, else the first one after it on which they do (L2). */
export function nextWorkday(date: Tanggal, holidays: ReadonlySet<Tanggal>): Tanggal {
  for (let days = 0; days <= MOST_DAYS_OFF; days += 1) {
    const day = addDays(date, days)
    if (isWorkday(day, holidays)) return day
  }
  return date
}

/** A month of a calendar as weeks from Senin to Minggu, with the days of its neighbours that fill them. */
export function weeksOf(month: string): Tanggal[][] {
  const first = `${month}-01`
  let day = addDays(first, -((weekdayOf(first) + 6) % 7))
  const weeks: Tanggal[][] = []
  do {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)))
    day = addDays(day, 7)
  } while (day.startsWith(month))
  return weeks
}

/** The month so many months on, as YYYY-MM. */
export const monthOn = (month: string, by: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + by, 1))
    .toISOString()
    .slice(0, 7)
