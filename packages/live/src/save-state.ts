import type { ErrorCode } from '@mufakat/kernel'

/** What unsent text survives: the end of the browser, a reload of this tab, or neither. */
export type KeptIn = 'device' | 'tab' | 'page'

/** What the status line of a document says. Every state but `saved` means: something is not safe yet. */
export type SaveState =
  /** Everything typed here is committed on the server. `at`: when the last of it was, in ms; null: nothing yet. */
  | { readonly kind: 'saved'; readonly at: number | null }
  /** On its way to the server, or without a line to the journal. */
  | { readonly kind: 'saving' }
  /** The line or the server is away; `unsent` edits are kept and go out by themselves. */
  | { readonly kind: 'offline'; readonly unsent: number; readonly keptIn: KeptIn }
  /**
   * The session has ended: nothing more may be typed, nothing is lost, and after `resume` it goes on. `asOther`:
   * somebody else has signed in meanwhile, under whose name nothing of this page is sent.
   */
  | {
      readonly kind: 'signed-out'
      readonly unsent: number
      readonly keptIn: KeptIn
      readonly asOther: boolean
    }
  /** The server will not take these edits. They are kept in this browser; the page must be loaded again. */
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly unsent: number }
  | { readonly kind: 'read-only'; readonly code: ErrorCode | null }

/** What the state is made of. */
export interface SaveFacts {
  readonly unsent: number
  readonly keptIn: KeptIn
  /** Something is still on its way to the journal: the end of the page would take it along. */
  readonly isKeeping: boolean
  readonly savedAt: number | null
  readonly failure: ErrorCode | null
  readonly signedOut: 'nobody' | 'other' | null
  readonly isOpen: boolean
  readonly isJoined: boolean
  /** The line was down or answers are missing, and not everything has got across since. */
  readonly inTrouble: boolean
  /** Why it is only read; undefined: it is written. */
  readonly readCode: ErrorCode | null | undefined
}

/**
 * `saved` only when nothing waits: not to be framed, journaled, sent or acknowledged; `offline` only when what it says
 * of where things are kept is true.
 */
export function saveState(facts: SaveFacts): SaveState {
  const { unsent, keptIn, failure, signedOut, readCode } = facts
  if (failure !== null) return { kind: 'failed', code: failure, unsent }
  if (signedOut !== null) return { kind: 'signed-out', unsent, keptIn, asOther: signedOut === 'other' }
  if (facts.inTrouble || (facts.isOpen && !facts.isJoined))
    return facts.isKeeping ? { kind: 'saving' } : { kind: 'offline', unsent, keptIn }
  if (facts.isJoined && readCode !== undefined)
    return unsent > 0
      ? { kind: 'failed', code: readCode ?? 'forbidden', unsent }
      : { kind: 'read-only', code: readCode }
  return unsent > 0 ? { kind: 'saving' } : { kind: 'saved', at: facts.savedAt }
}
