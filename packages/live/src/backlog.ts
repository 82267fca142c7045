import type { JournalEntry, JournalKey, JournalStore } from './journal'
import type { LeaseLocks } from './locks'

/**
 * The journal's past and end: what earlier pages left, whose locks this page holds, what may be forgotten.
 *
 * 1. Only leases whose tab is gone (its lock is free) are taken up: those of a tab that is still there, or still on its
 *    way out of a reload, when it goes.
 * 2. Forgetting is lazy: an entry too many is recognised by the server and changes nothing.
 */
export class Backlog {
  readonly #journal: JournalStore
  readonly #key: JournalKey
  readonly #locks: LeaseLocks
  readonly #held = new Map<number, () => void>()
  readonly #left = new Map<number, JournalEntry[]>()
  readonly #forgettable = new Map<number, number>()
  readonly #found: () => void
  readonly #end = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param found told when a tab has gone and left something after `find` */
  constructor(journal: JournalStore, key: JournalKey, locks: LeaseLocks, found: () => void) {
    this.#journal = journal
    this.#key = key
    this.#locks = locks
    this.#found = found
  }

  async find(): Promise<void> {
    const entries = await this.#journal.read(this.#key)
    for (const lease of new Set(entries.map(entry => entry.lease))) {
      if (await this.hold(lease)) this.#leave(lease, entries)
      else void this.#findWhenFree(lease)
    }
  }

  #leave(lease: number, entries: readonly JournalEntry[]): void {
    const left = entries.filter(entry => entry.lease === lease)
    if (left.length > 0) this.#left.set(lease, left)
  }

  async #findWhenFree(lease: number): Promise<void> {
    const letGo = await this.#locks.holdWhenFree(this.#nameOf(lease), this.#end.signal)
    if (letGo === null) return
    this.#held.set(lease, letGo)
    try {
      this.#leave(lease, await this.#journal.read(this.#key))
    } catch (error) {
      if (!this.#end.signal.aborted) console.error(error)
    }
    if (this.#left.has(lease) && !this.#end.signal.aborted) this.#found()
    else this.release(lease)
  }

  #nameOf(lease: number): string {
    return `mufakat:${this.#key.documentId}:${lease}`
  }

  /** Leases to ask for, until `take`. */
  get leases(): number[] {
    return [...this.#left.keys()]
  }

  /** What was found and not yet taken. */
  get left(): ReadonlyMap<number, readonly JournalEntry[]> {
    return this.#left
  }

  /** Of the leases that were asked for; what was found meanwhile stays, to be asked for next. */
  take(asked: readonly number[]): ReadonlyMap<number, readonly JournalEntry[]> {
    const taken = new Map([...this.#left].filter(([lease]) => asked.includes(lease)))
    for (const lease of taken.keys()) this.#left.delete(lease)
    return taken
  }

  /** What an earlier page left up to this frame is in the log. */
  acknowledge(lease: number, upToFrame: number): void {
    const left = this.#left.get(lease)
    if (left === undefined) return
    const missing = left.filter(entry => entry.frame > upToFrame)
    if (missing.length === left.length) return
    if (missing.length === 0) this.#left.delete(lease)
    else this.#left.set(lease, missing)
    this.forgetLater(lease, upToFrame)
  }

  /** @returns false when another tab holds it */
  async hold(lease: number): Promise<boolean> {
    const letGo = await this.#locks.tryHold(this.#nameOf(lease))
    if (letGo !== null) this.#held.set(lease, letGo)
    return letGo !== null
  }

  release(lease: number): void {
    this.#held.get(lease)?.()
    this.#held.delete(lease)
  }

  forgetLater(lease: number, upToFrame: number): void {
    this.#forgettable.set(lease, Math.max(upToFrame, this.#forgettable.get(lease) ?? 0))
    this.#timer ??= setTimeout(() => void this.forgetNow(), FORGET_MS)
  }

  async forgetNow(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const forgettable = [...this.#forgettable]
    this.#forgettable.clear()
    for (const [lease, frame] of forgettable) {
      await this.#journal.forget(this.#key, lease, frame).catch(error => console.error(error))
    }
  }

  letGo(): void {
    this.#end.abort()
    for (const lease of [...this.#held.keys()]) this.release(lease)
  }
}

const FORGET_MS = 300
