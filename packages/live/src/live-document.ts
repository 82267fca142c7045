import type { Access, Present as PresentPerson } from '@mufakat/protocol'
import type * as Y from 'yjs'
import type { JournalStore } from './journal'
import type { SocketSettings } from './line'
import type { LeaseLocks } from './locks'
import type { OfflineStore } from './offline-store'
import type { Readable } from './readable'
import type { SaveState } from './save-state'
import type { Shelf } from './shelf'

/** What a caret is made of; it means something to the editor alone. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** One open document of one person. Everything but the caret is stamped by the server. */
export type Present = PresentPerson & { readonly caret: Json | null }

export interface OpenOptions {
  /** Origin of the server; '' is the page's own. */
  readonly url: string
  readonly documentId: string
  readonly personId: string
  /** Key of the browser's journal. Opening does not wait for it; without one nothing is kept beyond the page. */
  readonly key?: () => Promise<CryptoKey>
  /** Instead of the browser's. */
  readonly journal?: JournalStore
  readonly locks?: LeaseLocks
  /** Instead of the browser's; null: neither begins without the server nor keeps anything for that. */
  readonly offline?: OfflineStore | null
  /** So long after joining what a page needs to begin without the server is kept; it is never urgent. */
  readonly keepAfterMs?: number
  /** For clients that are not browsers: cookies, transports. */
  readonly socket?: SocketSettings
}

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
  /** While it was begun without the server: when the text it began from was kept, in ms since 1970. Else null. */
  readonly asOf: Readable<number | null>
  /** Grows whenever something beside the text may have changed, such as a remark; ask for it anew then. */
  readonly noted: Readable<number>
  /** This person's text in this document that is kept here and nowhere else. */
  readonly shelf: Pick<Shelf, 'list' | 'discard' | 'markReentered'>
  /** Where this person's caret is; null when nowhere. Sent at most once per 40 ms. */
  setCaret(caret: Json | null): void
  /** Tries again after `signed-out`. */
  resume(): void
  /** Leaves the room. Edits that are not acknowledged stay in the journal. */
  close(): Promise<void>
}

export type { Access }
