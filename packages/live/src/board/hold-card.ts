import { Line, type SocketSettings } from '../line'
import type { Readable } from '../readable'
import { type HeldBy, HeldCards } from './held-cards'

/** A page that shows one card. */
export interface OpenCard {
  /** Who else has it open. */
  readonly held: Readable<HeldBy>
  close(): void
}

/** Tells others that this card is open here, and hears who else has it open. */
export function holdCard(options: { url: string; cardId: string; socket?: SocketSettings }): OpenCard {
  const cards = new HeldCards()
  const events = {
    connected: () => void line.emit('hold', { card: { id: options.cardId, act: 'open' } }),
    disconnected: () => cards.reset([]),
    dead: () => cards.reset([]),
    received: (message: Parameters<ConstructorParameters<typeof Line>[1]['received']>[0]) => {
      if (message.event === 'held') cards.take(message.payload)
    },
  }
  const line = new Line(options.url, events, options.socket ?? {})
  return { held: cards.held, close: () => line.end(null) }
}
