import type { Tanggal, Zone } from './wib'
import { addDays, dayIn } from './wib'

export type Quarter = 1 | 2 | 3 | 4

export interface Triwulan {
  readonly year: number
  readonly quarter: Quarter
}

export const QUARTERS: readonly Quarter[] = [1, 2, 3, 4]

export const isQuarter = (value: unknown): value is Quarter =>
  value === 1 || value === 2 || value === 3 || value === 4

export function triwulanOfDate(date: Tanggal): Triwulan {
  const month = Number(date.slice(5, 7))
  const quarter = Math.floor((month - 1) / 3) + 1
  if (!isQuarter(quarter)) throw new Error(`not a date: ${date}`)
  return { year: Number(date.slice(0, 4)), quarter }
}

/** The triwulan of an instant, judged by the calendar of a zone: in WIB 31 December 17:30 UTC already is triwulan I. */
export const triwulanOf = (instant: Date, zone: Zone): Triwulan => triwulanOfDate(dayIn(zone, instant))

/** The triwulan `steps` after (or, negative, before) this one. */
export function shiftTriwulan({ year, quarter }: Triwulan, steps: number): Triwulan {
  const index = year * 4 + (quarter - 1) + steps
  const shifted = (index % 4) + 1
  if (!isQuarter(shifted)) throw new Error('triwulan out of range')
  return { year: Math.floor(index / 4), quarter: shifted }
}

/** First and last day, both included. */
export function triwulanRange({ year, quarter }: Triwulan): { from: Tanggal; to: Tanggal } {
  const first = (y: number, q: Quarter): Tanggal => `${y}-${String(q * 3 - 2).padStart(2, '0')}-01`
  const next = shiftTriwulan({ year, quarter }, 1)
  return { from: first(year, quarter), to: addDays(first(next.year, next.quarter), -1) }
}

const ROMAN = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const

export const romanQuarter = (quarter: Quarter): string => ROMAN[quarter]
