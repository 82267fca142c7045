import {
  type BoardColumn,
  type BoardLane,
  type BoardLayout,
  CARD_HEIGHT,
  COLUMN_STEP,
  COLUMN_WIDTH,
  heightOf,
  rowsBetween,
  spotOf,
} from './layout'
import type { Span } from './use-window'

/** A lane of which something is drawn, and the rows of each of its columns that are. */
export interface DrawnLane {
  readonly at: number
  readonly lane: BoardLane
  readonly rows: readonly (readonly number[])[]
}

/** Of a board what lies within a span, and the card with the focus wherever it stands. A cell may have thousands. */
export function drawnOf(layout: BoardLayout, span: Span, active: string | null): DrawnLane[] {
  const reached = active === null ? undefined : spotOf(layout, active)
  const isBeside = ({ status }: BoardColumn, at: number): boolean => {
    const left = at * COLUMN_STEP
    return status === null && (left >= span.right || left + COLUMN_WIDTH <= span.left)
  }
  return layout.lanes.flatMap((lane, at) => {
    const isSeen = lane.top < span.to && lane.top + lane.height > span.from
    if (!isSeen && reached?.lane !== at) return []
    const [first, end] = rowsBetween(lane, layout.hasLanes, span.from, span.to)
    const rows = layout.columns.map((column, columnAt) =>
      rowsOf(
        lane.cells[columnAt]?.length ?? 0,
        isBeside(column, columnAt) ? [0, 0] : [first, end],
        reached?.lane === at && reached.column === columnAt ? reached.row : null,
      ),
    )
    return [{ at, lane, rows }]
  })
}

function rowsOf(count: number, [first, end]: readonly [number, number], reached: number | null): number[] {
  const last = Math.min(end, count)
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
  if (reached === null || (reached >= first && reached < last)) return rows
  return reached < first ? [reached, ...rows] : [...rows, reached]
}

/** Ids of what is drawn: the one with the focus first, then those nearest to where the eye is. */
export function nearestFirst(
  layout: BoardLayout,
  drawn: readonly DrawnLane[],
  { from, to }: Span,
  active: string | null,
): string[] {
  const far = (lane: number, column: number, row: number): number =>
    Math.abs(heightOf(layout, { lane, column, row }) + CARD_HEIGHT / 2 - (from + to) / 2)
  return drawn
    .flatMap(({ at, lane, rows }) =>
      rows.flatMap((shown, column) =>
        shown.flatMap(row => {
          const id = lane.cells[column]?.[row]?.id
          return id === undefined ? [] : [{ id, far: id === active ? -1 : far(at, column, row) }]
        }),
      ),
    )
    .sort((one, other) => one.far - other.far)
    .map(({ id }) => id)
}
