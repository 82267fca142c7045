import { fillMessage, type MessageKey, type MessageParams, type PageKey } from './catalogue'
import type { Locale } from './locale'
import { isCalendarDay, romanQuarter, type When, wallOf as wallIn, type Zone } from './time'

/** `full` "Selasa, 17 Maret 2026" · `long` "17 Maret 2026" · `short` "17 Mar 2026" · `day` "Sel, 17 Mar". */
export type DateStyle = 'full' | 'long' | 'short' | 'day'

/** Everything that turns codes, numbers and times into what a person reads, in one language. */
export interface Words<Key extends MessageKey = MessageKey> {
  readonly locale: Locale
  /** The zone that every moment is told in. */
  readonly zone: Zone
  t<K extends Key>(key: K, ...params: MessageParams<K>): string
  /** A key that is only known at run time (a code from the server); `fallback` when there is none. */
  lookup(key: string, fallback: string, params?: Readonly<Record<string, string | number>>): string
  number(value: number, digits?: number): string
  /** `value` is a share: 0.5 → "50%". */
  percent(value: number, digits?: number): string
  date(when: When, style?: DateStyle): string
  /** "09.00" in the zone. */
  time(when: When): string
  /** Hour 0–23 of a moment in the zone. */
  hour(when: When): number
  /** "10.42.07" in the zone: the moment something was saved. */
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

/** What time is told with, beside the words that the caller's pages need. */
type TimeKey = Extract<
  MessageKey,
  'triwulan.name' | `calendar.${string}` | `duration.${string}` | `relative.${string}`
>

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** `Key`: what the catalogue holds, all or the words of pages; a quarter's name is in either. */
export function createWords<Key extends MessageKey>(
  locale: Locale,
  catalogue: Readonly<Record<Key | TimeKey, string>>,
  zone: Zone = 'WIB',
): Words<Key> {
  const wallOf = (when: When): Date => wallIn(when, zone)
  const tag = locale === 'id' ? 'id-ID' : 'en-GB'
  // Making a format costs more than using it a hundred times.
  const formats = new Map<string, Intl.NumberFormat>()
  const numberAs = (value: number, style: 'decimal' | 'percent', digits: number): string => {
    const key = `${style} ${digits}`
    let known = formats.get(key)
    if (!known) {
      known = new Intl.NumberFormat(tag, { style, maximumFractionDigits: digits })
      formats.set(key, known)
    }
    return known.format(value)
  }
  const number = (value: number, digits = 2) =>
    // Most numbers of a page are small counts, written the same in every language; `Intl` takes long to start.
    Number.isInteger(value) && value >= 0 && value < 1_000
      ? String(value)
      : numberAs(value, 'decimal', digits)
  const names = (key: TimeKey, at: number): string => catalogue[key].split(' ')[at] ?? ''
  const date = (when: When, style: DateStyle): string => {
    const wall = wallOf(when)
    const isShort = style === 'short' || style === 'day'
    const month = names(isShort ? 'calendar.months.short' : 'calendar.months', wall.getUTCMonth())
    const day = `${wall.getUTCDate()} ${month}`
    if (style === 'day') return `${names('calendar.weekdays.short', wall.getUTCDay())}, ${day}`
    const dated = `${day} ${wall.getUTCFullYear()}`
    return style === 'full' ? `${names('calendar.weekdays', wall.getUTCDay())}, ${dated}` : dated
  }
  const lookup = (key: string, fallback: string, params?: Readonly<Record<string, string | number>>) => {
    const text = (catalogue as Readonly<Record<string, string>>)[key]
    return text === undefined ? fallback : fillMessage(text, params, number)
  }
  const hands = (...fields: number[]): string => fields.map(field => String(field).padStart(2, '0')).join('.')
  const time = (when: When): string => {
    const wall = wallOf(when)
    return hands(wall.getUTCHours(), wall.getUTCMinutes())
  }

  return {
    locale,
    zone,
    t: (key, ...params) => fillMessage(catalogue[key], params[0] ?? {}, number),
    lookup,
    number,
    percent: (value, digits = 2) => numberAs(value, 'percent', digits),
    date: (when, style = 'long') => date(when, style),
    time,
    hour: when => wallOf(when).getUTCHours(),
    clock: when => {
      const wall = wallOf(when)
      return hands(wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds())
    },
    dateTime: when => `${date(when, 'short')}, ${time(when)} ${zone}`,
    triwulan: ({ year, quarter }) =>
      fillMessage(catalogue['triwulan.name'], { roman: romanQuarter(quarter), year: String(year) }),
    duration: minutes => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      const told = (key: TimeKey, n: number) => fillMessage(catalogue[key], { n })
      if (hours === 0) return told('duration.minutes', rest)
      const whole = told('duration.hours', hours)
      return rest === 0 ? whole : `${whole} ${told('duration.minutes', rest)}`
    },
    relative: (when, now) => {
      const away = (unit: 'minute' | 'hour' | 'day', value: number) => {
        if (value === 0) return catalogue[`relative.${unit}.0`]
        if (unit === 'day' && value === 1) return catalogue['relative.day.next']
        if (unit === 'day' && value === -1) return catalogue['relative.day.last']
        const key = value > 0 ? (`relative.${unit}.in` as const) : (`relative.${unit}.ago` as const)
        return fillMessage(catalogue[key], { n: Math.abs(value) }, number)
      }
      if (isCalendarDay(when)) {
        // A day is compared with today's day in the zone, or "besok" would depend on the hour of looking.
        return away('day', wallOf(when).getTime() / DAY - Math.floor(wallOf(now).getTime() / DAY))
      }
      const gap = new Date(when).getTime() - now.getTime()
      if (Math.abs(gap) < HOUR) return away('minute', Math.round(gap / 60_000))
      if (Math.abs(gap) < DAY) return away('hour', Math.round(gap / HOUR))
      return away('day', Math.round(gap / DAY))
    },
  }
}
