import type { TindakLanjutStatus } from '../codes'
import { type OpdPlace, successorOf } from '../opd'
import { isOpenTindakLanjut } from '../tindak-lanjut'
import { type Triwulan, triwulanRange } from '../triwulan'
import { daysBetween, type Tanggal } from '../wib'

/** What a tindak lanjut counts as on a day: finished in time or past its tenggat, late, to be verified, or under way. */
export const WORK_STATES = ['tepat', 'lewat', 'terlambat', 'menunggu', 'berjalan'] as const
export type WorkState = (typeof WORK_STATES)[number]

/** The work of a triwulan, as of a day in it. */
export interface WorkSpan {
  readonly from: Tanggal
  /** Today, or the last day of a triwulan that is over. */
  readonly on: Tanggal
  /** Whether `on` is today: who waits for verification is known of today alone. */
  readonly isNow: boolean
}

export function workSpan(triwulan: Triwulan, today: Tanggal): WorkSpan {
  const { from, to } = triwulanRange(triwulan)
  return to < today ? { from, on: to, isNow: false } : { from, on: today, isNow: true }
}

/** What of a tindak lanjut its counting goes by. */
export interface CountedCard {
  /** Of a notula that is not ratified, so that its text may still change. */
  readonly isDraft: boolean
  readonly status: TindakLanjutStatus
  readonly due: Tanggal | null
  readonly addedOn: Tanggal
  readonly finishedOn: Tanggal | null
}

/**
 * What a tindak lanjut counts as in a span [DS1, DS2]; null: it is none of its work. A draft is left out, and what was
 * called off; what was finished before the triwulan began, or added after the day, is that of another one.
 */
export function workStateOf(card: CountedCard, { from, on, isNow }: WorkSpan): WorkState | null {
  if (card.isDraft || card.status === 'dibatalkan' || card.addedOn > on) return null
  const { due, finishedOn } = card
  if (finishedOn !== null && finishedOn <= on) {
    if (finishedOn < from) return null
    return due === null || finishedOn <= due ? 'tepat' : 'lewat'
  }
  if (due !== null && due < on) return 'terlambat'
  return isNow && card.status === 'menunggu_verifikasi' ? 'menunggu' : 'berjalan'
}

/** Tindak lanjut of one OPD that count alike. */
export interface WorkTally {
  /** Null: of nobody yet. */
  readonly opdId: string | null
  readonly state: WorkState
  readonly count: number
  /** Of these, who wait for verification, late or not. */
  readonly waiting: number
  /** Of these, who have accepted bukti dukung. */
  readonly proven: number
  /** How often their tenggat was put off, all together. */
  readonly postponed: number
  /** Of each that is finished: days from when it was added. */
  readonly days: readonly number[]
}

/** What is told of the work of an OPD, or of all. */
export interface WorkFigures {
  readonly total: number
  readonly finished: number
  readonly inTime: number
  readonly late: number
  readonly waiting: number
  /** Neither finished, late nor to be verified. */
  readonly running: number
  /** Share of what was finished or is late that was finished in time; null: there is none. */
  readonly inTimeShare: number | null
  /** Days from being added to being finished, the middle; null: none is finished. */
  readonly medianDays: number | null
  readonly postponed: number
  /** Share that has accepted bukti dukung; null: there is no work. */
  readonly provenShare: number | null
}

/** The middle one in order, or between the two in the middle; null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const inOrder = [...values].sort((a, b) => a - b)
  const half = Math.floor(inOrder.length / 2)
  const upper = inOrder[half] ?? 0
  return inOrder.length % 2 === 1 ? upper : ((inOrder[half - 1] ?? 0) + upper) / 2
}

const shareOf = (part: number, of: number): number | null => (of === 0 ? null : part / of)

/** Puts tallies together [DS3]: sums, and shares and the middle of what all of them come to, never of shares. */
export function workFigures(tallies: readonly WorkTally[]): WorkFigures {
  const sum = (of: (tally: WorkTally) => number) => tallies.reduce((all, tally) => all + of(tally), 0)
  const inState = (...states: WorkState[]) => sum(({ state, count }) => (states.includes(state) ? count : 0))
  const total = sum(({ count }) => count)
  const inTime = inState('tepat')
  const finished = inState('tepat', 'lewat')
  const late = inState('terlambat')
  return {
    total,
    finished,
    inTime,
    late,
    waiting: sum(({ waiting }) => waiting),
    running: inState('berjalan'),
    inTimeShare: shareOf(inTime, finished + late),
    medianDays: medianOf(tallies.flatMap(({ days }) => days)),
    postponed: sum(({ postponed }) => postponed),
    provenShare: shareOf(
      sum(({ proven }) => proven),
      total,
    ),
  }
}

/** Cards as tallies: what the database counts, said as a rule. */
export function talliesOf(
  cards: readonly (CountedCard & {
    readonly opdId: string | null
    readonly isProven: boolean
    readonly postponed: number
  })[],
  span: WorkSpan,
): WorkTally[] {
  return cards.flatMap(card => {
    const state = workStateOf(card, span)
    if (state === null) return []
    const isOver = state === 'tepat' || state === 'lewat'
    const isWaiting = span.isNow && isOpenTindakLanjut(card.status) && card.status === 'menunggu_verifikasi'
    return [
      {
        opdId: card.opdId,
        state,
        count: 1,
        waiting: isWaiting ? 1 : 0,
        proven: card.isProven ? 1 : 0,
        postponed: card.postponed,
        days: isOver && card.finishedOn !== null ? [daysBetween(card.addedOn, card.finishedOn)] : [],
      },
    ]
  })
}

/** The work of each OPD as one [DS4]: what an OPD that is no more had stands with its successor (O3). */
export function byOpd(
  all: readonly OpdPlace[],
  tallies: readonly WorkTally[],
): Map<string | null, readonly WorkTally[]> {
  const groups = new Map<string | null, WorkTally[]>()
  for (const tally of tallies) {
    const id = tally.opdId === null ? null : successorOf(all, tally.opdId)
    groups.set(id, [...(groups.get(id) ?? []), tally])
  }
  return groups
}
