/**
 * The three zones of the country, without daylight saving (Keppres 41/1987). A regency plans in its own, so a rapat's
 * day and hour are kept as text of that zone, and only moments (saved at, signed in at) are instants.
 */
export const ZONES = ['WIB', 'WITA', 'WIT'] as const
export type Zone = (typeof ZONES)[number]

const HOUR_MS = 60 * 60 * 1000
const HOURS_AHEAD: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 }
const DAY_MS = 24 * 60 * 60 * 1000

/** A calendar day as YYYY-MM-DD. */
export type Tanggal = string

/** The day that the calendar shows in a zone. */
export const dayIn = (zone: Zone, instant: Date): Tanggal =>
  new Date(instant.getTime() + HOURS_AHEAD[zone] * HOUR_MS).toISOString().slice(0, 10)

/** The instant at which a zone's clock shows a full hour of a day. */
export const zoneHour = (zone: Zone, date: Tanggal, hour: number): Date =>
  new Date(Date.parse(`${date}T00:00:00Z`) + (hour - HOURS_AHEAD[zone]) * HOUR_MS)

export const wibDate = (instant: Date): Tanggal => dayIn('WIB', instant)

/** HH:MM that the clock shows in a zone. */
export const timeIn = (zone: Zone, instant: Date): string =>
  new Date(instant.getTime() + HOURS_AHEAD[zone] * HOUR_MS).toISOString().slice(11, 16)

export const wibTime = (instant: Date): string => timeIn('WIB', instant)

/** The instant of a WIB day and hour; `time` is HH:MM. */
export const fromWib = (date: Tanggal, time = '00:00'): Date => new Date(`${date}T${time}:00+07:00`)

/** The moment of a day and hour in a zone; `time` is HH:MM. */
export const momentIn = (zone: Zone, date: Tanggal, time: string): Date =>
  new Date(`${date}T${time}:00+0${HOURS_AHEAD[zone]}:00`)

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export function isTanggal(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Tanggal, to: Tanggal): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

export const addDays = (date: Tanggal, days: number): Tanggal =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
