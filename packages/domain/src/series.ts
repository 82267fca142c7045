import type { Cadence, ProposalState, RapatStatus, TindakLanjutStatus } from './codes'
import { isOpenTindakLanjut } from './tindak-lanjut'
import { shiftTriwulan, type Triwulan, triwulanOfDate, triwulanRange } from './triwulan'
import { addDays, daysBetween, type Tanggal } from './wib'

/** A rapat as its series sees it. */
export interface RapatOfSeries extends Triwulan {
  readonly id: string
  readonly status: RapatStatus
  readonly date: Tanggal | null
}

/** How a series repeats. */
export interface SeriesRhythm {
  readonly cadence: Cadence
  /** Days of a series with dates of its own. */
  readonly dates: readonly Tanggal[]
}

/** When the next rapat of a series is to be. */
export interface NextRapat {
  readonly triwulan: Triwulan
  /** First day of the month it falls in; of the triwulan's first month when no day is suggested. */
  readonly month: Tanggal
  readonly date: Tanggal | null
}

interface Period {
  readonly from: Tanggal
  readonly to: Tanggal
}

const firstOfMonth = (date: Tanggal): Tanggal => `${date.slice(0, 7)}-01`

function nextMonth(date: Tanggal): Tanggal {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

const monthPeriod = (date: Tanggal): Period => ({
  from: firstOfMonth(date),
  to: addDays(nextMonth(date), -1),
})

const weekday = (date: Tanggal): number => new Date(`${date}T00:00:00Z`).getUTCDay()

const onOrAfter = (date: Tanggal, day: number): Tanggal => addDays(date, (day - weekday(date) + 7) % 7)

/** The day of a period that has the weekday and the week that `like` has in its own. */
function sameDayIn(period: Period, like: Tanggal, itsPeriod: Period): Tanggal {
  const day = weekday(like)
  const weeks = daysBetween(onOrAfter(itsPeriod.from, day), like) / 7
  const found = addDays(onOrAfter(period.from, day), weeks * 7)
  return found > period.to ? addDays(found, -7) : found
}

/** What orders the rapat of a series: triwulan, then day; one without a day comes last in its triwulan. */
const placeOf = ({ year, quarter, date, id }: RapatOfSeries): string =>
  `${year} ${quarter} ${date ?? '9999'} ${id}`

/** The rapat of a series in their order, without those that were cancelled (SPEC.md S3). */
export const inOrder = <R extends RapatOfSeries>(rapat: readonly R[]): R[] =>
  rapat
    .filter(one => one.status !== 'dibatalkan')
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0))

/** Those that come before a rapat and are past their draft: what it looks back at (SPEC.md S3). */
export const earlierThan = <R extends RapatOfSeries>(all: readonly R[], rapat: RapatOfSeries): R[] =>
  inOrder(all).filter(one => one.id !== rapat.id && one.status !== 'draf' && placeOf(one) < placeOf(rapat))

/** Day of the last rapat before this one that was held, or is being held; null when there was none. */
export const lastHeldOn = (all: readonly RapatOfSeries[], rapat: RapatOfSeries): Tanggal | null =>
  earlierThan(all, rapat)
    .filter(one => one.status === 'selesai' || one.status === 'berlangsung')
    .at(-1)?.date ?? null

/** What the next rapat of a series is suggested for (SPEC.md S1, S2). */
export function nextRapat(rhythm: SeriesRhythm, rapat: readonly RapatOfSeries[], today: Tanggal): NextRapat {
  const last = inOrder(rapat).at(-1)
  if (rhythm.cadence === 'tanggal') {
    const after = last?.date ?? ''
    const date = [...rhythm.dates].sort().find(day => day > after && day >= today) ?? null
    return { triwulan: triwulanOfDate(date ?? today), month: firstOfMonth(date ?? today), date }
  }
  if (last === undefined) return { triwulan: triwulanOfDate(today), month: firstOfMonth(today), date: null }
  const lastStart = last.date ?? triwulanRange(last).from
  const isMonthly = rhythm.cadence === 'bulan'
  const following = isMonthly ? nextMonth(lastStart) : triwulanRange(shiftTriwulan(last, 1)).from
  // A period that went by without its rapat is not made up for.
  const start = following > today ? following : today
  const period = isMonthly ? monthPeriod(start) : triwulanRange(triwulanOfDate(start))
  const itsPeriod = isMonthly ? monthPeriod(lastStart) : triwulanRange(triwulanOfDate(lastStart))
  const suggested = last.date === null ? null : sameDayIn(period, last.date, itsPeriod)
  const date = suggested !== null && suggested >= today ? suggested : null
  return { triwulan: triwulanOfDate(period.from), month: firstOfMonth(date ?? period.from), date }
}

/** An item of a template's agenda; one of them holds the list of what the rapat before left to do. */
export interface StandingItem {
  readonly title: string
  readonly minutes: number
  readonly presenter: string
  readonly carried?: boolean | undefined
}

export const CARRIED_TITLE = 'Tindak lanjut rapat lalu'

/**
 * The standing items with exactly one that holds the list (SPEC.md S4): the first that is marked; else one of its own,
 * after the opening.
 */
export function withCarriedItem<I extends StandingItem>(
  items: readonly I[],
): { items: (I | StandingItem)[]; at: number } {
  const marked = items.findIndex(item => item.carried === true)
  if (marked >= 0) return { items: [...items], at: marked }
  const at = Math.min(1, items.length)
  const own: StandingItem = { title: CARRIED_TITLE, minutes: 30, presenter: '', carried: true }
  return { items: [...items.slice(0, at), own, ...items.slice(at)], at }
}

/** Whether the next rapat is shown this tindak lanjut: open, or finished since the rapat before (SPEC.md S5). */
export const isCarried = (
  line: { readonly status: TindakLanjutStatus; readonly finishedOn: Tanggal | null },
  since: Tanggal | null,
): boolean =>
  isOpenTindakLanjut(line.status) ||
  (line.status === 'selesai' && line.finishedOn !== null && (since === null || line.finishedOn >= since))

/** What may become of a proposal (SPEC.md S8). */
export const nextProposalStates = (from: ProposalState): readonly ProposalState[] =>
  from === 'open' ? ['accepted', 'returned', 'withdrawn'] : []

/** Why a tenggat cannot be postponed; `conflict` where it is not the form that is wrong. */
export type PostponementFault = 'conflict' | 'to-past' | 'to-not-later'

/** SPEC.md T5. `due` is what holds now. */
export function postponementFault(
  line: {
    readonly notulaState: string
    readonly status: TindakLanjutStatus
    readonly due: Tanggal | null
  },
  to: Tanggal,
  today: Tanggal,
): PostponementFault | null {
  if (line.notulaState !== 'disahkan' || !isOpenTindakLanjut(line.status)) return 'conflict'
  if (to < today) return 'to-past'
  return line.due !== null && to <= line.due ? 'to-not-later' : null
}
