import { triwulanOfDate, triwulanRange } from './triwulan'
import { addDays, type Tanggal } from './wib'

/** How often a card comes again. */
export const REPEATS = ['bulan', 'triwulan'] as const
export type Repeat = (typeof REPEATS)[number]

/** First day of the month or triwulan that a day is in. */
export const periodOf = (every: Repeat, day: Tanggal): Tanggal =>
  every === 'bulan' ? `${day.slice(0, 7)}-01` : triwulanRange(triwulanOfDate(day)).from

/** The last day of the period that begins on this day. */
const lastDayOf = (every: Repeat, period: Tanggal): Tanggal => {
  if (every === 'triwulan') return triwulanRange(triwulanOfDate(period)).to
  // 31 days after the first is in the next month, whatever this one has.
  return addDays(`${addDays(period, 31).slice(0, 7)}-01`, -1)
}

/** The tenggat in a period (SPEC.md PP26): a day of its last month, or the last day where that month is shorter. */
export function dueInPeriod(every: Repeat, period: Tanggal, day: number): Tanggal {
  const last = lastDayOf(every, period)
  return `${last.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`
}

/** The newest copy of a card that comes again. */
export interface NewestCopy {
  readonly every: Repeat
  readonly day: number
  /** Whether it, or another copy, is there and not finished. */
  readonly isOpen: boolean
  /** First day of the period that it is for. */
  readonly period: Tanggal
  /** First day of the last period in which it was told that it is still open. */
  readonly told: Tanggal | null
}

export type RepeatStep =
  | { readonly did: 'made'; readonly period: Tanggal; readonly due: Tanggal }
  | { readonly did: 'told'; readonly period: Tanggal }

/**
 * What is due for it on a day (SPEC.md PP25): nothing, a next copy, or to tell once in this period that there is none.
 * A day before what was done already asks for nothing, so that a clock that jumps does nothing twice.
 */
export function repeatStep(copy: NewestCopy, today: Tanggal): RepeatStep | null {
  const period = periodOf(copy.every, today)
  if (period <= copy.period || (copy.told !== null && period < copy.told)) return null
  if (!copy.isOpen) return { did: 'made', period, due: dueInPeriod(copy.every, period, copy.day) }
  return copy.told === null || copy.told < period ? { did: 'told', period } : null
}
