import { fillMessage, type MessageKey, type MessageParams, type PageKey } from './catalogue'
import type { Locale } from './locale'
import { momentOf, romanQuarter, type When } from './time'

/** `full` "Selasa, 17 Maret 2026" · `long` "17 Maret 2026" · `short` "17 Mar 2026" · `day` "Sel, 17 Mar". */
export type DateStyle = 'full' | 'long' | 'short' | 'day'

/** Everything that turns codes, numbers and times into what a person reads, in one language. */
export interface Words<Key extends MessageKey = MessageKey> {
  readonly locale: Locale
  t<K extends Key>(key: K, ...params: MessageParams<K>): string
  /** A key that is only known at run time (a code from the server); `fallback` when there is none. */
  lookup(key: string, fallback: string, params?: Readonly<Record<string, string | number>>): string
  number(value: number, digits?: number): string
  /** `value` is a share: 0.5 → "50%". */
  percent(value: number, digits?: number): string
  date(when: When, style?: DateStyle): string
  /** "09.00" in WIB. */
  time(when: When): string
  /** "10.42.07" in WIB: the moment something was saved. */
  clock(when: When): string
  /** "17 Mar 2026, 09.00 WIB". */
  dateTime(when: When): string
  triwulan(value: { year: number; quarter: 1 | 2 | 3 | 4 }): string
  /** Minutes as "45 menit", "3 jam" or "1 jam 30 menit". */
  duration(minutes: number): string
  /** "3 hari lagi", "kemarin"; always shown beside, or over, the absolute time. */
  relative(when: When, now: Date): string
}

export type PageWords = Words<PageKey>

const DATE_STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** `Key`: what the catalogue holds, all or the words of pages; a quarter's name is in either. */
export function createWords<Key extends MessageKey>(
  locale: Locale,
  catalogue: Readonly<Record<Key | 'triwulan.name', string>>,
): Words<Key> {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB'
  const formats = new Map<string, Intl.DateTimeFormat>()
  // Making a DateTimeFormat costs more than using it a hundred times; a list of rapat uses three.
  const format = (when: When, name: string, options: Intl.DateTimeFormatOptions): string => {
    const { date, timeZone } = momentOf(when)
    const key = `${name} ${timeZone}`
    let known = formats.get(key)
    if (!known) {
      known = new Intl.DateTimeFormat(tag, { ...options, timeZone })
      formats.set(key, known)
    }
    return known.format(date)
  }
  const number = (value: number, digits = 2) =>
    new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(value)
  const lookup = (key: string, fallback: string, params?: Readonly<Record<string, string | number>>) => {
    const text = (catalogue as Readonly<Record<string, string>>)[key]
    return text === undefined ? fallback : fillMessage(text, params, number)
  }
  const time = (when: When) =>
    format(when, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).replace(':', '.')

  return {
    locale,
    t: (key, ...params) => fillMessage(catalogue[key], params[0] ?? {}, number),
    lookup,
    number,
    percent: (value, digits = 2) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }).format(value),
    date: (when, style = 'long') => format(when, style, DATE_STYLES[style]),
    time,
    clock: when =>
      format(when, 'clock', {
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }).replaceAll(':', '.'),
    dateTime: when => `${format(when, 'short', DATE_STYLES.short)}, ${time(when)} WIB`,
    triwulan: ({ year, quarter }) =>
      fillMessage(catalogue['triwulan.name'], { roman: romanQuarter(quarter), year: String(year) }),
    duration: minutes => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      const unit = (value: number, unitName: 'hour' | 'minute') =>
        new Intl.NumberFormat(tag, { style: 'unit', unit: unitName, unitDisplay: 'long' }).format(value)
      if (hours === 0) return unit(rest, 'minute')
      return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`
    },
    relative: (when, now) => {
      const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
      const { date } = momentOf(when)
      const gap = date.getTime() - now.getTime()
      if (typeof when === 'string' && when.length === 10) {
        // A day is compared with today's day in WIB, or "besok" would depend on the hour of looking.
        const today = new Date(now.getTime() + 7 * HOUR)
        const days = Math.round(
          (date.getTime() - Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate())) / DAY,
        )
        return relative.format(days, 'day')
      }
      if (Math.abs(gap) < HOUR) return relative.format(Math.round(gap / 60_000), 'minute')
      if (Math.abs(gap) < DAY) return relative.format(Math.round(gap / HOUR), 'hour')
      return relative.format(Math.round(gap / DAY), 'day')
    },
  }
}
