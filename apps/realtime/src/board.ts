import type { CardRow, CardScope } from '@mufakat/db'
import type { ClientAck, ServerEvent, ServerPayload } from '@mufakat/protocol'
import { type Hearer, Holders } from './holders'
import type { Visit } from './permits'
import type { BoardPort, Log } from './ports'

/**
 * The board at this node: who has it open, and up to which revision they were told.
 *
 * 1. The truth is in the store. A bell says that something has changed; it is then read once for all who are here.
 * 2. Everybody here was told up to `#revision`; who comes is told up to it at least before being one of them.
 * 3. One reading at a time; what rings meanwhile is read after it.
 * 4. Each is told what is within their scope, and of the rest only that it is not there. A scope is asked for anew when
 *    the bell rings for its person or session, when who takes part in a rapat changes, and with the poll while the bell
 *    cannot be heard.
 */
export class Board {
  readonly #port: BoardPort
  readonly #log: Log
  readonly #seats = new Map<string, BoardSeat>()
  readonly holders: Holders
  #revision = 0
  #reading: Promise<void> | null = null
  #isStale = false
  #scoping: Promise<void> | null = null

  constructor(port: BoardPort, log: Log) {
    this.#port = port
    this.#log = log
    this.holders = new Holders(port, () => this.#hearers())
  }

  /** @throws AppError as asking for the scope does */
  async open(visit: Visit, send: BoardSeat['send'], since: number): Promise<ClientAck<'board'>> {
    const scope = await this.#port.scope(visit)
    if (this.#seats.size === 0) this.#revision = Math.max(this.#revision, await this.#port.revision())
    for (let tries = 1; ; tries++) {
      const changes = await this.#port.changes(since)
      // Others were told of more meanwhile: nothing waits between this look and the seat.
      if (changes !== null && changes.revision < this.#revision && tries < MOST_TRIES) continue
      this.#seats.set(visit.socketId, { visit, send, scope })
      if (changes === null || changes.revision < this.#revision)
        return { reset: true, revision: this.#revision, cards: [], gone: [], held: [] }
      this.#revision = Math.max(this.#revision, changes.revision)
      const held = this.holders.toldTo({ socketId: visit.socketId, reads: row => this.#isWithin(scope, row) })
      return { reset: false, ...this.#port.within(scope, changes), held }
    }
  }

  leave(socketId: string): void {
    this.#seats.delete(socketId)
  }

  #isWithin(scope: CardScope, row: CardRow): boolean {
    return this.#port.within(scope, { revision: row.revision, rows: [row] }).cards.length > 0
  }

  *#hearers(): Iterable<Hearer> {
    for (const { visit, send, scope } of this.#seats.values())
      yield {
        socketId: visit.socketId,
        send: holding => send('held', holding),
        reads: row => this.#isWithin(scope, row),
      }
  }

  /** Something has changed on the board. */
  async ring(): Promise<void> {
    if (this.#reading !== null) {
      this.#isStale = true
      return this.#reading
    }
    this.#reading = this.#readOn()
    try {
      await this.#reading
    } finally {
      this.#reading = null
    }
  }

  /** What these may see may have changed. */
  async rung(about: 'session' | 'person' | 'document', id: string): Promise<void> {
    const concerned = [...this.#seats.values()].filter(({ visit, scope }) =>
      about === 'document' ? scope !== 'all' : visit.concerns(about, id),
    )
    for (const seat of concerned) seat.isDoubted = true
    if (concerned.length > 0) await this.#askScopes()
  }

  async poll(isHearing: boolean): Promise<void> {
    if (this.#seats.size === 0) return
    if (!isHearing) for (const seat of this.#seats.values()) seat.isDoubted = true
    await Promise.all([this.ring(), this.#askScopes()])
  }

  async #readOn(): Promise<void> {
    do {
      this.#isStale = false
      if (this.#seats.size === 0) return
      const since = this.#revision
      const changes = await this.#port.changes(since)
      if (changes === null) {
        this.#revision = await this.#port.revision()
        for (const seat of this.#seats.values()) seat.send('reboard', {})
      } else if (changes.revision > since) {
        this.#revision = Math.max(this.#revision, changes.revision)
        const all = { since, ...this.#port.within('all', changes) }
        for (const { scope, send } of this.#seats.values())
          send('cards', scope === 'all' ? all : { since, ...this.#port.within(scope, changes) })
        await this.holders.changed(changes.rows)
      }
    } while (this.#isStale)
  }

  /** One asking at a time, about all whose answer is doubted. */
  #askScopes(): Promise<void> {
    this.#scoping ??= this.#askDoubted().finally(() => {
      this.#scoping = null
    })
    return this.#scoping
  }

  async #askDoubted(): Promise<void> {
    for (;;) {
      const [seat] = [...this.#seats.values()].filter(({ isDoubted }) => isDoubted)
      if (seat === undefined) return
      seat.isDoubted = false
      const { socketId } = seat.visit
      const scope = await this.#port.scope(seat.visit).catch(error => {
        this.#log.warn({ err: error, personId: seat.visit.visitor.personId }, 'scope of the board not known')
        return null
      })
      if (this.#seats.get(socketId) !== seat) continue
      if (scope === null) this.#seats.delete(socketId)
      if (scope !== null && isSame(scope, seat.scope)) continue
      if (scope !== null) seat.scope = scope
      seat.send('reboard', {})
    }
  }
}

/** Each reads what is newer than the one before. */
const MOST_TRIES = 5

export interface BoardSeat {
  readonly visit: Visit
  readonly send: <E extends ServerEvent>(event: E, payload: ServerPayload<E>) => void
  scope: CardScope
  isDoubted?: boolean
}

const isSame = (one: CardScope, other: CardScope): boolean =>
  one === 'all' || other === 'all'
    ? one === other
    : sameSet(one.opdIds, other.opdIds) && sameSet(one.rapatIds, other.rapatIds)

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every(id => other.includes(id))
