import type { HolidayKind, Tanggal } from '@mufakat/domain'
import type { BoardRights, BoardStart, CardView } from './views'

/** A page of the table of cards. */
export interface CardTableView {
  readonly today: Tanggal
  readonly rights: BoardRights
  readonly rapat: BoardStart['rapat']
  /** How many are looked for in all. */
  readonly total: number
  /** From 1; the last one when fewer there are. */
  readonly page: number
  readonly pages: number
  /** In their order, with all that each has; empty when there are no groups. */
  readonly groups: readonly { readonly key: string | null; readonly count: number }[]
  readonly cards: readonly CardView[]
}

/** A month of the calendar. */
export interface CardCalendarView {
  readonly today: Tanggal
  /** YYYY-MM. */
  readonly month: string
  readonly weeks: readonly (readonly Tanggal[])[]
  readonly rights: BoardRights
  readonly rapat: BoardStart['rapat']
  /** What is due on its days. */
  readonly cards: readonly CardView[]
  readonly holidays: readonly { readonly date: Tanggal; readonly name: string; readonly kind: HolidayKind }[]
  /** Rapat that are on its days. */
  readonly meetings: BoardStart['rapat']
}
