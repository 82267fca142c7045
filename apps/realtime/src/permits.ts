import type { ErrorCode } from '@mufakat/kernel'
import type { Permit, Ports, Visitor } from './ports'

/** What becomes of people at open sockets when the answer about them changes. */
export interface Affected {
  /** What this person may do with the document is now `seat.known`; null: it is not there for them. */
  changed(seat: Seat): void
  /** The session of this socket is over. */
  signedOut(visit: Visit): void
}

/**
 * What everyone at an open socket may do, kept true without asking at every push.
 *
 * 1. An answer counts until the bell rings for its session, person or document. While the bell cannot be heard it
 *    counts for `DEAF_MS`; when it is heard again, everyone is asked about once.
 * 2. One asking at a time, about everyone whose answer no longer counts: two statements, however many they are.
 * 3. What rings while an asking is under way is asked about again: that asking may have seen the time before.
 * 4. With the poll everyone is asked about, the bell or not: a session that runs out rings nothing. Answers count
 *    meanwhile, so that nobody's edits wait for it.
 */
export class Permits {
  readonly #ask: Ports['permits']
  readonly #affected: Affected
  readonly #visits = new Set<Visit>()
  #isHearing = false
  #everyone = false
  #round: Promise<void> = Promise.resolve()
  #next: Promise<void> | null = null

  constructor(ask: Ports['permits'], affected: Affected) {
    this.#ask = ask
    this.#affected = affected
  }

  enter(visit: Visit): void {
    this.#visits.add(visit)
  }

  leave(visit: Visit): void {
    this.#visits.delete(visit)
    for (const seat of visit.seats) visit.stand(seat)
  }

  isFresh(visit: Visit): boolean {
    return visit.isAnswered && (this.#isHearing || performance.now() - visit.askedAt < DEAF_MS)
  }

  /** The bell. Rejects when nobody could be asked; the poll asks again. */
  async rung(about: 'session' | 'person' | 'document', id: string): Promise<void> {
    let isAnyone = false
    for (const visit of this.#visits) {
      if (!visit.concerns(about, id)) continue
      visit.rang()
      isAnyone = true
    }
    if (isAnyone) await this.refresh()
  }

  async hearing(isHearing: boolean): Promise<void> {
    this.#isHearing = isHearing
    if (!isHearing) return
    for (const visit of this.#visits) visit.rang()
    await this.refresh()
  }

  async poll(): Promise<void> {
    this.#everyone = true
    await this.refresh()
  }

  /** Resolves when a round of asking that has not begun yet is over. */
  refresh(): Promise<void> {
    if (this.#next !== null) return this.#next
    const next = this.#round
      .catch(() => undefined)
      .then(() => {
        this.#next = null
        return this.#askAll()
      })
    this.#next = next
    this.#round = next
    return next
  }

  /** Asks about someone whom the bell no longer reaches: their last edits may still be waiting. */
  async askAbout({ visit, documentId }: Seat): Promise<Permit | null> {
    const [answer] = await this.#ask([{ cookie: visit.cookie, documentIds: [documentId], as: visit.visitor }])
    return answer?.get(documentId) ?? null
  }

  async #askAll(): Promise<void> {
    const asked = [...this.#visits]
      .filter(visit => this.#everyone || !this.isFresh(visit))
      .map(visit => ({ visit, seats: visit.seats, rings: visit.rings }))
    this.#everyone = false
    if (asked.length === 0) return
    const askedAt = performance.now()
    const answers = await this.#ask(
      asked.map(({ visit, seats }) => ({
        cookie: visit.cookie,
        documentIds: seats.map(seat => seat.documentId),
        as: visit.visitor,
      })),
    )
    for (const [index, { visit, seats, rings }] of asked.entries()) {
      if (!this.#visits.has(visit)) continue
      const answer = answers[index] ?? null
      visit.answered(rings, askedAt)
      for (const seat of seats) seat.known = answer?.get(seat.documentId) ?? null
      if (answer === null) this.#affected.signedOut(visit)
      else for (const seat of seats) if (seat.isToldOtherwise) this.#affected.changed(seat)
    }
  }
}

/** One connection: a session, and the documents it has open. */
export class Visit {
  readonly socketId: string
  readonly visitor: Visitor
  readonly cookie: string | undefined
  readonly #permits: Permits
  readonly #seats: Seat[] = []
  #rings = 1
  #answeredRings = 0
  /** When the last answer was asked for, by `performance.now()`. */
  askedAt = Number.NEGATIVE_INFINITY

  constructor(permits: Permits, socketId: string, visitor: Visitor, cookie: string | undefined) {
    this.#permits = permits
    this.socketId = socketId
    this.visitor = visitor
    this.cookie = cookie
  }

  get seats(): Seat[] {
    return [...this.#seats]
  }

  /** Counts what made the last answer doubtful; an answer counts for the rings before its question. */
  get rings(): number {
    return this.#rings
  }

  get isAnswered(): boolean {
    return this.#answeredRings === this.#rings
  }

  concerns(about: 'session' | 'person' | 'document', id: string): boolean {
    if (about === 'document') return this.#seats.some(seat => seat.documentId === id)
    const { sessionId, personId, viewerId } = this.visitor
    return about === 'session' ? id === sessionId : id === personId || id === viewerId
  }

  rang(): void {
    this.#rings += 1
  }

  answered(rings: number, askedAt: number): void {
    this.#answeredRings = rings
    this.askedAt = askedAt
  }

  /** The seat at a document, taken now or earlier. */
  sit(documentId: string): Seat {
    const taken = this.#seats.find(seat => seat.documentId === documentId)
    if (taken !== undefined) return taken
    const seat = new Seat(this.#permits, this, documentId)
    this.#seats.push(seat)
    this.rang()
    return seat
  }

  stand(seat: Seat): void {
    seat.isTaken = false
    const at = this.#seats.indexOf(seat)
    if (at !== -1) this.#seats.splice(at, 1)
  }
}

/** What one connection may do with one document. */
export class Seat {
  readonly visit: Visit
  readonly documentId: string
  readonly #permits: Permits
  isTaken = true
  /** After it was left the bell no longer reaches it. */
  #askedAloneAt = Number.NEGATIVE_INFINITY
  /** The last answer, whether it still counts or not. */
  known: Permit | null = null
  /** What the client was last told; null before it was told anything. */
  told: Permit | null = null

  constructor(permits: Permits, visit: Visit, documentId: string) {
    this.#permits = permits
    this.visit = visit
    this.documentId = documentId
  }

  get isFresh(): boolean {
    if (this.isTaken) return this.#permits.isFresh(this.visit)
    return performance.now() - this.#askedAloneAt < DEAF_MS
  }

  get isToldOtherwise(): boolean {
    const { told, known, isTaken } = this
    return isTaken && told !== null && (told.access !== known?.access || told.code !== known.code)
  }

  /** @throws what asking throws; the old answer is then not used */
  async fresh(): Promise<Permit | null> {
    while (!this.isFresh) {
      if (this.isTaken) {
        await this.#permits.refresh()
        continue
      }
      const askedAt = performance.now()
      this.known = await this.#permits.askAbout(this)
      this.#askedAloneAt = askedAt
    }
    return this.known
  }

  /** Why this person may not write now; null when they may. */
  async whyNotWrite(): Promise<ErrorCode | null> {
    const permit = this.isFresh ? this.known : await this.fresh()
    if (permit === null) return 'not-found'
    return permit.access === 'write' ? null : (permit.code ?? 'forbidden')
  }
}

/** Without the bell a right that was taken away lasts this long; so two statements a second, whoever writes. */
const DEAF_MS = 800
