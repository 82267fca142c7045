import { type BoardStatus, type MoveFault, moveFault } from '@mufakat/domain'
import type { BoardRights, CardView } from '@mufakat/services'
import { type BoardLayout, spotOf } from './layout'

/** As the wire has it: kept here, since a page must not load the protocol to be read. */
export type Place =
  | { readonly after: string }
  | { readonly before: string }
  | { readonly end: 'first' | 'last' }

export interface Move {
  readonly commandId: string
  readonly cardId: string
  readonly status: CardView['status']
  readonly place: Place
}

/** What somebody would have done with cards: another status, another place, or both. */
export interface Target {
  /** null: the one each has. */
  readonly status: BoardStatus | null
  /** null: where each stands. */
  readonly place: Place | null
}

export type Way = 'up' | 'down' | 'top' | 'bottom' | 'left' | 'right'

/** `lane`: what would have to change for it is changed elsewhere (owner, strategy, rapat). */
export type BoardFault = MoveFault | 'not-own' | 'lane'

export const mayMove = (card: Pick<CardView, 'opdId'>, rights: BoardRights): boolean =>
  rights.movesAll || (rights.movesOwn && card.opdId !== null && rights.ownOpdIds.includes(card.opdId))

/** Why this person's move would be refused (domain, PP4–PP6, PP8); null: it would not. */
export function faultOf(card: CardView, status: BoardStatus | null, rights: BoardRights): BoardFault | null {
  if (!mayMove(card, rights)) return 'not-own'
  const to = status ?? card.status
  return moveFault({ from: card.status, to }, rights.verifies, card.accepted > 0)
}

const without = (cell: readonly CardView[], moving: ReadonlySet<string>): CardView[] =>
  cell.filter(card => !moving.has(card.id))

/** Before a row of a cell, beside what stays there; in an empty one, where it stands among all. */
function placeIn(cell: readonly CardView[], row: number, moving: ReadonlySet<string>): Place | null {
  const before = without(cell.slice(0, row), moving).at(-1)
  if (before !== undefined) return { after: before.id }
  const [after] = without(cell.slice(row), moving)
  return after === undefined ? null : { before: after.id }
}

/** What a drop before a row means; a fault when it lies where the card cannot come by moving. */
export function targetOfDrop(
  layout: BoardLayout,
  moving: readonly string[],
  { lane, column, row }: { lane: number; column: number; row: number },
): Target | BoardFault {
  const to = layout.columns[column]
  for (const id of moving) {
    const spot = spotOf(layout, id)
    if (spot === undefined) continue
    if (spot.lane !== lane || (to?.status == null && spot.column !== column)) return 'lane'
  }
  const cell = layout.lanes[lane]?.cells[column] ?? []
  return { status: to?.status ?? null, place: placeIn(cell, row, new Set(moving)) }
}

/** What a way from where a card stands means; null: there is nothing that way. */
export function targetOfWay(layout: BoardLayout, cardId: string, way: Way): Target | null {
  const spot = spotOf(layout, cardId)
  if (spot === undefined) return null
  const { lane, column, row } = spot
  const cell = layout.lanes[lane]?.cells[column] ?? []
  const moving = new Set([cardId])
  if (way === 'left' || way === 'right') {
    const at = column + (way === 'right' ? 1 : -1)
    const status = layout.columns[at]?.status ?? null
    if (status === null) return null
    return { status, place: placeIn(layout.lanes[lane]?.cells[at] ?? [], row, moving) }
  }
  const last = cell.length - 1
  if ((way === 'up' || way === 'top') && row === 0) return null
  if ((way === 'down' || way === 'bottom') && row === last) return null
  const to = { up: row - 1, down: row + 2, top: 0, bottom: cell.length }[way]
  return { status: null, place: placeIn(cell, to, moving) }
}

/** To the head of a column: where something new is looked for. */
export function targetOfStatus(layout: BoardLayout, cardId: string, status: BoardStatus): Target {
  const spot = spotOf(layout, cardId)
  const column = layout.columns.findIndex(one => one.status === status)
  const cell = spot === undefined ? [] : (layout.lanes[spot.lane]?.cells[column] ?? [])
  return { status, place: placeIn(cell, 0, new Set([cardId])) }
}

/** Which card from the top of its column one is that is put there; null: where it is. */
export function rowAt(layout: BoardLayout, cardId: string, place: Place | null): number | null {
  if (place === null || 'end' in place) return null
  const besideId = 'after' in place ? place.after : place.before
  const [beside, own] = [spotOf(layout, besideId), spotOf(layout, cardId)]
  if (beside === undefined || own === undefined) return null
  const isAbove = own.lane === beside.lane && own.column === beside.column && own.row < beside.row
  return beside.row + ('after' in place ? 2 : 1) - (isAbove ? 1 : 0)
}

/** Moves that bring cards there, one after the other in their order. */
export function movesTo(cards: readonly CardView[], { status, place }: Target, newId: () => string): Move[] {
  return cards.map((card, i) => {
    const previous = cards[i - 1]
    const kept: Place = { after: card.id }
    const there = previous === undefined || place === null ? (place ?? kept) : { after: previous.id }
    return { commandId: newId(), cardId: card.id, status: status ?? card.status, place: there }
  })
}

/**
 * Moves that bring cards back to where they stand among these.
 * @param cards all of the board, in order, as they are before
 */
export function movesBack(
  cards: readonly CardView[],
  moved: ReadonlySet<string>,
  newId: () => string,
): Move[] {
  return cards.flatMap((card, i): Move[] => {
    if (!moved.has(card.id)) return []
    const before = cards[i - 1]
    // Those before it are back already: they come in order.
    const place: Place = before === undefined ? { end: 'first' } : { after: before.id }
    return [{ commandId: newId(), cardId: card.id, status: card.status, place }]
  })
}
