import { BOARD_STATUSES, type BoardStatus, STRATEGIES } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import type { BoardLook } from './view'

// Every card is equally high, so where each stands is reckoned, and only what is to be seen is drawn.

export const CARD_HEIGHT = 192
/** From the top of one card to that of the next. */
export const STEP = CARD_HEIGHT + 8
export const LANE_HEAD = 44
/** Of a column that is one of many, and from the left of one to that of the next. */
export const COLUMN_WIDTH = 280
export const COLUMN_STEP = COLUMN_WIDTH + 8
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

const columnKeyOf = (card: CardView, { columns }: Pick<BoardLook, 'columns'>): string =>
  columns === 'status' ? card.status : (card.opdId ?? '')

const columnsOf = (keys: ReadonlySet<string>, look: Pick<BoardLook, 'columns'>, opd: Order): BoardColumn[] =>
  look.columns === 'status'
    ? BOARD_STATUSES.map(status => ({ key: status, status, opdId: null }))
    : inOrder(new Set([...keys].map(key => key || null)), opd).map(opdId => ({
        key: opdId ?? '',
        status: null,
        opdId,
      }))

const NOTHING: readonly CardView[] = []

/**
 * Puts cards, which are in the order of the board, into columns and lanes. Done anew for each change, and so in one walk
 * over all of them that keeps nothing for each: 10,000 must take a moment.
 * @param order of the OPD and rapat that there are
 */
export function layOut(
  cards: readonly CardView[],
  look: Pick<BoardLook, 'columns' | 'lanes'>,
  order: { readonly opd: Order; readonly rapat: Order },
): BoardLayout {
  const hasLanes = look.lanes !== 'tanpa'
  const found = new Map<string | null, Map<string, CardView[]>>()
  const columnKeys = new Set<string>()
  for (const card of cards) {
    const [laneKey, columnKey] = [laneKeyOf(card, look), columnKeyOf(card, look)]
    let lane = found.get(laneKey)
    if (lane === undefined) {
      lane = new Map()
      found.set(laneKey, lane)
    }
    const cell = lane.get(columnKey)
    if (cell !== undefined) cell.push(card)
    else {
      lane.set(columnKey, [card])
      columnKeys.add(columnKey)
    }
  }
  const columns = columnsOf(columnKeys, look, order.opd)
  const laneOrder = look.lanes === 'opd' ? order.opd : look.lanes === 'rapat' ? order.rapat : STRATEGIES
  const laneKeys = hasLanes ? inOrder(new Set(found.keys()), laneOrder) : [null]
  let top = 0
  const lanes = laneKeys.map((key): BoardLane => {
    const cells = columns.map(column => found.get(key)?.get(column.key) ?? NOTHING)
    const rows = Math.max(1, ...cells.map(cell => cell.length))
    const height = (hasLanes ? LANE_HEAD : 0) + rows * STEP + LANE_FOOT
    const lane = { key, top, height, cells }
    top += height
    return lane
  })
  return { columns, lanes, hasLanes, height: top }
}

/** Where a card stands: looked for when it is asked, which is seldom. */
export function spotOf({ lanes }: Pick<BoardLayout, 'lanes'>, cardId: string): Spot | undefined {
  for (const [lane, { cells }] of lanes.entries())
    for (const [column, cell] of cells.entries()) {
      const row = cell.findIndex(({ id }) => id === cardId)
      if (row !== -1) return { lane, column, row }
    }
  return undefined
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
