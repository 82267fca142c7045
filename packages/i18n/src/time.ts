/** Western Indonesian Time, the regency's: every time that people read is told in it. */
export const TIME_ZONE = 'Asia/Jakarta'

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** The quarter as it is written: `Intl` knows only "K1" for Indonesian, which nobody uses. */
export const romanQuarter = (quarter: 1 | 2 | 3 | 4): string => ROMAN[quarter - 1] ?? String(quarter)

/** A moment, or a calendar day `YYYY-MM-DD` that has no time zone. */
export type When = Date | string | number

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Splits a value into what `Intl` needs: a calendar day is told in UTC so that it never slips a day. */
export function momentOf(when: When): { date: Date; timeZone: string } {
  if (typeof when === 'string' && DAY.test(when)) {
    return { date: new Date(`${when}T00:00:00Z`), timeZone: 'UTC' }
  }
  return { date: when instanceof Date ? when : new Date(when), timeZone: TIME_ZONE }
}

/** Hour 0–23 of a moment in WIB. */
export function hourInWib(when: Date): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE }).format(when),
  )
}
