/**
 * Waktu Indonesia Barat: UTC+7, without daylight saving (Keppres 41/1987). The regency plans in WIB, so a
 * rapat's day and hour are kept as WIB text, and only moments (saved at, signed in at) are instants.
 */
const WIB_OFFSET_MS = 7 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** A calendar day as YYYY-MM-DD. */
export type Tanggal = string

export const wibDate = (instant: Date): Tanggal =>
  new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 10)

/** HH:MM in WIB. */
export const wibTime = (instant: Date): string =>
  new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(11, 16)

/** The instant of a WIB day and hour; `time` is HH:MM. */
export const fromWib = (date: Tanggal, time = '00:00'): Date => new Date(`${date}T${time}:00+07:00`)

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
