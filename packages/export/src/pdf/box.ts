import type { Element, Sheet } from './sheet'

/** Where blocks are laid out. */
export interface Box {
  readonly sheet: Sheet
  readonly x: number
  readonly width: number
  /** Size of its letters, in points. */
  readonly size: number
  readonly parent: Element
  /** In a narrow place words are not drawn apart to fill a line. */
  readonly ragged: boolean
  /** Highest that a picture may be. */
  readonly tallest: number
}
