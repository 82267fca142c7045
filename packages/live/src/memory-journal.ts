import type { ErrorCode } from '@mufakat/kernel'
import { isOf, type JournalEntry, type JournalKey, type JournalStore, type KeptEntry } from './journal'
import { TAB_JOURNAL } from './waiting'

/** Lives as long as the process: for clients that are not browsers, and for tests. */
export class MemoryJournal implements JournalStore {
  readonly place: JournalStore['place'] = 'device'
  protected entries: readonly KeptEntry[] = []

  async read(key: JournalKey): Promise<JournalEntry[]> {
    const { personId, documentId } = key
    return (await this.list(personId, documentId)).filter(entry => entry.aside === null)
  }

  async append(key: JournalKey, entry: JournalEntry): Promise<void> {
    const others = this.entries.filter(other => !isSame(other, key, entry.lease, entry.frame))
    this.set([...others, { ...entry, ...key, writtenAt: Date.now(), aside: null }])
  }

  async forget(key: JournalKey, lease: number, upToFrame: number): Promise<void> {
    this.set(
      this.entries.filter(entry => !(isOf(entry, key) && entry.lease === lease && entry.frame <= upToFrame)),
    )
  }

  async setAside(key: JournalKey, lease: number, code: ErrorCode): Promise<void> {
    const aside = { code, at: Date.now(), reenteredAt: null }
    this.#change(key, lease, entry => ({ ...entry, aside: entry.aside ?? aside }))
  }

  async list(personId: string, documentId: string | null): Promise<KeptEntry[]> {
    return this.entries
      .filter(entry => entry.personId === personId && (documentId ?? entry.documentId) === entry.documentId)
      .sort((a, b) => a.documentId.localeCompare(b.documentId) || a.lease - b.lease || a.frame - b.frame)
  }

  async markReentered(key: JournalKey, lease: number): Promise<void> {
    const reenteredAt = Date.now()
    this.#change(key, lease, entry => ({ ...entry, aside: entry.aside && { ...entry.aside, reenteredAt } }))
  }

  async discard(key: JournalKey, lease: number): Promise<() => Promise<void>> {
    const gone = this.entries.filter(entry => isOf(entry, key) && entry.lease === lease)
    this.set(this.entries.filter(entry => !gone.includes(entry)))
    return async () => this.set([...this.entries, ...gone])
  }

  unkept(_key: JournalKey): number {
    return 0
  }

  async close(): Promise<void> {}

  /** Every change goes through here. */
  protected set(entries: readonly KeptEntry[]): void {
    this.entries = entries
  }

  #change(key: JournalKey, lease: number, change: (entry: KeptEntry) => KeptEntry): void {
    this.set(this.entries.map(entry => (isOf(entry, key) && entry.lease === lease ? change(entry) : entry)))
  }
}

const isSame = (entry: KeptEntry, key: JournalKey, lease: number, frame: number): boolean =>
  isOf(entry, key) && entry.lease === lease && entry.frame === frame

/**
 * For pages without ciphers (plain http on the office's own network): readable, so only in the storage of this
 * tab, which survives a reload and goes with the tab. See docs/decisions/0007-sealed-journal.md.
 */
export class TabJournal extends MemoryJournal {
  override readonly place = 'tab'
  #isFull = false

  constructor() {
    super()
    const stored: (Omit<KeptEntry, 'bytes'> & { bytes: string })[] = JSON.parse(
      sessionStorage.getItem(TAB_JOURNAL) ?? '[]',
    )
    this.entries = stored.map(entry => ({ ...entry, bytes: fromBase64(entry.bytes) }))
  }

  override unkept(key: JournalKey): number {
    return this.#isFull ? this.entries.filter(entry => isOf(entry, key)).length : 0
  }

  protected override set(entries: readonly KeptEntry[]): void {
    super.set(entries)
    const readable = entries.map(entry => ({ ...entry, bytes: toBase64(entry.bytes) }))
    this.#isFull = true
    sessionStorage.setItem(TAB_JOURNAL, JSON.stringify(readable))
    this.#isFull = false
  }
}

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
