import { openOnNode, type Ring, refreshNode, ringGrown, ringOpened } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import type { Log, Sql } from './ports'
import type { Rooms } from './rooms'

/**
 * This process among others on the same database: which documents others have open too, and the bell between them.
 *
 * 1. A document that nobody else has open rings nothing, so a node alone pays nothing for others that might be.
 * 2. Opening one notes it in the store and rings `opened`. Who has it open too answers how far it has grown, and from
 *    then on rings after every commit: what was committed before the answer the answer tells of.
 * 3. Rings are gathered while one statement is under way; a lost one costs the time to the next poll.
 * 4. The store is changed by one statement at a time, each saying what is open when it starts.
 */
export class Nodes {
  readonly #id = newId()
  readonly #sql: Sql
  readonly #rooms: Rooms
  readonly #log: Log
  /** Document → when it was last heard that others have it open, by `performance.now()`. */
  readonly #shared = new Map<string, number>()
  readonly #opened = new Set<string>()
  readonly #grown = new Map<string, number>()
  #isRinging = false
  /** The store may say that something is open here. */
  #isNoted = false
  #noted: Promise<void> = Promise.resolve()

  constructor(sql: Sql, rooms: Rooms, log: Log) {
    this.#sql = sql
    this.#rooms = rooms
    this.#log = log
  }

  /** The first member of a room has come. */
  opened(documentId: string): void {
    if (this.#opened.size === 0) setImmediate(() => void this.#announce())
    this.#opened.add(documentId)
  }

  /** This node has committed up to `seq`. */
  grown(documentId: string, seq: number): void {
    if (!this.#shared.has(documentId)) return
    if (this.#grown.size === 0 && !this.#isRinging) setImmediate(() => void this.#ring())
    this.#grown.set(documentId, seq)
  }

  async heard(ring: Ring): Promise<void> {
    if (ring.about === 'log') await this.#rooms.ring(ring.documentId)
    else if ((ring.about === 'opened' || ring.about === 'grown') && ring.nodeId !== this.#id) {
      const room = this.#rooms.known(ring.documentId)
      if (room === undefined) return
      if (!room.isEmpty) this.#shared.set(ring.documentId, performance.now())
      if (ring.about === 'opened') this.grown(ring.documentId, room.headSeq ?? 0)
      else await this.#rooms.grown(ring.documentId, ring.seq)
    }
  }

  /** Says in the store what is open here, and learns what is open elsewhere too. */
  poll(): Promise<void> {
    return this.#inTurn(async () => {
      const inUse = this.#rooms.inUse()
      if (inUse.length === 0 && !this.#isNoted) return
      const askedAt = performance.now()
      const shared = await refreshNode(this.#sql, this.#id, inUse)
      this.#isNoted = inUse.length > 0
      // Who rang while this was asked may not be in the answer.
      for (const [documentId, heardAt] of this.#shared) if (heardAt < askedAt) this.#shared.delete(documentId)
      for (const documentId of shared) this.#shared.set(documentId, askedAt)
    })
  }

  /** Nothing is open here any more. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isNoted) await refreshNode(this.#sql, this.#id, [])
    })
  }

  async #announce(): Promise<void> {
    const documentIds = [...this.#opened]
    this.#opened.clear()
    this.#isNoted = true
    try {
      await this.#inTurn(() => openOnNode(this.#sql, this.#id, documentIds))
      await ringOpened(this.#sql, this.#id, documentIds)
    } catch (error) {
      this.#log.warn({ err: error, documents: documentIds.length }, 'other nodes not told')
    }
  }

  async #ring(): Promise<void> {
    this.#isRinging = true
    while (this.#grown.size > 0) {
      const heads = [...this.#grown]
      this.#grown.clear()
      await ringGrown(this.#sql, this.#id, heads).catch(error =>
        this.#log.warn({ err: error, documents: heads.length }, 'bell not rung'),
      )
    }
    this.#isRinging = false
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#noted.then(work)
    this.#noted = done.catch(() => undefined)
    return done
  }
}
