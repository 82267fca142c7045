import type { Tanggal } from '@mufakat/domain'
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
