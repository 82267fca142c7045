import type { CardAct, Holding } from '@mufakat/protocol'
import { type Readable, Value } from '../readable'

/** Somebody else who has a card open, or is moving it. */
export interface CardHolder {
  readonly personId: string
  readonly name: string
  readonly opd: string | null
  readonly act: CardAct
}

/** Card → who holds it. */
export type HeldBy = ReadonlyMap<string, readonly CardHolder[]>

const NOBODY: HeldBy = new Map()

/** Who holds which card, as the server tells for as long as the line stands. */
export class HeldCards {
  readonly #byKey = new Map<string, Holding>()
  readonly #value = new Value<HeldBy>(NOBODY)

  get held(): Readable<HeldBy> {
    return this.#value
  }

  take(holding: Holding): void {
    if (holding.card === null && !this.#byKey.has(holding.key)) return
    if (holding.card === null) this.#byKey.delete(holding.key)
    else this.#byKey.set(holding.key, holding)
    this.#show()
  }

  /** All that there are; none while the line is down. */
  reset(all: readonly Holding[]): void {
    if (this.#byKey.size === 0 && all.length === 0) return
    this.#byKey.clear()
    for (const holding of all) this.#byKey.set(holding.key, holding)
    this.#show()
  }

  #show(): void {
    const held = new Map<string, CardHolder[]>()
    for (const { who, card } of this.#byKey.values()) {
      if (who === null || card === null) continue
      const holders = held.get(card.id) ?? []
      const known = holders.findIndex(({ personId }) => personId === who.personId)
      // With two pages somebody is here once, and moving says more than having open.
      if (known === -1) holders.push({ ...who, act: card.act })
      else if (card.act === 'move') holders[known] = { ...who, act: 'move' }
      held.set(card.id, holders)
    }
    this.#value.set(held)
  }
}
