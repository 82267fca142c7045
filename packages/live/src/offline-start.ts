import type { ErrorCode } from '@mufakat/kernel'
import { type Access, encodeRows, type LogRow } from '@mufakat/protocol'
import * as Y from 'yjs'
import type { Author } from './author'
import type { Backlog } from './backlog'
import { isUnbroken, type JournalEntry, type JournalKey } from './journal'
import type { LocalCopy } from './local-copy'
import type { KeptCopy, LogCopy, OfflineStore } from './offline-store'

/** What a page begins from that cannot reach the server. */
interface Beginning {
  readonly copy: KeptCopy
  /** The spare: what is written goes under it. */
  readonly lease: number
  /** Edits of earlier pages, in the order in which they can be sent; those of the spare itself last. */
  readonly left: readonly JournalEntry[]
}

export interface OfflineWorld {
  readonly key: JournalKey
  readonly doc: Y.Doc
  readonly copy: LocalCopy
  readonly author: Author
  readonly backlog: Backlog
  /** So long after joining what the next page needs is kept. */
  readonly keepAfterMs: number | undefined
  isWriting(): boolean
  /** Nothing is under way that could still open the document, and it still is to be opened. */
  isLost(): boolean
  askSpare(): Promise<number | null>
  /** The document is there, from a copy of this time. */
  began(access: Access, keptAt: number): void
}

/**
 * What lets a page begin without the server, and what this page keeps for the next one that has to.
 *
 * 1. A copy is what the log said, row by row: what this page wrote is in it once it came back.
 * 2. A spare is written under by one page at a time, which holds its lock. As long as nothing was sent under it, a
 *    later page goes on where the one before ended: everything it wrote is in the journal, and nowhere else.
 * 3. Before a lease is named in `join` it is spent. From then on it is as any other: a later page resends what is in
 *    its journal, and writes under another.
 */
export class OfflineStart {
  readonly #store: OfflineStore
  readonly #world: OfflineWorld
  #snapshot: Uint8Array | null = null
  #rows: LogRow[] = []
  #rowBytes = 0
  /** Up to where the store has it; null: this page has kept nothing yet. */
  #keptSeq: number | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #forgetting: Promise<void> = Promise.resolve()
  #isFinding = false
  #stopped = false
  readonly #spent = new Set<number>()

  constructor(store: OfflineStore, world: OfflineWorld) {
    this.#store = store
    this.#world = world
  }

  // --- keeping ---

  /** What came from the log; with a snapshot the document begins anew. */
  took(snapshot: Uint8Array | null, rows: readonly LogRow[]): void {
    if (snapshot !== null) this.#holdState(snapshot)
    this.#rows.push(...rows)
    for (const { parts } of rows) this.#rowBytes += parts.length
  }

  joined(lease: number | null): void {
    if (lease === null) {
      // Of no use to who only reads.
      this.#forget()
      return
    }
    this.#spent.add(lease)
    const { keepAfterMs = KEEP_AFTER_MS } = this.#world
    this.#timer ??= setTimeout(() => void this.#keepOn(), keepAfterMs * (1 + Math.random()))
  }

  /** The page may go, or the line has gone. */
  keepNow(): void {
    if (this.#keptSeq !== null) void this.#keep(null).catch(told)
  }

  /** This page takes part no longer. */
  failed(code: ErrorCode): void {
    if (FORGETS_COPY.has(code)) this.#forget()
  }

  #forget(): void {
    this.#keptSeq = null
    this.#forgetting = this.#store.forget(this.#world.key).catch(told)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#forgetting
    if (this.#keptSeq !== null) await this.#keep(null).catch(told)
    await this.#store.close()
  }

  async #keepOn(): Promise<void> {
    try {
      await this.#keepWithSpare()
    } catch (error) {
      told(error)
    }
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#keepOn(), KEEP_EVERY_MS)
  }

  async #keepWithSpare(): Promise<void> {
    const { key, copy, isWriting, askSpare } = this.#world
    if (copy.position === null || !isWriting()) return
    const isThere = await this.#store.hasSpare(key, copy.position.lineage)
    const spare = isThere ? null : await askSpare()
    // Without a spare a copy is of no use.
    if (isThere || spare !== null) await this.#keep(spare)
  }

  async #keep(spare: number | null): Promise<void> {
    const { key, doc, copy, author } = this.#world
    const { position } = copy
    if (position === null || (spare === null && position.seq === this.#keptSeq)) return
    if (this.#rowBytes > MAX_ROW_BYTES && author.unsent === 0) this.#holdState(Y.encodeStateAsUpdateV2(doc))
    this.#keptSeq = position.seq
    const kept = { ...position, snapshot: this.#snapshot, rows: encodeRows(this.#rows) }
    await this.#store.keep(key, kept, spare)
  }

  #holdState(state: Uint8Array): void {
    this.#snapshot = state
    this.#rows = []
    this.#rowBytes = 0
  }

  // --- beginning ---

  /** Begins from what is kept, if that is still wanted when it has been read. */
  async lineFailed(backlogFound: Promise<void>): Promise<void> {
    if (this.#isFinding || !this.#isWanted()) return
    this.#isFinding = true
    try {
      // Also until there is a key to read with.
      await backlogFound
      const beginning = this.#isWanted() ? await this.#find() : null
      if (beginning === null) return
      if (this.#isWanted()) this.#begin(beginning)
      else if (beginning.left.at(-1)?.lease !== beginning.lease) this.#world.backlog.release(beginning.lease)
    } catch (error) {
      told(error)
    } finally {
      this.#isFinding = false
    }
  }

  #isWanted(): boolean {
    return this.#world.copy.position === null && this.#world.isLost()
  }

  #begin({ copy, lease, left }: Beginning): void {
    const { doc, author, backlog, began } = this.#world
    this.#world.copy.open({ ...copy, reset: false })
    // The log knows it: it was taken up all the same. Nothing may be written under it any more.
    const isUsed = Y.getState(doc.store, lease) > 0
    if (!isUsed) {
      backlog.take(left.map(entry => entry.lease))
      author.begin(lease, left)
    }
    began(isUsed ? 'read' : 'write', copy.keptAt)
  }

  async #find(): Promise<Beginning | null> {
    const { key, backlog } = this.#world
    const copy = await this.#store.read(key)
    const lease = copy?.spare ?? null
    if (copy === null || lease === null) return null
    const own = backlog.left.get(lease)
    if (own === undefined ? !(await backlog.hold(lease)) : !isUnbroken(own, 0) || !standsOn(copy, own))
      return null
    const others = [...backlog.left].filter(([other, left]) => other !== lease && standsOn(copy, left))
    return { copy, lease, left: [...others.flatMap(([, left]) => left), ...(own ?? [])] }
  }

  /** Called before leases are named in `join`. A store that fails must not keep edits from the server. */
  async spend(leases: readonly number[]): Promise<void> {
    const unknown = leases.filter(lease => !this.#spent.has(lease))
    if (unknown.length === 0) return
    await this.#store.spend(this.#world.key, unknown).catch(told)
    for (const lease of unknown) this.#spent.add(lease)
  }
}

/** Whether the copy has what these edits refer to. */
const standsOn = (copy: LogCopy, left: readonly JournalEntry[]): boolean =>
  isUnbroken(left, (left[0]?.frame ?? 1) - 1) &&
  left.every(({ lineage, base }) => lineage === copy.lineage && base <= copy.seq)

const told = (error: unknown): void => console.warn('no offline start', error)

/** After these the next page must not begin from what this one kept: it is wrong, or no longer theirs to read. */
const FORGETS_COPY = new Set<ErrorCode>(['conflict', 'unexpected', 'not-found', 'forbidden'])
/** Never urgent: many come at once after a restart. */
const KEEP_AFTER_MS = 10_000
const KEEP_EVERY_MS = 60_000
/** More is kept as one state: rows of single keys are many times what they say. */
const MAX_ROW_BYTES = 200_000
