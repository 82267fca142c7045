import type { Queryable, Tx } from '@mufakat/db'
import type { Action, Actor, Tanggal } from '@mufakat/domain'
import type { FieldChange, Row } from './row'

export interface Column {
  readonly name: string
  /** Without it a file is none of this table. */
  readonly required?: boolean
  /** As wide as so many letters. */
  readonly width: number
  /** What stands in the file to begin with. */
  readonly example: string
}

/** A row that fits, and what it does. */
export interface Fit<Change> {
  /** What the row is about: named twice in a file, the second one is wrong. */
  readonly key: string
  readonly label: string
  readonly isNew: boolean
  /** Of one that is there: what it changes; none: it is the same. */
  readonly fields: readonly FieldChange[]
  readonly change: Change
}

export interface Run {
  readonly now: Date
  readonly today: Tanggal
  readonly actor: Actor
}

/**
 * One table that is imported and exported. `judge` throws `WrongCell` for a row that does not fit, and puts what the row
 * makes into the state, so that later rows may name it.
 */
export interface Table<State, Change> {
  readonly columns: readonly Column[]
  readonly right: Action
  lock(tx: Tx): Promise<void>
  load(db: Queryable, today: Tanggal): Promise<State>
  judge(row: Row, state: State): Fit<Change>
  /** Writes one row; answers the id of what it is about. */
  apply(tx: Tx, change: Change, run: Run): Promise<string>
  /** Everything there is, in the order of the columns. */
  rows(state: State): string[][]
}
