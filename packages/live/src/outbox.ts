import { MAX_PUSH_BYTES, type Part } from '@mufakat/protocol'

/**
 * What this client has written and the server has not yet acknowledged.
 *
 * 1. Parts of a lease stand in the order of their frames and are acknowledged from the front.
 * 2. A part is here only once the journal has it.
 * 3. Sending again is always right: the server knows (lease, frame). So what was sent once never changes.
 * 4. At most `MAX_PUSHES` are unanswered. On a thin line the rest waits here, where it can still be made one.
 */
export class Outbox<P extends Part = Part> {
  #parts: Waiting<P>[] = []
  #pushes = 0

  get size(): number {
    return this.#parts.length
  }

  /** When the oldest part that was sent went out first, in ms of `performance.now()`; null when none is out. */
  get oldestSentAt(): number | null {
    let oldest: number | null = null
    for (const { sentAt } of this.#parts) if (sentAt !== null) oldest = Math.min(oldest ?? sentAt, sentAt)
    return oldest
  }

  add(part: P): void {
    this.#parts.push({ part, sentAt: null, push: null, wasSent: false })
  }

  has(lease: number): boolean {
    return this.#parts.some(({ part }) => part.lease === lease)
  }

  get leases(): Set<number> {
    return new Set(this.#parts.map(({ part }) => part.lease))
  }

  firstFrame(lease: number): number | undefined {
    return this.#parts.find(({ part }) => part.lease === lease)?.part.frame
  }

  /** Takes back a part that is here, was never sent and has at most so many bytes. */
  takeBack(lease: number, frame: number, maxBytes: number): P | null {
    const found = this.#parts.find(({ part }) => part.lease === lease && part.frame === frame)
    if (found === undefined || found.wasSent || found.part.bytes.length > maxBytes) return null
    this.#parts = this.#parts.filter(waiting => waiting !== found)
    return found.part
  }

  /** @returns whether anything was waiting for it */
  acknowledge(lease: number, upToFrame: number): boolean {
    const before = this.#parts.length
    this.#parts = this.#parts.filter(({ part }) => part.lease !== lease || part.frame > upToFrame)
    return this.#parts.length < before
  }

  /** Everything must go out again: over a new connection, or after a refusal that passes. */
  rewind(): void {
    for (const waiting of this.#parts) waiting.push = null
  }

  /** The connection is gone: on the next, everything goes out again and answers are waited for anew. */
  lineDown(): void {
    for (const waiting of this.#parts) {
      waiting.push = null
      waiting.sentAt = null
    }
  }

  /** What to send now, in pieces that fit into one push each; counts as sent. */
  take(now: number): P[][] {
    const unanswered = new Set(this.#parts.map(({ push }) => push))
    unanswered.delete(null)
    const pushes: P[][] = []
    let size = Number.POSITIVE_INFINITY
    for (const waiting of this.#parts) {
      if (waiting.push !== null) continue
      const bytes = waiting.part.bytes.length + PART_HEADER
      if (size + bytes > PUSH_BYTES) {
        if (unanswered.size + pushes.length === MAX_PUSHES) break
        pushes.push([])
        this.#pushes++
        size = 0
      }
      waiting.push = this.#pushes
      waiting.wasSent = true
      waiting.sentAt ??= now
      pushes.at(-1)?.push(waiting.part)
      size += bytes
    }
    return pushes
  }
}

interface Waiting<P> {
  readonly part: P
  sentAt: number | null
  /** The unanswered push it is in; null: not out. */
  push: number | null
  wasSent: boolean
}

/** Enough that a quick person on a good line never waits for an answer. */
const MAX_PUSHES = 4
/** A backlog goes out in pieces, so that a thin line shows progress. */
const PUSH_BYTES = Math.min(MAX_PUSH_BYTES, 128_000)
/** Most that lease, frame, base and length take. */
const PART_HEADER = 5 + 8 + 8 + 4
