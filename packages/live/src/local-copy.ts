import { decodeParts, decodeRows, type Joined, type LogRow, type Part } from '@mufakat/protocol'
import * as Y from 'yjs'

export interface LogPosition {
  readonly lineage: string
  readonly seq: number
  readonly hash: Uint8Array
}

interface OwnParts {
  /** Whether the document has this part already, because it was made here. */
  hasMade(part: Part): boolean
  acknowledge(lease: number, upToFrame: number): void
  /** After every change that is not a local one. */
  keepLease(): void
  /** What the log said; with a snapshot, from the start. */
  took(snapshot: Uint8Array | null, rows: readonly LogRow[]): void
}

type Opened = Pick<Joined, 'lineage' | 'seq' | 'hash' | 'reset' | 'snapshot' | 'rows'>

/**
 * This page's copy of the log.
 *
 * 1. Rows are taken strictly in sequence, none after a hole; `position` says up to where.
 * 2. Whatever is applied here is one transaction that counts as remote: nothing of it is sent, undo does not see it.
 * 3. Rows that arrive while joining wait for the answer.
 */
export class LocalCopy {
  readonly #doc: Y.Doc
  readonly #own: OwnParts
  #position: LogPosition | null = null
  #held: LogRow[] = []

  constructor(doc: Y.Doc, own: OwnParts) {
    this.#doc = doc
    this.#own = own
  }

  get position(): LogPosition | null {
    return this.#position
  }

  /** @returns false when the answer belongs to another log than this copy: nothing was taken */
  open(answer: Opened): boolean {
    if (answer.reset || (this.#position !== null && answer.lineage !== this.#position.lineage)) return false
    const rows = decodeRows(answer.rows)
    this.#change(() => {
      if (answer.snapshot !== null) Y.applyUpdateV2(this.#doc, answer.snapshot, REMOTE)
      this.#apply(rows)
    })
    this.#position = { lineage: answer.lineage, seq: answer.seq, hash: answer.hash }
    this.#own.took(answer.snapshot, rows)
    return true
  }

  hold(rows: readonly LogRow[]): void {
    this.#held.push(...rows)
  }

  forgetHeld(): void {
    this.#held = []
  }

  /** @returns false when there is a hole: what stands before it was taken */
  takeHeld(): boolean {
    return this.take(this.#held.splice(0))
  }

  /** @returns as `takeHeld` */
  take(rows: readonly LogRow[]): boolean {
    if (this.#position === null) return false
    const { lineage, seq } = this.#position
    const news: LogRow[] = []
    // Held rows came in several messages, of which one may be missing.
    for (const row of rows) if (row.seq === seq + news.length + 1) news.push(row)
    const last = news.at(-1)
    if (last !== undefined) {
      this.#change(() => this.#apply(news))
      this.#position = { lineage, seq: last.seq, hash: last.hash }
      this.#own.took(null, news)
    }
    return rows.every(row => row.seq <= seq + news.length)
  }

  /** Edits of an earlier page of this person, which wait to be sent. */
  show(updates: readonly Uint8Array[]): void {
    this.#change(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update, REMOTE)
    })
  }

  #apply(rows: readonly LogRow[]): void {
    for (const row of rows) {
      for (const part of decodeParts(row.parts)) {
        if (!this.#own.hasMade(part)) Y.applyUpdate(this.#doc, part.bytes, REMOTE)
        this.#own.acknowledge(part.lease, part.frame)
      }
    }
  }

  #change(change: () => void): void {
    Y.transact(this.#doc, change, REMOTE, false)
    this.#own.keepLease()
  }
}

const REMOTE: unique symbol = Symbol('mufakat.remote')
