import type { BoardCard, BoardChangesOnWire, BoardMove, BoardPlace } from '@mufakat/protocol'

/**
 * The board as this client knows it: what the server has said, and on top of it what was done here and is not answered.
 *
 * 1. A card replaces an older one of its id, never a newer; what is gone comes back only by a newer one. So the same
 *    may be said twice, and in any order.
 * 2. What waits is shown where it would be put now. It never changes what the server has said.
 */
export class BoardState {
  /** In the order of ranks. */
  readonly #cards: BoardCard[] = []
  readonly #byId = new Map<string, BoardCard>()
  readonly #goneAt = new Map<string, number>()
  #revision = 0
  #waiting: readonly BoardMove[] = []
  #shown: readonly BoardCard[] | null = null

  constructor(first: { readonly revision: number; readonly cards: readonly BoardCard[] }) {
    this.reset(first)
  }

  /** As the server said last, whatever waits for it here. */
  known(cardId: string): BoardCard | undefined {
    return this.#byId.get(cardId)
  }

  /** Everything up to it is known. */
  get revision(): number {
    return this.#revision
  }

  get waiting(): readonly BoardMove[] {
    return this.#waiting
  }

  /** The whole board anew; what waits goes on waiting. */
  reset({ revision, cards }: { readonly revision: number; readonly cards: readonly BoardCard[] }): void {
    this.#cards.length = 0
    this.#byId.clear()
    this.#goneAt.clear()
    for (const card of [...cards].sort(byRank)) {
      this.#cards.push(card)
      this.#byId.set(card.id, card)
    }
    this.#revision = revision
    this.#shown = null
  }

  /**
   * What has changed up to a revision; `since` is none of its affair.
   * @returns the cards that are otherwise than they were known
   */
  take({ revision, cards, gone }: BoardChangesOnWire): BoardCard[] {
    const taken = cards.filter(card => this.takeCard(card))
    for (const id of gone) {
      const known = this.#byId.get(id)
      if (known !== undefined && known.revision > revision) continue
      this.#goneAt.set(id, Math.max(revision, this.#goneAt.get(id) ?? 0))
      if (known !== undefined) this.#drop(known)
    }
    this.#revision = Math.max(this.#revision, revision)
    return taken
  }

  /**
   * One card as it is, of which nothing is said of what lies before it.
   * @returns false when it was known already
   */
  takeCard(card: BoardCard): boolean {
    const known = this.#byId.get(card.id)
    if (card.revision <= Math.max(known?.revision ?? -1, this.#goneAt.get(card.id) ?? -1)) return false
    if (known !== undefined) this.#drop(known)
    this.#goneAt.delete(card.id)
    this.#cards.splice(this.#placeOf(card.rank), 0, card)
    this.#byId.set(card.id, card)
    this.#shown = null
    return true
  }

  wait(moves: readonly BoardMove[]): void {
    this.#waiting = moves
    this.#shown = null
  }

  /** Every card in order, those that wait where they will be; the same array until something changes. */
  list(): readonly BoardCard[] {
    this.#shown ??= this.#waiting.length === 0 ? [...this.#cards] : this.#withWaiting()
    return this.#shown
  }

  #withWaiting(): BoardCard[] {
    const shown = [...this.#cards]
    /** As they are shown; found by what they are and not by their id, since a thousand moves may wait on 10,000 cards. */
    const moved = new Map<string, BoardCard>()
    const indexOf = (id: string): number => {
      const card = moved.get(id) ?? this.#byId.get(id)
      return card === undefined ? -1 : shown.indexOf(card)
    }
    for (const { cardId, status, place } of this.#waiting) {
      const from = indexOf(cardId)
      const card = shown[from]
      if (card === undefined) continue
      const here = { ...card, status }
      if (isBesideItself(place, cardId)) shown[from] = here
      else {
        shown.splice(from, 1)
        shown.splice(placeAmong(shown.length, place, indexOf), 0, here)
      }
      moved.set(cardId, here)
    }
    return shown
  }

  #drop(card: BoardCard): void {
    const at = this.#placeOf(card.rank)
    // While ranks are given anew two cards may for a moment have one.
    const index = this.#cards[at]?.id === card.id ? at : this.#cards.findIndex(one => one.id === card.id)
    this.#cards.splice(index, 1)
    this.#byId.delete(card.id)
    this.#shown = null
  }

  /** The first place whose card does not rank before. */
  #placeOf(rank: string): number {
    let [low, high] = [0, this.#cards.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#cards[middle]?.rank ?? '') < rank) low = middle + 1
      else high = middle
    }
    return low
  }
}

const byRank = (one: BoardCard, other: BoardCard): number =>
  one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0

const isBesideItself = (place: BoardPlace, cardId: string): boolean =>
  ('after' in place && place.after === cardId) || ('before' in place && place.before === cardId)

/** Where something is put among so many; at the end, when what it should stand beside is not there. */
function placeAmong(count: number, place: BoardPlace, indexOf: (id: string) => number): number {
  if ('end' in place) return place.end === 'first' ? 0 : count
  const at = indexOf('after' in place ? place.after : place.before)
  if (at === -1) return count
  return 'after' in place ? at + 1 : at
}
