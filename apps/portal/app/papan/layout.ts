import { BOARD_STATUSES, type BoardStatus, STRATEGIES } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import type { BoardLook } from './view'

// Every card is equally high, so where each stands is reckoned, and only what is to be seen is drawn.

export const CARD_HEIGHT = 192
/** From the top of one card to that of the next. */
export const STEP = CARD_HEIGHT + 8
export const LANE_HEAD = 44
/** Below the cards of a lane, so that something can be put there. */
const LANE_FOOT = 16

export interface BoardColumn {
  readonly key: string
  readonly status: BoardStatus | null
  readonly opdId: string | null
}

export interface BoardLane {
  /** An id or a code; `null`: what has none. */
  readonly key: string | null
  readonly top: number
  readonly height: number
  /** Of each column, in order. */
  readonly cells: readonly (readonly CardView[])[]
}

/** Where a card stands. */
export interface Spot {
  readonly lane: number
  readonly column: number
  readonly row: number
}

export interface BoardLayout {
  readonly columns: readonly BoardColumn[]
  readonly lanes: readonly BoardLane[]
  readonly hasLanes: boolean
  readonly height: number
  readonly spots: ReadonlyMap<string, Spot>
}

type Order = readonly string[]

function laneKeyOf(card: CardView, { lanes }: Pick<BoardLook, 'lanes'>): string | null {
  if (lanes === 'opd') return card.opdId
  if (lanes === 'strategi') return card.strategy
  return lanes === 'rapat' ? (card.from?.rapatId ?? null) : null
}

/** Keys that occur, as they are ordered where they come from; those without one at the end. */
function inOrder(keys: ReadonlySet<string | null>, order: Order): (string | null)[] {
  const at = new Map(order.map((key, i) => [key, i]))
  const placeOf = (key: string | null): number =>
    key === null ? order.length + 1 : (at.get(key) ?? order.length)
  return [...keys].sort((one, other) => placeOf(one) - placeOf(other))
}

function columnsOf(cards: readonly CardView[], look: Pick<BoardLook, 'columns'>, opd: Order): BoardColumn[] {
  if (look.columns === 'status') return BOARD_STATUSES.map(status => ({ key: status, status, opdId: null }))
  return inOrder(new Set(cards.map(card => card.opdId)), opd).map(opdId => ({
    key: opdId ?? '',
    status: null,
    opdId,
  }))
}

const columnKeyOf = (card: CardView, { columns }: Pick<BoardLook, 'columns'>): string =>
  columns === 'status' ? card.status : (card.opdId ?? '')

/**
 * Puts cards, which are in the order of the board, into columns and lanes.
 * @param order of the OPD and rapat that there are
 */
export function layOut(
  cards: readonly CardView[],
  look: Pick<BoardLook, 'columns' | 'lanes'>,
  order: { readonly opd: Order; readonly rapat: Order },
): BoardLayout {
  const columns = columnsOf(cards, look, order.opd)
  const columnAt = new Map(columns.map(({ key }, i) => [key, i]))
  const hasLanes = look.lanes !== 'tanpa'
  const laneOrder = look.lanes === 'opd' ? order.opd : look.lanes === 'rapat' ? order.rapat : STRATEGIES
  const laneKeys = hasLanes ? inOrder(new Set(cards.map(card => laneKeyOf(card, look))), laneOrder) : [null]
  const laneAt = new Map(laneKeys.map((key, i) => [key, i]))
  const cells: CardView[][][] = laneKeys.map(() => columns.map(() => []))
  const spots = new Map<string, Spot>()
  for (const card of cards) {
    const lane = laneAt.get(laneKeyOf(card, look))
    const column = columnAt.get(columnKeyOf(card, look))
    if (lane === undefined || column === undefined) continue
    const cell = cells[lane]?.[column]
    if (cell === undefined) continue
    spots.set(card.id, { lane, column, row: cell.length })
    cell.push(card)
  }
  let top = 0
  const lanes = cells.map((row, i): BoardLane => {
    const rows = Math.max(1, ...row.map(cell => cell.length))
    const lane = {
      key: laneKeys[i] ?? null,
      top,
      height: (hasLanes ? LANE_HEAD : 0) + rows * STEP + LANE_FOOT,
      cells: row,
    }
    top += lane.height
    return lane
  })
  return { columns, lanes, hasLanes, height: top, spots }
}

/** Rows of a lane that lie between two heights of the board. */
export function rowsBetween(
  { top }: BoardLane,
  hasLanes: boolean,
  from: number,
  to: number,
): readonly [first: number, end: number] {
  const start = top + (hasLanes ? LANE_HEAD : 0)
  return [Math.max(0, Math.floor((from - start) / STEP)), Math.max(0, Math.ceil((to - start) / STEP))]
}

/** From the top of the board to that of a card. */
export const heightOf = ({ lanes, hasLanes }: BoardLayout, { lane, row }: Spot): number =>
  (lanes[lane]?.top ?? 0) + (hasLanes ? LANE_HEAD : 0) + row * STEP

/** Before which row of which lane something is dropped at a height of the board. */
export function dropAt(
  { lanes, hasLanes }: BoardLayout,
  column: number,
  height: number,
): { readonly lane: number; readonly row: number } {
  const found = lanes.findIndex(lane => height < lane.top + lane.height)
  const lane = found === -1 ? lanes.length - 1 : found
  const inLane = height - (lanes[lane]?.top ?? 0) - (hasLanes ? LANE_HEAD : 0)
  const most = lanes[lane]?.cells[column]?.length ?? 0
  return { lane, row: Math.min(most, Math.max(0, Math.round(inLane / STEP))) }
}
