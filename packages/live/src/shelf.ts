import type { JournalKey, JournalStore, SetAside } from './journal'
import { type Readable, Value } from './readable'

/** What one opening of a document wrote and did not get across. */
export interface Shelved extends JournalKey {
  readonly lease: number
  /** When the last of it was written, in ms since 1970. */
  readonly writtenAt: number
  /** Null: it still goes out by itself. */
  readonly aside: SetAside | null
  /** Yjs updates, in order. */
  readonly updates: readonly Uint8Array[]
}

/**
 * What is kept in this browser of one person's text, for them to read, put back or throw away. Nothing here goes
 * away unless its author says so.
 */
export class Shelf {
  readonly #list = new Value<readonly Shelved[]>([])
  readonly #journal: JournalStore
  readonly #of: { readonly personId: string; readonly documentId: string | null }

  /** `documentId` null: of all documents. */
  constructor(journal: JournalStore, of: { readonly personId: string; readonly documentId: string | null }) {
    this.#journal = journal
    this.#of = of
  }

  get list(): Readable<readonly Shelved[]> {
    return this.#list
  }

  async refresh(): Promise<void> {
    const entries = await this.#journal.list(this.#of.personId, this.#of.documentId)
    const shelved = new Map<string, Shelved>()
    for (const { personId, documentId, lease, aside, writtenAt, bytes } of entries) {
      const name = `${documentId} ${lease} ${aside === null}`
      const before = shelved.get(name)
      shelved.set(name, {
        ...{ personId, documentId, lease, aside },
        writtenAt: Math.max(writtenAt, before?.writtenAt ?? 0),
        updates: [...(before?.updates ?? []), bytes],
      })
    }
    this.#list.set([...shelved.values()].sort((a, b) => b.writtenAt - a.writtenAt))
  }

  /** Throws it away; returns how to take that back. */
  async discard(shelved: Shelved): Promise<() => Promise<void>> {
    const putBack = await this.#journal.discard(shelved, shelved.lease)
    await this.refresh()
    return async () => {
      await putBack()
      await this.refresh()
    }
  }

  /** It stands in the text again, as new edits; it stays here until its author throws it away. */
  async markReentered(shelved: Shelved): Promise<void> {
    await this.#journal.markReentered(shelved, shelved.lease)
    await this.refresh()
  }
}
