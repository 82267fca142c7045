import type { ErrorCode } from '@mufakat/kernel'
import type { BoardCard, BoardChangesOnWire, BoardMove, HeldCard } from '@mufakat/protocol'
import { Line, type ServerMessage, type SocketSettings } from '../line'
import { type Readable, Value } from '../readable'
import { BoardState } from './board-state'
import { type HeldBy, HeldCards } from './held-cards'

// Invariants
// 1. What was done here is kept in the queue, also beyond this page, until the server has answered it. It is sent one
//    after the other, and again under the same id when no answer came: the server does it once.
// 2. What the server refuses for good leaves the queue and is told (`refused`), never dropped without a word.
// 3. When somebody else has put a card into another column than the move that waits for it here began at, and than it
//    goes to, the move is sent all the same and this is told (`crossed`): what was meant, and what it came upon.
// 4. The board is known without holes up to its revision: what begins later is not taken before the server was asked
//    for what lies between.

/** The whole board, as the page gets it over HTTP. */
export interface WholeBoard {
  readonly revision: number
  readonly cards: readonly BoardCard[]
}

/** Where moves wait that are not answered: beyond the page, in this browser. */
export interface MoveQueue {
  read(): readonly BoardMove[]
  write(moves: readonly BoardMove[]): void
}

export interface BoardRefusal {
  readonly move: BoardMove
  readonly code: ErrorCode
}

/** A move that came upon a card which somebody else had moved meanwhile. */
export interface BoardCrossing {
  readonly move: BoardMove
  /** Where the other had put it. */
  readonly found: BoardCard['status']
}

export interface BoardSnapshot {
  readonly cards: readonly BoardCard[]
  /** How many moves wait for the server. */
  readonly waiting: number
  readonly isOnline: boolean
  /** What the server did not do; until it is dismissed. */
  readonly refused: readonly BoardRefusal[]
  /** Moves that went over what others had done; until it is dismissed. */
  readonly crossed: readonly BoardCrossing[]
  /** The connection is over for good: to sign in, or to reload. */
  readonly ended: ErrorCode | null
}

export interface LiveBoard {
  readonly board: Readable<BoardSnapshot>
  move(move: BoardMove): void
  /** Who else has a card open, or is moving it. */
  readonly held: Readable<HeldBy>
  /** Tells the others what is being done with a card here; null: nothing any more. */
  hold(card: HeldCard | null): void
  /** Calls back with cards that somebody else has changed, once for each time it is told; returns how to stop. */
  onOthers(listen: (cards: readonly BoardCard[]) => void): () => void
  /** Takes away what was told to be refused or crossed. */
  dismiss(): void
  close(): void
}

export interface BoardOptions {
  readonly url: string
  readonly first: WholeBoard
  readonly load: () => Promise<WholeBoard>
  readonly queue: MoveQueue
  readonly socket?: SocketSettings
}

export const openBoard = (options: BoardOptions): LiveBoard => new Board(options)

class Board implements LiveBoard {
  readonly #options: BoardOptions
  readonly #state: BoardState
  readonly #line: Line
  readonly #value: Value<BoardSnapshot>
  readonly #listeners = new Set<(cards: readonly BoardCard[]) => void>()
  readonly #held = new HeldCards()
  #holding: HeldCard | null = null
  #refused: readonly BoardRefusal[] = []
  #crossed: readonly BoardCrossing[] = []
  #ended: ErrorCode | null = null
  /** Which connection it is: what an earlier one was asked is nothing to this. */
  #connection = 0
  #isOnline = false
  #isAsking = false
  #isSending = false
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(options: BoardOptions) {
    this.#options = options
    this.#state = new BoardState(options.first)
    this.#state.wait(options.queue.read())
    this.#value = new Value(this.#snapshot())
    const events = {
      connected: () => {
        this.#connection += 1
        void this.#ask()
      },
      disconnected: () => {
        this.#isOnline = false
        this.#held.reset([])
        this.#show()
      },
      dead: (code: ErrorCode) => {
        this.#isOnline = false
        this.#ended = code
        this.#show()
      },
      received: (message: ServerMessage) => this.#received(message),
    }
    this.#line = new Line(options.url, events, options.socket ?? {})
  }

  get board(): Readable<BoardSnapshot> {
    return this.#value
  }

  get held(): Readable<HeldBy> {
    return this.#held.held
  }

  hold(card: HeldCard | null): void {
    this.#holding = card
    if (this.#isOnline) this.#line.emit('hold', { card })
  }

  move(move: BoardMove): void {
    this.#queue([...this.#state.waiting, move])
    this.#show()
    void this.#send()
  }

  onOthers(listen: (cards: readonly BoardCard[]) => void): () => void {
    this.#listeners.add(listen)
    return () => this.#listeners.delete(listen)
  }

  dismiss(): void {
    this.#refused = []
    this.#crossed = []
    this.#show()
  }

  close(): void {
    clearTimeout(this.#retry)
    this.#line.end(null)
  }

  #received(message: ServerMessage): void {
    if (message.event === 'reboard') void this.#reload()
    if (message.event === 'held') this.#held.take(message.payload)
    if (message.event !== 'cards') return
    // What is asked for at this moment is answered with what this tells, too.
    if (message.payload.since > this.#state.revision) {
      void this.#ask()
      return
    }
    this.#take(message.payload)
  }

  #take(changes: BoardChangesOnWire): void {
    const own = new Set(this.#state.waiting.map(({ cardId }) => cardId))
    this.#crossed = [...this.#crossed, ...this.#crossings(changes.cards)]
    const others = this.#state.take(changes).filter(({ id }) => !own.has(id))
    this.#show()
    if (others.length > 0) for (const listen of this.#listeners) listen(others)
  }

  #crossings(cards: readonly BoardCard[]): BoardCrossing[] {
    const { waiting } = this.#state
    return cards.flatMap(card => {
      const known = this.#state.known(card.id)
      const own = waiting.filter(({ cardId }) => cardId === card.id)
      const move = own.at(-1)
      if (move === undefined || known === undefined || card.revision <= known.revision) return []
      // An own move of which only the answer was lost comes back like this, too.
      const isOwn = card.status === known.status || own.some(({ status }) => status === card.status)
      return isOwn ? [] : [{ move, found: card.status }]
    })
  }

  /** Takes the place at the board, and what was missed. */
  async #ask(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    const connection = this.#connection
    const answer = await this.#line.ask('board', { since: this.#state.revision })
    this.#isAsking = false
    if (connection !== this.#connection) return void this.#ask()
    if (!answer.ok) {
      if (PASSING.has(answer.code)) this.#later(() => this.#ask())
      else this.#line.end(answer.code)
      return
    }
    if (answer.value.reset) {
      await this.#reload()
      return
    }
    this.#isOnline = true
    this.#held.reset(answer.value.held)
    if (this.#holding !== null) this.#line.emit('hold', { card: this.#holding })
    this.#take(answer.value)
    await this.#send()
  }

  async #reload(): Promise<void> {
    try {
      this.#state.reset(await this.#options.load())
      await this.#ask()
    } catch {
      this.#later(() => this.#reload())
    }
  }

  /** Sends what waits, one after the other. */
  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (;;) {
        const [move] = this.#state.waiting
        if (move === undefined || !this.#isOnline) return
        const answer = await this.#line.ask('move', move)
        if (!answer.ok && PASSING.has(answer.code)) {
          if (this.#line.isUp) this.#later(() => this.#send())
          return
        }
        if (answer.ok) this.#state.takeCard(answer.value.card)
        else this.#refused = [...this.#refused, { move, code: answer.code }]
        this.#queue(this.#state.waiting.filter(({ commandId }) => commandId !== move.commandId))
        this.#show()
      }
    } finally {
      this.#isSending = false
    }
  }

  #queue(moves: readonly BoardMove[]): void {
    this.#state.wait(moves)
    this.#options.queue.write(moves)
  }

  #later(work: () => Promise<void>): void {
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void work(), RETRY_MS)
  }

  #snapshot(): BoardSnapshot {
    return {
      cards: this.#state.list(),
      waiting: this.#state.waiting.length,
      isOnline: this.#isOnline,
      refused: this.#refused,
      crossed: this.#crossed,
      ended: this.#ended,
    }
  }

  #show(): void {
    this.#value.set(this.#snapshot())
  }
}

/** What another attempt may not meet again. */
const PASSING = new Set<ErrorCode>(['unavailable', 'rate-limited', 'unexpected'])
const RETRY_MS = 1_000
