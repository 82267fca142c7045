import type { ErrorCode } from '@mufakat/kernel'
import type { Part } from '@mufakat/protocol'

/** Whose edits of which document: another person on the same browser profile never gets to see or send them. */
export interface JournalKey {
  readonly personId: string
  readonly documentId: string
}

/** An edit as it was or will be sent, in the log it was made for. */
export interface JournalEntry extends Part {
  readonly lineage: string
}

export interface SetAside {
  readonly code: ErrorCode
  /** In ms since 1970, as below. */
  readonly at: number
  /** When its author put it back into the text; null: not yet. */
  readonly reenteredAt: number | null
}

export interface KeptEntry extends JournalEntry, JournalKey {
  readonly writtenAt: number
  readonly aside: SetAside | null
}

/**
 * Where edits wait until the server has them. An edit is here before it is sent and until it is acknowledged;
 * what the server refused stays, set aside, until its author has dealt with it.
 */
export interface JournalStore {
  /** What its entries survive: the end of the browser, or a reload of this tab. */
  readonly place: 'device' | 'tab'
  /** Entries not set aside, by lease and frame. */
  read(key: JournalKey): Promise<JournalEntry[]>
  /**
   * Resolves when the entry would survive the browser's end; an entry of the same lease and frame is replaced.
   * Rejects when it is in memory only: it is then kept as soon as that is possible.
   */
  append(key: JournalKey, entry: JournalEntry): Promise<void>
  /** Forgets a lease's frames up to this one. */
  forget(key: JournalKey, lease: number, upToFrame: number): Promise<void>
  setAside(key: JournalKey, lease: number, code: ErrorCode): Promise<void>
  /** Everything of a person, in one document or (null) in all, by document, lease and frame. */
  list(personId: string, documentId: string | null): Promise<KeptEntry[]>
  markReentered(key: JournalKey, lease: number): Promise<void>
  /** Takes all of a lease away, because its author says so; returns how to put it back. */
  discard(key: JournalKey, lease: number): Promise<() => Promise<void>>
  /** How many entries the end of this page would take with it. */
  unkept(key: JournalKey): number
  close(): Promise<void>
}

export const isOf = (entry: JournalKey, key: JournalKey): boolean =>
  entry.personId === key.personId && entry.documentId === key.documentId

/** Whether these entries of one lease follow that frame, and each other, without a gap. */
export const isUnbroken = (entries: readonly JournalEntry[], after: number): boolean =>
  entries.every(({ frame }, index) => frame === after + index + 1)

/** After these the same edits would be refused again; after others a later page may send them. */
export const setsAside = (code: ErrorCode): boolean => SETS_ASIDE.has(code)

const SETS_ASIDE = new Set<ErrorCode>([
  'refused-edit',
  'too-large',
  'conflict',
  'lease-ended',
  'document-closed',
])
