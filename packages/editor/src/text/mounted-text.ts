import type * as Y from 'yjs'
import type { Desk } from '../desk/desk'

/** A text to put on screen. */
export interface TextOptions {
  desk: Desk
  /** Name of the root Y.Text; how carets name it on the wire. */
  name: string
  ytext: Y.Text
  /** The editor's own element becomes its last child. */
  element: HTMLElement
  kind: 'item' | 'cell'
  /** Accessible name. */
  label: string
  /** Tab in a cell; true when the focus has moved. */
  step?: (by: 1 | -1) => boolean
  /** ↑ or ↓ at the edge of a cell; true when the focus has moved. */
  vertical?: (by: 1 | -1) => boolean
  /** Escape in a cell. */
  leave?: () => void
}

export interface MountedText {
  relabel(label: string): void
  focusStart(): void
  focusEnd(): void
  destroy(): void
}

export type MountText = (options: TextOptions) => MountedText
