import type { TindakLanjutStatus } from '@mufakat/domain'

/** How far the work of a line is, as the page around the text knows it. */
export interface LineWork {
  readonly status: TindakLanjutStatus
  /** What is said of it. */
  readonly text: string
  /** Where its card is; null: it is not for who is here. */
  readonly href: string | null
}

/** By id of the line; a line without work, or none worth a word, is left out. */
export type WorkByLine = Readonly<Record<string, LineWork>>

export const NO_WORK: WorkByLine = {}
