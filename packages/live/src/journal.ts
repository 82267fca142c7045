import type { ErrorCode } from '@mufakat/kernel'
import type { Part } from '@mufakat/protocol'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Whose edits of which document: another person on the same browser profile never gets to see or send them. */
export interface JournalKey {
  readonly personId: string
  readonly documentId: string
}

/** An edit as it was or will be sent, in the log it was made for. */
export interface JournalEntry extends Part {
  readonly lineage: string
}

/**
 * Where edits wait until the server has them. An edit is here before it is sent and until it is acknowledged;
 * what the server refused stays, set aside, until its author has dealt with it.
 */
export interface JournalStore {
  /** Entries not set aside, by lease and frame. */
  read(key: JournalKey): Promise<JournalEntry[]>
  /** Resolves when the entry would survive the browser's end. */
  append(key: JournalKey, entry: JournalEntry): Promise<void>
  /** Forgets a lease's frames up to this one. */
  forget(key: JournalKey, lease: number, upToFrame: number): Promise<void>
  setAside(key: JournalKey, lease: number, code: ErrorCode): Promise<void>
  close(): Promise<void>
}

interface StoredEntry extends JournalKey, JournalEntry {
  readonly aside: ErrorCode | null
}

interface JournalSchema extends DBSchema {
  entries: { key: [string, string, number, number]; value: StoredEntry }
}

/** The journal of a browser, in IndexedDB. */
export async function openJournal(name = 'mufakat-journal'): Promise<JournalStore> {
  const db = await openDB<JournalSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: ['personId', 'documentId', 'lease', 'frame'] })
    },
  })
  return new IndexedJournal(db)
}

class IndexedJournal implements JournalStore {
  readonly #db: IDBPDatabase<JournalSchema>

  constructor(db: IDBPDatabase<JournalSchema>) {
    this.#db = db
  }

  async read({ personId, documentId }: JournalKey): Promise<JournalEntry[]> {
    const range = IDBKeyRange.bound(
      [personId, documentId, 0, 0],
      [personId, documentId, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    )
    const entries = await this.#db.getAll('entries', range)
    return entries.filter(entry => entry.aside === null)
  }

  async append(key: JournalKey, entry: JournalEntry): Promise<void> {
    const { personId, documentId } = key
    await this.#db.put('entries', { ...entry, personId, documentId, aside: null })
  }

  async forget({ personId, documentId }: JournalKey, lease: number, upToFrame: number): Promise<void> {
    await this.#db.delete(
      'entries',
      IDBKeyRange.bound([personId, documentId, lease, 0], [personId, documentId, lease, upToFrame]),
    )
  }

  async setAside({ personId, documentId }: JournalKey, lease: number, code: ErrorCode): Promise<void> {
    const tx = this.#db.transaction('entries', 'readwrite')
    const range = IDBKeyRange.bound(
      [personId, documentId, lease, 0],
      [personId, documentId, lease, Number.MAX_SAFE_INTEGER],
    )
    for (const entry of await tx.store.getAll(range)) await tx.store.put({ ...entry, aside: code })
    await tx.done
  }

  async close(): Promise<void> {
    this.#db.close()
  }
}

/** For browsers that refuse IndexedDB (some private windows): lives as long as the page. */
export class MemoryJournal implements JournalStore {
  #entries: StoredEntry[] = []

  async read(key: JournalKey): Promise<JournalEntry[]> {
    return this.#entries
      .filter(entry => isOf(entry, key) && entry.aside === null)
      .sort((a, b) => a.lease - b.lease || a.frame - b.frame)
  }

  async append(key: JournalKey, entry: JournalEntry): Promise<void> {
    this.#entries.push({ ...entry, ...key, aside: null })
  }

  async forget(key: JournalKey, lease: number, upToFrame: number): Promise<void> {
    this.#entries = this.#entries.filter(
      entry => !(isOf(entry, key) && entry.lease === lease && entry.frame <= upToFrame),
    )
  }

  async setAside(key: JournalKey, lease: number, code: ErrorCode): Promise<void> {
    this.#entries = this.#entries.map(entry =>
      isOf(entry, key) && entry.lease === lease ? { ...entry, aside: code } : entry,
    )
  }

  async close(): Promise<void> {}
}

const isOf = (entry: StoredEntry, key: JournalKey) =>
  entry.personId === key.personId && entry.documentId === key.documentId
