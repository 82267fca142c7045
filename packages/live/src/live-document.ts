import type { ErrorCode } from '@mufakat/kernel'
import type { Access, Present as PresentPerson } from '@mufakat/protocol'
import type * as Y from 'yjs'
import type { Readable } from './readable'

/** What a caret is made of; it means something to the editor alone. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** One open document of one person. Everything but the caret is stamped by the server. */
export type Present = PresentPerson & { readonly caret: Json | null }

/** What the status line of a document says. Every state but `saved` means: something is not safe yet. */
export type SaveState =
  /** Everything typed here is committed on the server. `at`: when the last of it was, in ms; null: nothing yet. */
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  /** The line or the server is away. `unsent` edits are kept in this browser and go out by themselves. */
  | { readonly kind: 'offline'; readonly unsent: number }
  /** The server will not take these edits. They are kept in this browser; the page must be loaded again. */
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly unsent: number }
  | { readonly kind: 'read-only'; readonly code: ErrorCode | null }

/** One document, open for as long as a page shows it. */
export interface LiveDocument {
  /** Empty until `ready`: nothing may be shown from it, and nothing written, before. */
  readonly doc: Y.Doc
  /** Resolves when the whole document is there, rejects with `AppError` when it will not be. */
  readonly ready: Promise<void>
  /** Known from `ready` on; 'read' before. */
  readonly access: Readable<Access>
  readonly save: Readable<SaveState>
  /** Everyone with the document open, oneself included (see `sessionKey`), in order of arrival. */
  readonly presence: Readable<readonly Present[]>
  /** One's own place in `presence`; null while not connected. */
  readonly sessionKey: Readable<string | null>
  /** Where this person's caret is; null when nowhere. Sent at most once per 40 ms. */
  setCaret(caret: Json | null): void
  /** Leaves the room. Edits that are not acknowledged stay in the journal. */
  close(): Promise<void>
}

export type { Access }
