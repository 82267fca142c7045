import { MAX_PUSH_BYTES, type Part } from '@mufakat/protocol'

/**
 * What this client has written and the server has not yet acknowledged.
 *
 * 1. Parts of a lease stand in the order of their frames and are acknowledged from the front.
 * 2. A part is here only once the journal has it.
 * 3. Sending again is always right: the server knows (lease, frame).
 */
export class Outbox {
  #parts: Waiting[] = []

  get size(): number {
    return this.#parts.length
  }

  /** When the oldest part that was sent went out first, in ms of `performance.now()`; null when none is out. */
  get oldestSentAt(): number | null {
    let oldest: number | null = null
    for (const { sentAt } of this.#parts) if (sentAt !== null) oldest = Math.min(oldest ?? sentAt, sentAt)
    return oldest
  }

  add(part: Part): void {
    this.#parts.push({ part, sentAt: null, isOut: false })
  }

  has(lease: number): boolean {
    return this.#parts.some(({ part }) => part.lease === lease)
  }

  get leases(): Set<number> {
    return new Set(this.#parts.map(({ part }) => part.lease))
  }

  /** @returns whether anything was waiting for it */
  acknowledge(lease: number, upToFrame: number): boolean {
    const before = this.#parts.length
    this.#parts = this.#parts.filter(({ part }) => part.lease !== lease || part.frame > upToFrame)
    return this.#parts.length < before
  }

  /** Everything must go out again: over a new connection, or after a refusal that passes. */
  rewind(): void {
    for (const waiting of this.#parts) waiting.isOut = false
  }

  /** The connection is gone: on the next, everything goes out again and answers are waited for anew. */
  lineDown(): void {
    for (const waiting of this.#parts) {
      waiting.isOut = false
      waiting.sentAt = null
    }
  }

  /** What to send now, in pieces that fit into one push each; counts as sent. */
  take(now: number): Part[][] {
    const pushes: Part[][] = []
    let size = Number.POSITIVE_INFINITY
    for (const waiting of this.#parts) {
      if (waiting.isOut) continue
      waiting.isOut = true
      waiting.sentAt ??= now
      const bytes = waiting.part.bytes.length + PART_HEADER
      if (size + bytes > PUSH_BYTES) {
        pushes.push([])
        size = 0
      }
      pushes.at(-1)?.push(waiting.part)
      size += bytes
    }
    return pushes
  }
}

interface Waiting {
  readonly part: Part
  sentAt: number | null
  isOut: boolean
}

/** A backlog goes out in pieces, so that a thin line shows progress. */
const PUSH_BYTES = Math.min(MAX_PUSH_BYTES, 128_000)
/** Most that lease, frame, base and length take. */
const PART_HEADER = 5 + 8 + 8 + 4
