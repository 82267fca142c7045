import { insertCardActivities, type Tx } from '@mufakat/db'
import type { Happened } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'

/** To which card, when, and by whom; null: the notula, or the clock. */
export interface ActivityOf {
  readonly cardId: string
  /** Of the board, which the change has raised to it. */
  readonly revision: number
  readonly at: Date
  readonly personId: string | null
}

/**
 * Notes what happened to cards, in the transaction that holds the board and does it: whoever reads on from a revision
 * misses nothing.
 */
export const noteActivity = (tx: Tx, ...all: readonly (ActivityOf & Happened)[]): Promise<void> =>
  insertCardActivities(
    tx,
    all.map(one => ({ ...one, id: newId(one.at.getTime()), reason: one.reason ?? '' })),
  )
