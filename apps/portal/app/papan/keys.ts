import { type BoardLayout, type Spot, spotOf } from './layout'

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'
const ARROWS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']
export const isArrow = (key: string): key is Arrow => ARROWS.includes(key)

const cellAt = ({ lanes }: BoardLayout, { lane, column }: Omit<Spot, 'row'>) =>
  lanes[lane]?.cells[column] ?? []

/** The first card of the board, where the focus begins. */
export function firstCard(layout: BoardLayout): string | null {
  for (const lane of layout.lanes) for (const cell of lane.cells) if (cell[0] !== undefined) return cell[0].id
  return null
}

/** The next cell with cards in a direction: over empty ones, as far as there are any. */
function beside(layout: BoardLayout, { lane, column, row }: Spot, step: 1 | -1): string | null {
  for (let at = column + step; at >= 0 && at < layout.columns.length; at += step) {
    const cell = cellAt(layout, { lane, column: at })
    const card = cell[Math.min(row, cell.length - 1)]
    if (card !== undefined) return card.id
  }
  return null
}

/** Up from the first card of a cell, or down from its last: the same column of the next lane that has cards in it. */
function throughLanes(layout: BoardLayout, { lane, column }: Spot, step: 1 | -1): string | null {
  for (let at = lane + step; at >= 0 && at < layout.lanes.length; at += step) {
    const card = cellAt(layout, { lane: at, column }).at(step === 1 ? 0 : -1)
    if (card !== undefined) return card.id
  }
  return null
}

/** Where an arrow leads from a card; null: nowhere. */
export function stepFrom(layout: BoardLayout, cardId: string, key: Arrow): string | null {
  const spot = spotOf(layout, cardId)
  if (spot === undefined) return firstCard(layout)
  const cell = cellAt(layout, spot)
  if (key === 'ArrowLeft') return beside(layout, spot, -1)
  if (key === 'ArrowRight') return beside(layout, spot, 1)
  if (key === 'Home') return cell[0]?.id ?? null
  if (key === 'End') return cell.at(-1)?.id ?? null
  const step = key === 'ArrowDown' ? 1 : -1
  return cell[spot.row + step]?.id ?? throughLanes(layout, spot, step)
}

/** All cards of a column from one to another, both with; the second alone when they stand in different cells. */
export function stretch(layout: BoardLayout, from: string, to: string): string[] {
  const [one, other] = [spotOf(layout, from), spotOf(layout, to)]
  if (!one || !other || one.lane !== other.lane || one.column !== other.column) return [to]
  const [first, last] = [Math.min(one.row, other.row), Math.max(one.row, other.row)]
  return cellAt(layout, one)
    .slice(first, last + 1)
    .map(card => card.id)
}
