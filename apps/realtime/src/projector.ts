import { readNotula } from '@mufakat/doc-model'
import type { Log, Ports } from './ports'
import type { Rooms } from './rooms'

/**
 * Turns documents into facts.
 *
 * 1. `SETTLE_MS` after the last edit and at the latest `LATEST_MS` after the first.
 * 2. Reads only what is committed and never edits a document.
 * 3. What was missed (a restart, a failure, a document that a service made) is found by asking the store.
 */
export class Projector {
  readonly #rooms: Rooms
  readonly #ports: Ports
  readonly #log: Log
  readonly #due = new Map<string, Due>()
  readonly #running = new Set<Promise<void>>()

  constructor(rooms: Rooms, ports: Ports, log: Log) {
    this.#rooms = rooms
    this.#ports = ports
    this.#log = log
  }

  edited(documentId: string): void {
    const now = performance.now()
    const due = this.#due.get(documentId)
    // The timer looks itself whether more has come: this is called with every row.
    if (due !== undefined) due.editedAt = now
    else
      this.#due.set(documentId, { firstAt: now, editedAt: now, timer: this.#lookIn(SETTLE_MS, documentId) })
  }

  /** Projects what the store says is behind and what is not already due. */
  async catchUp(): Promise<void> {
    for (const documentId of await this.#ports.unprojected()) {
      if (!this.#due.has(documentId)) await this.#project(documentId)
    }
  }

  /** Projects everything that is due, now; nothing is due afterwards. */
  async flush(): Promise<void> {
    for (const documentId of [...this.#due.keys()]) this.#start(documentId)
    await Promise.all(this.#running)
  }

  #lookIn(ms: number, documentId: string): NodeJS.Timeout {
    return setTimeout(() => {
      const due = this.#due.get(documentId)
      if (due === undefined) return
      const wait = Math.min(due.editedAt + SETTLE_MS, due.firstAt + LATEST_MS) - performance.now()
      if (wait > 1) due.timer = this.#lookIn(wait, documentId)
      else this.#start(documentId)
    }, ms)
  }

  #start(documentId: string): void {
    clearTimeout(this.#due.get(documentId)?.timer)
    this.#due.delete(documentId)
    const run: Promise<void> = this.#project(documentId).finally(() => this.#running.delete(run))
    this.#running.add(run)
  }

  async #project(documentId: string): Promise<void> {
    try {
      const room = this.#rooms.of(documentId)
      const facts = await room.read(({ doc, head }) => ({
        documentId,
        seq: head.seq,
        content: readNotula(doc),
      }))
      await this.#ports.project(facts)
      await this.#rooms.snapshot(room)
    } catch (error) {
      this.#log.error({ err: error, documentId }, 'projection failed')
    }
  }
}

interface Due {
  readonly firstAt: number
  editedAt: number
  timer: NodeJS.Timeout
}

const SETTLE_MS = 2_000
const LATEST_MS = 10_000
