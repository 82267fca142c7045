import type { CardRow } from '@mufakat/db'
import { randomId } from '@mufakat/kernel'
import type { HeldCard, Holding } from '@mufakat/protocol'
import type { Visit } from './permits'
import type { BoardPort } from './ports'

/**
 * Who has which card open, or is moving it, at this node.
 *
 * 1. It stands for as long as the line does, and nothing of it is kept.
 * 2. A card is told of by who may read it, and to who may: asked of the store when somebody takes it up, and of all who
 *    hold it when it has changed.
 * 3. What was asked for last counts, in whatever order the store answers.
 * 4. Who looks as somebody else is not seen, as in a document.
 */
export class Holders {
  readonly #port: BoardPort
  /** Whom to tell of a card besides those who hold it; null for who has no board open. */
  readonly #audience: () => Iterable<Hearer>
  readonly #all = new Map<string, Holder>()

  constructor(port: BoardPort, audience: () => Iterable<Hearer>) {
    this.#port = port
    this.#audience = audience
  }

  /** @throws AppError as asking for the card does; then nothing is held */
  async hold(visit: Visit, send: Hearer['send'], card: HeldCard | null): Promise<void> {
    if (visit.visitor.viewerId !== null) return
    const { socketId } = visit
    const before = this.#all.get(socketId)
    const holder: Holder = { visit, send, key: before?.key ?? randomId(), card, row: null }
    this.#all.set(socketId, holder)
    if (card === null) {
      this.leave(socketId)
      return
    }
    try {
      const row = await this.#port.card(visit, card.id)
      if (this.#all.get(socketId) !== holder) return
      holder.row = row
    } catch (error) {
      if (this.#all.get(socketId) === holder) this.leave(socketId)
      throw error
    }
    this.#tell(holder)
    for (const other of this.#all.values())
      if (other !== holder && other.row?.id === holder.row.id) send(holdingOf(other))
  }

  leave(socketId: string): void {
    const holder = this.#all.get(socketId)
    if (holder === undefined) return
    this.#all.delete(socketId)
    for (const hearer of this.#hearers(socketId)) hearer.send({ key: holder.key, who: null, card: null })
  }

  /** All that this one may be told, who has just opened the board. */
  toldTo({ socketId, reads }: Pick<Hearer, 'socketId' | 'reads'>): Holding[] {
    return [...this.#all.values()]
      .filter(({ visit, row }) => visit.socketId !== socketId && row !== null && reads(row))
      .map(holdingOf)
  }

  /** These cards have changed: who may read them may have, too. */
  async changed(rows: readonly CardRow[]): Promise<void> {
    const ids = new Set(rows.map(({ id }) => id))
    const concerned = [...this.#all.values()].filter(({ row }) => row !== null && ids.has(row.id))
    await Promise.all(
      concerned.map(({ visit, send, card }) => this.hold(visit, send, card).catch(() => undefined)),
    )
  }

  #tell(holder: Holder): void {
    const { visit, row } = holder
    for (const hearer of this.#hearers(visit.socketId)) {
      const isTold = row !== null && hearer.reads(row)
      hearer.send(isTold ? holdingOf(holder) : { key: holder.key, who: null, card: null })
    }
  }

  /** Everybody else: who has the board open, and who has some card open without it. */
  *#hearers(socketId: string): Iterable<Hearer> {
    const seated = new Set([socketId])
    for (const hearer of this.#audience()) {
      if (seated.has(hearer.socketId)) continue
      seated.add(hearer.socketId)
      yield hearer
    }
    for (const { visit, send, row } of this.#all.values())
      if (!seated.has(visit.socketId))
        yield { socketId: visit.socketId, send, reads: one => one.id === row?.id }
  }
}

/** Somebody who may be told, and of which cards. */
export interface Hearer {
  readonly socketId: string
  readonly send: (holding: Holding) => void
  readonly reads: (row: CardRow) => boolean
}

interface Holder {
  readonly visit: Visit
  readonly send: Hearer['send']
  readonly key: string
  readonly card: HeldCard | null
  /** As it was when it was asked for; null: not answered yet. */
  row: CardRow | null
}

const holdingOf = ({ visit, key, card }: Holder): Holding => {
  const { personId, name, opd } = visit.visitor
  return { key, who: { personId, name, opd }, card }
}
