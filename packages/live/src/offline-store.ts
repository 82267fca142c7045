import type { JournalKey } from './journal'

/** A document as the log has it up to a position: nothing in it waits to be sent. */
export interface LogCopy {
  readonly lineage: string
  readonly seq: number
  readonly hash: Uint8Array
  /** Yjs state, v2; null: the rows are all of it. */
  readonly snapshot: Uint8Array | null
  /** Rows after it, as `encodeRows` writes them. */
  readonly rows: Uint8Array
}

export interface KeptCopy extends LogCopy {
  /** A lease that was never taken up; null: there is none any more. */
  readonly spare: number | null
  /** When it was kept, in ms since 1970. */
  readonly keptAt: number
}

/** What a page needs to begin without the server: of each document one copy, and one spare lease. */
export interface OfflineStore {
  /** Null where there is none, or none that opens. */
  read(key: JournalKey): Promise<KeptCopy | null>
  /** Whether there is a spare beside a copy of this lineage; told without a key. */
  hasSpare(key: JournalKey, lineage: string): Promise<boolean>
  /** See `merged`; `spare` null: none was asked for. */
  keep(key: JournalKey, copy: LogCopy, spare: number | null): Promise<void>
  /** These are about to be taken up: once this resolves none of them is a spare, whatever happens then. */
  spend(key: JournalKey, leases: readonly number[]): Promise<void>
  forget(key: JournalKey): Promise<void>
  close(): Promise<void>
}

type Merged = Pick<KeptCopy, 'lineage' | 'seq' | 'spare'>

/**
 * Of two copies the newer, with the spare that was there first: a page may have begun under it. Copies of another
 * lineage mean nothing any more, nor do the leases beside them.
 */
export function merged<C extends Merged>(before: C | undefined, next: C): C {
  if (before === undefined || before.lineage !== next.lineage) return next
  const newest = before.seq >= next.seq ? before : next
  return { ...newest, spare: before.spare ?? next.spare }
}

/** For clients that are not browsers, and for tests. */
export class MemoryOfflineStore implements OfflineStore {
  readonly #kept = new Map<string, KeptCopy>()

  async read(key: JournalKey): Promise<KeptCopy | null> {
    return this.#kept.get(nameOf(key)) ?? null
  }

  async hasSpare(key: JournalKey, lineage: string): Promise<boolean> {
    const kept = this.#kept.get(nameOf(key))
    return kept?.lineage === lineage && kept.spare !== null
  }

  async keep(key: JournalKey, copy: LogCopy, spare: number | null): Promise<void> {
    const next = { ...copy, spare, keptAt: Date.now() }
    this.#kept.set(nameOf(key), merged(this.#kept.get(nameOf(key)), next))
  }

  async spend(key: JournalKey, leases: readonly number[]): Promise<void> {
    const kept = this.#kept.get(nameOf(key))
    if (kept === undefined || kept.spare === null || !leases.includes(kept.spare)) return
    this.#kept.set(nameOf(key), { ...kept, spare: null })
  }

  async forget(key: JournalKey): Promise<void> {
    this.#kept.delete(nameOf(key))
  }

  async close(): Promise<void> {}
}

const nameOf = ({ personId, documentId }: JournalKey): string => `${personId} ${documentId}`
