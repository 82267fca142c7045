import { Line, type ServerMessage, type SocketSettings } from '../line'
import { type CardHolder, HeldCards } from './held-cards'

/**
 * Listens to the board on behalf of a page that shows one card: what was missed while the line was away is asked for.
 *
 * 1. Everything up to the revision is known. What begins later is asked for.
 * 2. Told is only that the card is otherwise: the page reads it anew.
 * 3. While the line stands, others are told that the card is open here, and here who else has it open.
 */
class CardWatch {
  readonly #cardId: string
  readonly #changed: () => void
  readonly #line: Line
  readonly #held = new HeldCards()
  readonly #stop: () => void
  #revision: number
  #isAsking = false
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor({ url, cardId, since, changed, holders, socket }: WatchOptions) {
    this.#cardId = cardId
    this.#changed = changed
    this.#revision = since
    const events = {
      connected: () => {
        this.#line.emit('hold', { card: { id: cardId, act: 'open' } })
        void this.#ask()
      },
      disconnected: () => this.#held.reset([]),
      dead: () => this.#held.reset([]),
      received: (message: ServerMessage) => this.#received(message),
    }
    this.#stop = this.#held.held.subscribe(() => holders(this.#held.held.get().get(cardId) ?? NOBODY))
    this.#line = new Line(url, events, socket ?? {})
  }

  close(): void {
    clearTimeout(this.#retry)
    this.#stop()
    this.#line.end(null)
  }

  #received(message: ServerMessage): void {
    if (message.event === 'reboard') {
      this.#changed()
      void this.#ask()
    }
    if (message.event === 'held') this.#held.take(message.payload)
    if (message.event !== 'cards') return
    if (message.payload.since > this.#revision) void this.#ask()
    else this.#take(message.payload)
  }

  #take(told: { revision: number; cards: readonly { id: string }[]; gone: readonly string[] }): void {
    this.#revision = Math.max(this.#revision, told.revision)
    if (told.cards.some(({ id }) => id === this.#cardId) || told.gone.includes(this.#cardId)) this.#changed()
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    const answer = await this.#line.ask('board', { since: this.#revision })
    this.#isAsking = false
    if (answer.ok) {
      this.#held.reset(answer.value.held)
      if (answer.value.reset) this.#changed()
      this.#take(answer.value)
      return
    }
    clearTimeout(this.#retry)
    if (this.#line.isUp && answer.code === 'unavailable')
      this.#retry = setTimeout(() => void this.#ask(), RETRY_MS)
  }
}

export interface WatchOptions {
  readonly url: string
  readonly cardId: string
  /** Revision of the board that the page was made of. */
  readonly since: number
  readonly changed: () => void
  /** Who else has the card open, or is moving it. */
  readonly holders: (holders: readonly CardHolder[]) => void
  readonly socket?: SocketSettings
}

/** @returns how to stop */
export function watchCard(options: WatchOptions): () => void {
  const watch = new CardWatch(options)
  return () => watch.close()
}

const NOBODY: readonly CardHolder[] = []
const RETRY_MS = 1_000
