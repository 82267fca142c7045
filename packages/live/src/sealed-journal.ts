import { AppError, type ErrorCode } from '@mufakat/kernel'
import { decodeParts, encodeParts } from '@mufakat/protocol'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { isOf, type JournalEntry, type JournalKey, type JournalStore, type KeptEntry } from './journal'
import { type Place, type Sealed, seal, unseal } from './seal'
import { ENTRIES, JOURNAL, JOURNAL_VERSION } from './waiting'

type Marks = Pick<KeptEntry, 'writtenAt' | 'aside' | 'lineage'>

/** In the clear: whose, where, when, and whether it was set aside. What was written is sealed. */
interface StoredEntry extends JournalKey, Marks, Sealed {
  readonly lease: number
  readonly frame: number
}

/** As entries were before they were sealed. */
type ReadableEntry = JournalKey & JournalEntry & { readonly aside: ErrorCode | null }

interface JournalSchema extends DBSchema {
  entries: { key: [string, string, number, number]; value: StoredEntry | ReadableEntry }
}

interface Held {
  entry: KeptEntry
  /** The author no longer waits for it: what the end of the page would take with it. */
  isLate: boolean
}

export interface SealedJournalOptions {
  readonly personId: string
  /** Asks the server; asked again, ever less often, until it is given. */
  readonly key: () => Promise<CryptoKey>
  readonly name?: string
}

/**
 * The journal of a browser, in IndexedDB.
 *
 * 1. What a person wrote is stored sealed, under a key that is only in memory here. Entries that were stored
 *    readable by an earlier version are sealed when the key comes.
 * 2. An entry that is not stored yet (no key, no room) is held in memory. Whoever appended it is told after
 *    `PATIENCE_MS`, and it is stored when the key comes, unless it was forgotten.
 * 3. What does not open (another key, damage) is neither shown nor deleted.
 */
export class SealedJournal implements JournalStore {
  readonly place = 'device'
  readonly #options: SealedJournalOptions
  readonly #db: Promise<IDBPDatabase<JournalSchema>>
  readonly #key: Promise<CryptoKey>
  readonly #held = new Map<string, Held>()
  readonly #patientUntil = performance.now() + PATIENCE_MS
  #isReady = false
  #endWait: () => void = () => undefined
  #closed = false

  constructor(options: SealedJournalOptions) {
    this.#options = options
    this.#db = openDB<JournalSchema>(options.name ?? JOURNAL, JOURNAL_VERSION, {
      upgrade(database) {
        database.createObjectStore(ENTRIES, { keyPath: ['personId', 'documentId', 'lease', 'frame'] })
      },
    })
    this.#key = this.#obtain()
    // Whoever needs them hears of it.
    this.#db.catch(() => undefined)
    this.#key.then(
      () => {
        this.#isReady = true
      },
      () => undefined,
    )
  }

  async read({ personId, documentId }: JournalKey): Promise<JournalEntry[]> {
    return (await this.list(personId, documentId)).filter(entry => entry.aside === null)
  }

  async append(key: JournalKey, entry: JournalEntry): Promise<void> {
    const held: Held = { entry: { ...entry, ...key, writtenAt: Date.now(), aside: null }, isLate: false }
    this.#held.set(nameOf(held.entry), held)
    try {
      // Without a key yet all wait together, not one after the other.
      const patience = this.#isReady ? PATIENCE_MS : Math.max(0, this.#patientUntil - performance.now())
      await inTime(this.#store(held), patience)
    } catch (error) {
      held.isLate = true
      throw error
    }
  }

  async forget(key: JournalKey, lease: number, upToFrame: number): Promise<void> {
    for (const [name, { entry }] of this.#held)
      if (isOf(entry, key) && entry.lease === lease && entry.frame <= upToFrame) this.#held.delete(name)
    await (await this.#db).delete(ENTRIES, leaseRange(key, lease, upToFrame))
  }

  async setAside(key: JournalKey, lease: number, code: ErrorCode): Promise<void> {
    const aside = { code, at: Date.now(), reenteredAt: null }
    await this.#change(key, lease, marks => ({ ...marks, aside: marks.aside ?? aside }))
  }

  async list(personId: string, documentId: string | null): Promise<KeptEntry[]> {
    const key = await this.#key
    const stored = await this.#db.then(
      db => db.getAll(ENTRIES, personRange(personId, documentId)),
      () => [],
    )
    const listed = new Map<string, KeptEntry>()
    for (const entry of stored) {
      const opened = 'sealed' in entry ? await open(key, entry) : null
      if (opened !== null) listed.set(nameOf(opened), opened)
    }
    for (const [name, { entry }] of this.#held)
      if (entry.personId === personId && (documentId ?? entry.documentId) === entry.documentId)
        listed.set(name, entry)
    return [...listed.values()]
  }

  async markReentered(key: JournalKey, lease: number): Promise<void> {
    const reenteredAt = Date.now()
    await this.#change(key, lease, marks => ({
      ...marks,
      aside: marks.aside && { ...marks.aside, reenteredAt },
    }))
  }

  async discard(key: JournalKey, lease: number): Promise<() => Promise<void>> {
    const db = await this.#db
    const gone = await db.getAll(ENTRIES, leaseRange(key, lease))
    const held = [...this.#held].filter(([, { entry }]) => isOf(entry, key) && entry.lease === lease)
    await this.forget(key, lease, LAST)
    return async () => {
      for (const [name, one] of held) this.#held.set(name, one)
      const tx = db.transaction(ENTRIES, 'readwrite')
      for (const entry of gone) await tx.store.put(entry)
      await tx.done
    }
  }

  unkept(key: JournalKey): number {
    return [...this.#held.values()].filter(({ entry, isLate }) => isLate && isOf(entry, key)).length
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#endWait()
    await this.#db.then(
      db => db.close(),
      () => undefined,
    )
  }

  /** Resolves when the entry is stored, replaced by a newer one, or forgotten. */
  async #store(held: Held): Promise<void> {
    const name = nameOf(held.entry)
    const [db, key] = await Promise.all([this.#db, this.#key])
    if (this.#held.get(name) !== held) return
    const stored = await close(key, held.entry)
    const { aside } = held.entry
    await db.put(ENTRIES, { ...stored, aside })
    // Forgotten while it was being stored; one entry too many would only be sent once more.
    if (!this.#held.has(name)) await db.delete(ENTRIES, keyPath(held.entry))
    else if (this.#held.get(name) === held) this.#held.delete(name)
  }

  async #change(key: JournalKey, lease: number, change: (marks: Marks) => Marks): Promise<void> {
    for (const held of this.#held.values())
      if (isOf(held.entry, key) && held.entry.lease === lease)
        held.entry = { ...held.entry, ...change(held.entry) }
    const tx = (await this.#db).transaction(ENTRIES, 'readwrite')
    for (const entry of await tx.store.getAll(leaseRange(key, lease)))
      if ('sealed' in entry) await tx.store.put({ ...entry, ...change(entry) })
    await tx.done
  }

  async #obtain(): Promise<CryptoKey> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LAST_PAUSE_MS)) {
      try {
        const key = await this.#options.key()
        await this.#sealReadable(key)
        return key
      } catch (error) {
        if (this.#closed) throw new AppError('unavailable', 'journal closed')
        console.warn('no key for the journal yet', error)
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, pause)
        this.#endWait = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  async #sealReadable(key: CryptoKey): Promise<void> {
    const db = await this.#db.catch(() => null)
    if (db === null) return
    for (const entry of await db.getAll(ENTRIES, personRange(this.#options.personId, null))) {
      if ('sealed' in entry) continue
      const at = Date.now()
      const aside = entry.aside === null ? null : { code: entry.aside, at, reenteredAt: null }
      await db.put(ENTRIES, await close(key, { ...entry, writtenAt: at, aside }))
    }
  }
}

const placeOf = (entry: Omit<KeptEntry, 'base' | 'bytes'>): Place => [
  entry.personId,
  entry.documentId,
  entry.lease,
  entry.frame,
  entry.lineage,
]

const nameOf = ({ personId, documentId, lease, frame }: KeptEntry): string =>
  [personId, documentId, lease, frame].join(' ')

const keyPath = ({ personId, documentId, lease, frame }: KeptEntry): [string, string, number, number] => [
  personId,
  documentId,
  lease,
  frame,
]

async function close(key: CryptoKey, entry: KeptEntry): Promise<StoredEntry> {
  const { personId, documentId, lease, frame, lineage, writtenAt, aside } = entry
  const sealed = await seal(key, placeOf(entry), encodeParts([entry]))
  return { personId, documentId, lease, frame, lineage, writtenAt, aside, ...sealed }
}

async function open(key: CryptoKey, stored: StoredEntry): Promise<KeptEntry | null> {
  const bytes = await unseal(key, placeOf(stored), stored)
  const [part] = bytes === null ? [] : decodeParts(bytes)
  const { personId, documentId, lineage, writtenAt, aside } = stored
  return part === undefined ? null : { ...part, personId, documentId, lineage, writtenAt, aside }
}

const LAST = Number.MAX_SAFE_INTEGER

const leaseRange = ({ personId, documentId }: JournalKey, lease: number, upToFrame = LAST): IDBKeyRange =>
  IDBKeyRange.bound([personId, documentId, lease, 0], [personId, documentId, lease, upToFrame])

const personRange = (personId: string, documentId: string | null): IDBKeyRange =>
  IDBKeyRange.bound([personId, documentId ?? '', 0, 0], [personId, documentId ?? '\uffff', LAST, LAST])

/** Rejects when it takes longer than an author can wait. */
function inTime(work: Promise<void>, patience: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('unavailable', 'not kept in time')), patience)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** So long an edit waits to be kept before it is sent all the same. */
const PATIENCE_MS = 3_000
const FIRST_PAUSE_MS = 1_000
const LAST_PAUSE_MS = 30_000
