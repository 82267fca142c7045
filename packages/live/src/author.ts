import type { ErrorCode } from '@mufakat/kernel'
import { type Joined, MAX_PART_BYTES, type Part } from '@mufakat/protocol'
import * as Y from 'yjs'
import type { Backlog } from './backlog'
import { isUnbroken, type JournalEntry, type JournalKey, type JournalStore } from './journal'
import { Outbox } from './outbox'

interface Position {
  readonly lineage: string
  readonly seq: number
}

export interface AuthorWorld {
  readonly doc: Y.Doc
  readonly key: JournalKey
  readonly journal: JournalStore
  readonly backlog: Backlog
  /** Where the document stands; null before it is loaded. */
  position(): Position | null
  push(parts: readonly Part[]): void
  canPush(): boolean
  /** Applies edits that count as remote. */
  show(updates: readonly Uint8Array[]): void
  changed(): void
  setAside(lease: number, code: ErrorCode): Promise<void>
  failed(code: ErrorCode): void
}

/**
 * The way of an edit: typed → framed (one part per burst) → journaled → sent → seen in the tail → forgotten.
 *
 * 1. It is in the journal before it is sent, and until it came back. (A browser that cannot keep it does not keep
 *    it from the server.)
 * 2. Only local transactions of this document are edits; never a difference of states.
 * 3. Everything of a lease goes out in the order of its frames. What has a gap (a full disk kept some of it) would be
 *    refused for ever, and is set aside.
 * 4. While a part waits to be sent, what is typed next becomes part of it: a thin line carries few large parts.
 */
export class Author {
  readonly outbox = new Outbox<JournalEntry>()
  readonly #world: AuthorWorld
  #lease: number | null = null
  #frame = 0
  #typed: Uint8Array[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #framedAt = Number.NEGATIVE_INFINITY
  #resend: ReturnType<typeof setTimeout> | undefined
  #unjournaled = 0
  #journaling: Promise<void> = Promise.resolve()
  #savedAt: number | null = null
  #stopped: Promise<void> | null = null
  /** Begun under a lease that the server has not confirmed. */
  #isUntried = false

  constructor(world: AuthorWorld) {
    this.#world = world
    world.doc.on('update', this.#onUpdate)
  }

  get lease(): number | null {
    return this.#lease
  }

  /** When the newest acknowledgement came, in ms since 1970. */
  get savedAt(): number | null {
    return this.#savedAt
  }

  /** Everything that is not acknowledged, wherever it is on its way. */
  get unsent(): number {
    return this.outbox.size + this.#unjournaled + (this.#typed.length > 0 ? 1 : 0)
  }

  /** Whether something typed is not in the journal yet. */
  get isKeeping(): boolean {
    return this.#unjournaled > 0 || this.#typed.length > 0
  }

  /** Whether this document has made and shown the part itself. */
  hasMade(part: Part): boolean {
    return part.lease === this.#lease && part.frame <= this.#frame
  }

  /** Leases beside the own one under which something is still to be sent: over each new line, or it stays here. */
  leasesToTakeUp(): number[] {
    const leases = new Set([...this.outbox.leases, ...this.#world.backlog.leases])
    if (this.#lease !== null) leases.delete(this.#lease)
    return [...leases].slice(0, MAX_ADOPTED)
  }

  /**
   * Takes over what the server granted; what was found in the journal, and `asked` for, is shown and waits to be
   * sent.
   */
  async joined(answer: Joined, asked: readonly number[]): Promise<void> {
    const { backlog, doc } = this.#world
    const logged = new Map(answer.leases.map(({ clientId, frame }) => [clientId, frame]))
    for (const [lease, frame] of logged) this.acknowledge(lease, frame)
    // While only reading, no lease is granted: what waits goes on waiting.
    if (answer.access === 'read') return
    this.#isUntried = false
    for (const [lease, entries] of backlog.take(asked)) {
      const at = logged.get(lease)
      const missing = entries.filter(entry => entry.frame > (at ?? 0))
      const fits = entries.every(entry => entry.lineage === answer.lineage) && isUnbroken(missing, at ?? 0)
      if (at === undefined || !fits) {
        await this.#world.setAside(lease, at === undefined ? 'lease-ended' : 'conflict')
        continue
      }
      backlog.forgetLater(lease, at)
      this.#world.show(missing.map(entry => entry.bytes))
      for (const entry of missing) this.outbox.add(entry)
    }
    for (const lease of this.outbox.leases) {
      const at = logged.get(lease)
      // Of the own lease all is here; where another stands the server says exactly.
      const isWhole = lease === this.#lease || this.outbox.firstFrame(lease) === (at ?? 0) + 1
      if (at !== undefined && isWhole) continue
      this.#world.failed(at === undefined ? 'lease-ended' : 'conflict')
      return
    }
    if (answer.lease === null || answer.lease === this.#lease) return
    if (this.#lease !== null && this.unsent > 0) {
      // Typed under the old lease and not yet in the outbox.
      this.#world.failed('lease-ended')
      return
    }
    this.#lease = answer.lease
    this.#frame = 0
    doc.clientID = answer.lease
    await backlog.hold(answer.lease)
  }

  /** Begins without the server, under a lease that it gave beforehand, after edits of earlier pages. */
  begin(lease: number, left: readonly JournalEntry[]): void {
    this.#world.show(left.map(entry => entry.bytes))
    for (const entry of left) this.outbox.add(entry)
    this.#lease = lease
    this.#frame = left.findLast(entry => entry.lease === lease)?.frame ?? 0
    this.#isUntried = true
    this.keepLease()
  }

  /** Whether somebody wrote under the spare all the same: to take theirs for an acknowledgement would lose this. */
  isForestalled({ leases }: Joined): boolean {
    return this.#isUntried && leases.some(({ clientId, frame }) => clientId === this.#lease && frame > 0)
  }

  /** Yjs takes a random clientID when it meets its own history; the lease is what counts. */
  keepLease(): void {
    if (this.#lease !== null) this.#world.doc.clientID = this.#lease
  }

  acknowledge(lease: number, upToFrame: number): void {
    this.#world.backlog.acknowledge(lease, upToFrame)
    if (!this.outbox.acknowledge(lease, upToFrame)) return
    this.#savedAt = Date.now()
    this.#world.backlog.forgetLater(lease, upToFrame)
  }

  /** Sends what is not out. Everything again after `rewind`. */
  send(): void {
    if (this.#resend !== undefined || !this.#world.canPush()) return
    for (const parts of this.outbox.take(performance.now())) this.#world.push(parts)
  }

  sendAllAgain(): void {
    clearTimeout(this.#resend)
    this.#resend = undefined
    this.outbox.rewind()
    this.send()
  }

  /** Whatever became of what was sent. */
  resend(): void {
    this.outbox.lineDown()
    this.sendAllAgain()
  }

  /** After a refusal that passes. Nothing goes out until then: it would only come too early. */
  sendAllAgainLater(): void {
    this.#resend ??= setTimeout(() => this.sendAllAgain(), 200 + Math.random() * 600)
  }

  /** Ends the burst; resolves when the journal has everything. */
  async flush(): Promise<void> {
    this.#frameNow()
    await this.#journaling
  }

  /** Takes no further edits; with a code, what has not got across is set aside. Whoever stops it first says which. */
  stop(setAside: ErrorCode | null): Promise<void> {
    this.#stopped ??= this.#stop(setAside)
    return this.#stopped
  }

  async #stop(setAside: ErrorCode | null): Promise<void> {
    this.#frameNow()
    clearTimeout(this.#resend)
    this.#world.doc.off('update', this.#onUpdate)
    await this.#journaling
    if (setAside === null) return
    // Or what is in the log would be set aside with what follows it.
    await this.#world.backlog.forgetNow()
    for (const lease of this.outbox.leases) await this.#world.setAside(lease, setAside)
  }

  readonly #onUpdate = (
    bytes: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (!transaction.local || this.#lease === null) return
    if (this.#world.doc.clientID !== this.#lease) {
      this.#world.failed('unexpected')
      return
    }
    this.#typed.push(bytes)
    // The first key after a pause goes at once; a burst is gathered.
    const wait = Math.max(0, this.#framedAt + FRAME_MS - performance.now())
    this.#timer ??= setTimeout(() => this.#frameNow(), wait)
    this.#world.changed()
  }

  #frameNow(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const position = this.#world.position()
    if (this.#typed.length === 0 || this.#lease === null || position === null || this.#stopped !== null)
      return
    const typed = this.#typed.length === 1 ? this.#typed : [Y.mergeUpdates(this.#typed)]
    const burst = (typed[0]?.length ?? 0) > MAX_PART_BYTES ? this.#typed : typed
    this.#typed = []
    this.#framedAt = performance.now()
    for (const bytes of burst) this.#frameOne(bytes, this.#lease, position)
  }

  #frameOne(update: Uint8Array, lease: number, { seq: base, lineage }: Position): void {
    // The newest frame only, or what was typed later would come before what was typed first.
    const waiting = this.outbox.takeBack(lease, this.#frame, GATHER_BYTES - update.length)
    const bytes = waiting === null ? update : Y.mergeUpdates([waiting.bytes, update])
    if (waiting === null) this.#frame += 1
    const entry: JournalEntry = { lease, frame: waiting?.frame ?? this.#frame, base, bytes, lineage }
    this.#unjournaled += 1
    this.#journaling = this.#journaling.then(async () => {
      // A browser that cannot keep it (disk full) must not keep it from the server as well.
      await this.#world.journal.append(this.#world.key, entry).catch(error => console.error(error))
      this.#unjournaled -= 1
      this.outbox.add(entry)
      if (!this.isKeeping) this.#world.changed()
      // A single change that the server will never take: its author has to see it, also after a reload.
      if (bytes.length > MAX_PART_BYTES) this.#world.failed('too-large')
      else this.send()
    })
  }
}

/** A burst of keys is one part per so many ms. */
const FRAME_MS = 15
/** What waits gathers in one part up to this size: about 200 keys. It is journaled anew with each burst. */
const GATHER_BYTES = 4_096
/** `join` names at most so many leases beside the own one. */
const MAX_ADOPTED = 64
