const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** The quarter as it is written: `Intl` knows only "K1" for Indonesian, which nobody uses. */
export const romanQuarter = (quarter: 1 | 2 | 3 | 4): string => ROMAN[quarter - 1] ?? String(quarter)

/** A moment, or a calendar day `YYYY-MM-DD` that has no time zone. */
export type When = Date | string | number

const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/
/** The zones of Indonesia, by how many hours they are ahead of UTC all year. */
const AHEAD = { WIB: 7, WITA: 8, WIT: 9 } as const
export type Zone = keyof typeof AHEAD

const HOUR_MS = 3_600_000

export const isZone = (value: unknown): value is Zone =>
  typeof value === 'string' && Object.hasOwn(AHEAD, value)

/** Whether a value is a calendar day, which never slips to the day before or after. */
export const isCalendarDay = (when: When): when is string =>
  typeof when === 'string' && CALENDAR_DAY.test(when)

/**
 * What the calendar and the clock on the wall show, as the UTC fields of a date. By arithmetic and not by `Intl`:
 * its first time zone costs a phone a third of a second, and its spelling differs between server and browser.
 */
export function wallOf(when: When, zone: Zone): Date {
  if (isCalendarDay(when)) return new Date(`${when}T00:00:00Z`)
  return new Date(new Date(when).getTime() + AHEAD[zone] * HOUR_MS)
}
