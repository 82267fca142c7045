import { chainHash, type LogHead } from '@mufakat/db'
import { AppError, type ErrorCode } from '@mufakat/kernel'
import { encodeParts, encodeRows, type LogRow, type Part } from '@mufakat/protocol'
import * as Y from 'yjs'
import { Carets } from './carets'
import type { Committer } from './committer'
import { type Copy, isPending, judge } from './gate'
import { applyRow, loadCopy } from './load'
import type { Broadcast, Member } from './member'
import type { Log, Sql } from './ports'
import type { ReadLog } from './reader'

export interface RoomWorld {
  readonly sql: Sql
  readonly read: ReadLog
  readonly committer: Committer
  readonly log: Log
  readonly broadcast: Broadcast
  /** True when the process ends: what comes now stays with its authors, who send it to the next one. */
  isClosing(): boolean
  /** After rows were committed or found committed by another node, and handed to readers so many times in all. */
  advanced(documentId: string, delivered: number): void
  /** After this node has committed a row of so many edits, so long after the room wanted to. */
  committed(documentId: string, row: { seq: number; edits: number; waitedMs: number }): void
  /** The gate has worked for so long. */
  judged(ms: number): void
  refused(member: Member, documentId: string, clientId: number, code: ErrorCode, reason: string): void
}

/**
 * One live document: the tail of its log.
 *
 * 1. Nobody but its author is sent an edit that is not committed: `tail` is emitted by `#advance` alone, which is
 *    called with rows that Postgres has.
 * 2. Rows go out strictly in sequence, each once: `#advance` takes only the row after `#head`.
 * 3. One piece of work at a time (`#inTurn`): a turn of pushes, a catching up, a reading. Edits that arrive
 *    meanwhile wait and go together.
 * 4. `#copy` is the committed document, plus, only within a turn, the edits on their way into the log. When they
 *    do not get there the copy is thrown away and built from the log again.
 * 5. Nothing here is the truth. A room may be forgotten at any time; clients come back with their position.
 */
export class Room {
  readonly documentId: string
  readonly carets: Carets
  readonly #world: RoomWorld
  readonly #members = new Map<string, Member>()
  #arrived: Member[] = []
  readonly #holders = new Map<number, { readonly member: Member; readonly epoch: number }>()
  #head: LogHead | null = null
  /** Of the log that `#head` is in. */
  #lineage: string | null = null
  #copy: Copy | null = null
  #pushed: Pushed[] = []
  #work: Promise<unknown> = Promise.resolve()
  #turnAsked = false
  /** When something last happened here, by `performance.now()`. */
  usedAt = performance.now()

  constructor(documentId: string, world: RoomWorld) {
    this.documentId = documentId
    this.#world = world
    this.carets = new Carets(documentId, this.#members, world.broadcast)
  }

  get members(): Iterable<Member> {
    return this.#members.values()
  }

  get isEmpty(): boolean {
    return this.#members.size === 0 && this.#pushed.length === 0 && !this.#turnAsked
  }

  get headSeq(): number | null {
    return this.#head?.seq ?? null
  }

  get lineage(): string | null {
    return this.#lineage
  }

  member(socketId: string): Member | undefined {
    return this.#members.get(socketId)
  }

  enter(member: Member): void {
    if (!member.isUnseen && !this.#members.has(member.socketId)) {
      if (this.#arrived.length === 0) setImmediate(() => this.#tellArrived())
      this.#arrived.push(member)
    }
    this.#members.set(member.socketId, member)
    this.usedAt = performance.now()
  }

  leave(socketId: string): void {
    const member = this.#members.get(socketId)
    if (member === undefined) return
    this.#members.delete(socketId)
    for (const [lease, holder] of this.#holders) if (holder.member === member) this.#holders.delete(lease)
    this.carets.forget(member)
    this.usedAt = performance.now()
    if (member.isUnseen) return
    this.#world.broadcast(this.documentId, 'left', {
      documentId: this.documentId,
      sessionKey: member.present.sessionKey,
    })
  }

  /** Together with all who have come in the same turn. They themselves learn of everyone with their answer. */
  #tellArrived(): void {
    const { documentId } = this
    const arrived = this.#arrived.splice(0)
    const here = arrived.filter(
      ({ socketId, present }) => this.#members.get(socketId)?.present.sessionKey === present.sessionKey,
    )
    if (here.length === 0 || here.length === this.#members.size) return
    const who = here.map(({ present }) => present)
    const sockets = here.map(({ socketId }) => socketId)
    this.#world.broadcast(documentId, 'arrived', { documentId, who }, sockets)
  }

  /** The connection that took a lease up last holds it; one that has gone meanwhile does not. */
  hold(member: Member, lease: number, epoch: number): void {
    if (this.#members.get(member.socketId) !== member) return
    const holder = this.#holders.get(lease)
    if (holder === undefined || holder.epoch < epoch) this.#holders.set(lease, { member, epoch })
  }

  /** A room learns where the log stands from the first who opens the document. */
  learnHead(head: LogHead, lineage: string): void {
    if (this.#head !== null) return
    this.#head = head
    this.#lineage = lineage
  }

  push(member: Member, parts: readonly Part[]): void {
    if (this.#world.isClosing()) return
    const pushed = parts.map(part => ({ member, part, caughtUp: false }))
    // While Postgres is away authors send again and again; they also keep it, so that this need not.
    if (this.#pushed.length + pushed.length > MAX_WAITING) {
      this.#refuseAll(pushed, 'unavailable', 'too much is waiting')
      return
    }
    this.#pushed.push(...pushed)
    this.#askTurn()
  }

  /** Looks for rows that other nodes, or services, have written. */
  async catchUp(): Promise<void> {
    await this.#inTurn(() => this.#catchUp())
  }

  /**
   * Runs with the committed document and its head; the document must not be changed or kept.
   * @throws when it does not load
   */
  async read<T>(reader: (copy: Copy) => T): Promise<T> {
    return await this.#inTurn(async () => reader(await this.#loaded()))
  }

  /** Frees the document's memory; it is loaded again when needed. */
  async dropCopy(): Promise<void> {
    await this.#inTurn(async () => this.#discard())
  }

  /** Resolves when everything pushed so far has been committed or refused. */
  async settled(): Promise<void> {
    // A turn that is asked for begins with the event loop's next round, not with the next promise.
    while (this.#turnAsked) await new Promise(resolve => setImmediate(resolve))
    await this.#work
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work)
    // What was read must not live on in the promise of its end.
    const ended = () => undefined
    this.#work = done.then(ended, ended)
    return done
  }

  #askTurn(): void {
    if (this.#turnAsked) return
    this.#turnAsked = true
    this.usedAt = performance.now()
    // After the event loop has read every socket that has something: what arrived together goes together.
    setImmediate(() => {
      void this.#inTurn(async () => {
        this.#turnAsked = false
        try {
          while (this.#pushed.length > 0) await this.#turn()
        } catch (error) {
          this.#world.log.error({ err: error, documentId: this.documentId }, 'turn failed')
          this.#discard()
          const code = error instanceof AppError ? error.code : 'unavailable'
          this.#refuseAll(this.#pushed.splice(0), code, 'turn failed')
        }
      })
    })
  }

  /** Waits for what must be known, then judges what has come until the statement starts, and appends it. */
  async #turn(): Promise<void> {
    await this.#askPermits()
    const { head } = await this.#loaded()
    const ahead = this.#pushed.filter(({ part }) => part.base > head.seq)
    if (ahead.length > 0) await this.#catchUp()
    for (const pushed of ahead) pushed.caughtUp = true
    const askedAt = performance.now()
    let taken: Pushed[] = []
    let row: LogRow | null = null
    const outcome = await this.#world.committer.append(() => {
      const copy = this.#copy
      if (copy === null) return null
      const startedAt = performance.now()
      taken = this.#judgeAll(copy, this.#takeJudgeable(copy))
      this.#world.judged(performance.now() - startedAt)
      if (taken.length === 0) return null
      const parts = encodeParts(taken.map(({ part }) => part))
      row = { seq: copy.head.seq + 1, hash: chainHash(copy.head.hash, parts), parts }
      return { documentId: this.documentId, judged: copy.head, parts, hash: row.hash }
    })
    if (outcome === null || row === null) return
    if (outcome === 'written') {
      if (this.#copy !== null) this.#copy.head = row
      this.#advance([row])
      const { seq } = row as LogRow
      this.#world.committed(this.documentId, {
        seq,
        edits: taken.length,
        waitedMs: performance.now() - askedAt,
      })
      return
    }
    this.#discard()
    if (outcome === 'moved') this.#pushed.unshift(...taken)
    else this.#refuseAll(taken, REFUSAL_OF[outcome], `append: ${outcome}`)
  }

  /** Asks what those may do of whom that is not known now, and refuses who may not write. */
  async #askPermits(): Promise<void> {
    const whyNot = new Map<Member, ErrorCode | null>()
    for (const { member } of this.#pushed) {
      if (whyNot.has(member)) continue
      whyNot.set(member, await member.permits.whyNotWrite().catch((): ErrorCode => 'unavailable'))
    }
    const pushed = this.#pushed.splice(0)
    for (const one of pushed) {
      const code = whyNot.get(one.member) ?? null
      if (code === null) this.#pushed.push(one)
      else this.#refuse(one, code, 'permission')
    }
  }

  /** Takes what can be judged at once. Who must be asked about, or has seen more than this node, waits a turn. */
  #takeJudgeable(copy: Copy): Pushed[] {
    const judgeable: Pushed[] = []
    const waiting: Pushed[] = []
    for (const pushed of this.#pushed) {
      const { permits } = pushed.member
      const isPermitted = permits.isFresh && permits.known?.access === 'write'
      const isAhead = pushed.part.base > copy.head.seq && !pushed.caughtUp
      ;(isPermitted && !isAhead ? judgeable : waiting).push(pushed)
    }
    this.#pushed = waiting
    return judgeable
  }

  /** Judges and applies, in one Yjs transaction; answers what goes into the log: nothing, when one broke the copy. */
  #judgeAll(copy: Copy, wanted: Pushed[]): Pushed[] {
    const taken: Pushed[] = []
    const verdicts: (() => void)[] = []
    const trying: { pushed: Pushed | null } = { pushed: null }
    try {
      copy.doc.transact(() => {
        for (const pushed of wanted) {
          const { member, part } = pushed
          const holds = this.#holders.get(part.lease)?.member === member
          const verdict = judge(copy, part, holds, member.permits.known?.items)
          if (verdict.kind === 'take') {
            trying.pushed = pushed
            Y.applyUpdate(copy.doc, part.bytes)
            if (isPending(copy.doc)) throw new Error('left structs pending')
            trying.pushed = null
            copy.frames.set(part.lease, part.frame)
            taken.push(pushed)
          } else if (verdict.kind === 'refuse') {
            verdicts.push(() => this.#refuse(pushed, verdict.code, verdict.reason))
          } else {
            verdicts.push(() => this.#alreadyLogged(pushed, copy, taken))
          }
        }
      })
    } catch (error) {
      // An update that throws can have changed the document: only the log knows what it was.
      this.#discard()
      if (trying.pushed === null) throw error
      this.#refuse(trying.pushed, 'refused-edit', `does not apply: ${String(error)}`)
      this.#pushed.unshift(...wanted.filter(pushed => pushed !== trying.pushed))
      return []
    }
    for (const tell of verdicts) tell()
    return taken
  }

  #alreadyLogged({ member, part }: Pushed, copy: Copy, taken: Pushed[]): void {
    // When the same frame is on its way, the tail will tell.
    if (taken.some(other => other.part.lease === part.lease && other.part.frame >= part.frame)) return
    const frame = copy.frames.get(part.lease) ?? part.frame
    member.send('logged', { documentId: this.documentId, clientId: part.lease, frame })
  }

  #refuse({ member, part }: Pushed, code: ErrorCode, reason: string): void {
    if (code === 'refused-edit' || code === 'too-large') this.#holders.delete(part.lease)
    this.#world.refused(member, this.documentId, part.lease, code, reason)
    member.send('refused', { documentId: this.documentId, clientId: part.lease, frame: part.frame, code })
  }

  #refuseAll(pushed: readonly Pushed[], code: ErrorCode, reason: string): void {
    for (const one of pushed) this.#refuse(one, code, reason)
  }

  async #loaded(): Promise<Copy> {
    if (this.#copy !== null) return this.#copy
    const { copy, opened } = await loadCopy(this.#world.read, this.documentId)
    this.#copy = copy
    if (this.#lineage !== null && this.#lineage !== copy.lineage) this.#lostTrack()
    else if (this.#head !== null && copy.head.seq > this.#head.seq) {
      const missing = opened.rows.filter(row => row.seq > (this.#head?.seq ?? 0))
      if (missing[0]?.seq === this.#head.seq + 1) this.#advance(missing)
      else this.#lostTrack()
    }
    this.#head = copy.head
    this.#lineage = copy.lineage
    return copy
  }

  async #catchUp(): Promise<void> {
    const copy = this.#copy
    const head = copy?.head ?? this.#head
    const lineage = copy?.lineage ?? this.#lineage
    if (head === null || lineage === null) return
    const opened = await this.#world.read(this.documentId, { ...head, lineage })
    if (opened === null || !opened.resumed) {
      this.#discard()
      this.#lostTrack()
      return
    }
    // A room of readers has no copy, and needs none to pass on what others wrote.
    if (copy !== null) {
      try {
        copy.doc.transact(() => {
          for (const row of opened.rows) applyRow(copy, row)
        })
      } catch (error) {
        this.#discard()
        throw error
      }
      copy.head = opened.head
    }
    this.#advance(opened.rows)
  }

  #discard(): void {
    this.#copy?.doc.destroy()
    this.#copy = null
  }

  /** Members stand where this room cannot carry them on from: each comes again with its position. */
  #lostTrack(): void {
    this.#head = null
    this.#lineage = null
    // What they wrote meanwhile, or have yet on the way, may belong to another history: it waits until they come.
    this.#holders.clear()
    this.#refuseAll(this.#pushed.splice(0), 'conflict', 'lost track')
    this.#world.broadcast(this.documentId, 'resync', { documentId: this.documentId, code: 'conflict' })
  }

  #advance(rows: readonly LogRow[]): void {
    const news = this.#head === null ? rows : rows.filter(row => row.seq > (this.#head?.seq ?? 0))
    const last = news.at(-1)
    if (last === undefined) return
    this.#head = { seq: last.seq, hash: last.hash }
    this.usedAt = performance.now()
    this.#world.broadcast(this.documentId, 'tail', { documentId: this.documentId, rows: encodeRows(news) })
    this.#world.advanced(this.documentId, news.length * this.#members.size)
  }
}

interface Pushed {
  readonly member: Member
  readonly part: Part
  /** The store was looked at after it came: a base past the head is then no base of this log. */
  caughtUp: boolean
}

/** Parts that wait for a turn. */
const MAX_WAITING = 20_000

const REFUSAL_OF = { closed: 'document-closed', gone: 'not-found', failed: 'unexpected' } as const
