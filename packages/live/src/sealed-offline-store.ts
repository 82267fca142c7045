import { ByteReader, ByteWriter, HASH_LENGTH } from '@mufakat/protocol'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { JournalKey } from './journal'
import { type KeptCopy, type LogCopy, merged, type OfflineStore } from './offline-store'
import { type Sealed, seal, unseal } from './seal'

/** In the clear, as of entries of the journal: whose, where, when, which lease. What the document says is sealed. */
interface StoredCopy extends JournalKey, Sealed {
  readonly lineage: string
  readonly seq: number
  readonly spare: number | null
  readonly keptAt: number
}

interface OfflineSchema extends DBSchema {
  copies: {
    key: [string, string]
    value: StoredCopy
    indexes: { byAge: [string, number] }
  }
}

export interface SealedOfflineOptions {
  readonly key: () => Promise<CryptoKey>
  readonly name?: string
}

/**
 * Copies and spares of a browser, in a database of their own beside the journal, sealed under the same key.
 *
 * 1. A spare is spent in a transaction that is on the disk before anybody may write under it elsewhere.
 * 2. Of each person the newest `MAX_COPIES` documents stay.
 */
export class SealedOfflineStore implements OfflineStore {
  readonly #options: SealedOfflineOptions
  #opened: Promise<IDBPDatabase<OfflineSchema>> | null = null

  constructor(options: SealedOfflineOptions) {
    this.#options = options
  }

  async read(key: JournalKey): Promise<KeptCopy | null> {
    const stored = await (await this.#db()).get(COPIES, keyPath(key))
    if (stored === undefined) return null
    const bytes = await unseal(await this.#options.key(), placeOf(stored), stored)
    if (bytes === null) return null
    const { lineage, seq, spare, keptAt } = stored
    const input = new ByteReader(bytes)
    const [hash, snapshot, rows] = [input.raw(HASH_LENGTH), input.run(), input.run()]
    return { lineage, seq, spare, keptAt, hash, snapshot: snapshot.length === 0 ? null : snapshot, rows }
  }

  async hasSpare(key: JournalKey, lineage: string): Promise<boolean> {
    const stored = await (await this.#db()).get(COPIES, keyPath(key))
    return stored?.lineage === lineage && stored.spare !== null
  }

  async keep(key: JournalKey, copy: LogCopy, spare: number | null): Promise<void> {
    const { lineage, seq, hash, snapshot, rows } = copy
    const bytes = new ByteWriter()
      .raw(hash)
      .run(snapshot ?? NOTHING)
      .run(rows)
      .done()
    const { personId, documentId } = key
    const clear = { personId, documentId, lineage, seq, spare, keptAt: Date.now() }
    const sealed = await seal(await this.#options.key(), placeOf(clear), bytes)
    const tx = (await this.#db()).transaction(COPIES, 'readwrite')
    await tx.store.put(merged(await tx.store.get(keyPath(key)), { ...clear, ...sealed }))
    const ofPerson = IDBKeyRange.bound([personId, 0], [personId, Number.MAX_SAFE_INTEGER])
    const oldest = (await tx.store.index('byAge').getAllKeys(ofPerson)).slice(0, -MAX_COPIES)
    for (const one of oldest) await tx.store.delete(one)
    await tx.done
  }

  async spend(key: JournalKey, leases: readonly number[]): Promise<void> {
    const tx = (await this.#db()).transaction(COPIES, 'readwrite', { durability: 'strict' })
    const stored = await tx.store.get(keyPath(key))
    if (stored !== undefined && stored.spare !== null && leases.includes(stored.spare))
      await tx.store.put({ ...stored, spare: null })
    await tx.done
  }

  async forget(key: JournalKey): Promise<void> {
    await (await this.#db()).delete(COPIES, keyPath(key))
  }

  async close(): Promise<void> {
    await this.#opened?.then(
      db => db.close(),
      () => undefined,
    )
  }

  #db(): Promise<IDBPDatabase<OfflineSchema>> {
    this.#opened ??= openDB<OfflineSchema>(this.#options.name ?? 'mufakat-offline', 1, {
      upgrade(database) {
        const store = database.createObjectStore(COPIES, { keyPath: ['personId', 'documentId'] })
        store.createIndex('byAge', ['personId', 'keptAt'])
      },
    })
    return this.#opened
  }
}

const COPIES = 'copies'
const NOTHING = new Uint8Array()

const keyPath = ({ personId, documentId }: JournalKey): [string, string] => [personId, documentId]

const placeOf = ({ personId, documentId, lineage, seq }: Omit<StoredCopy, keyof Sealed>) => [
  personId,
  documentId,
  lineage,
  seq,
]

/** Nobody works on more at a time; a document takes what its text takes, mostly below 100 kB. */
const MAX_COPIES = 20
