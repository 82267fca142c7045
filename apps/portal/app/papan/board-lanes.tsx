import type { HeldBy } from '@mufakat/live'
import { useAllWords } from '~/frame/words'
import { useNames } from './board-names'
import { CardItem } from './card-item'
import { COLUMN } from './column-head'
import {
  type BoardColumn,
  type BoardLane,
  type BoardLayout,
  COLUMN_STEP,
  COLUMN_WIDTH,
  LANE_HEAD,
  rowsBetween,
  STEP,
  spotOf,
} from './layout'
import type { Span } from './use-window'
import type { BoardLook } from './view'

/** Of a column that is one of many. */
const NARROW = 'relative w-70 flex-none'

export const columnClass = (column: BoardColumn): string => (column.status === null ? NARROW : COLUMN)

/** What columns and lanes are called. */
export function useNamesOfParts(look: BoardLook) {
  const words = useAllWords()
  const { opdById, rapatById } = useNames()
  const opdName = (id: string | null) => (id && opdById.get(id)?.shortName) || words.t('papan.no-owner')
  return {
    columnName: ({ status, opdId }: BoardColumn) =>
      status ? words.t(`status.tl.${status}`) : opdName(opdId),
    laneName: ({ key }: BoardLane): string => {
      if (look.lanes === 'opd') return opdName(key)
      if (key === null) return words.t('papan.lane.none')
      if (look.lanes === 'strategi') return words.lookup(`strategy.${key}`, key)
      const rapat = rapatById.get(key)
      if (rapat === undefined) return words.t('papan.lane.none')
      return rapat.date ? `${rapat.title}, ${words.date(rapat.date, 'short')}` : rapat.title
    },
  }
}

/** Rows of a cell that are drawn: those to be seen, and the one that has the focus. A cell may have thousands. */
function rowsOf(cell: readonly unknown[], [first, end]: readonly [number, number], reached: number | null) {
  const last = Math.min(end, cell.length)
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
  if (reached === null || (reached >= first && reached < last)) return rows
  return reached < first ? [reached, ...rows] : [...rows, reached]
}

interface BoardLanesProps {
  layout: BoardLayout
  look: BoardLook
  span: Span
  active: string | null
  selected: ReadonlySet<string>
  isDraggable: boolean
  held: HeldBy
}

/** The cards that are to be seen, each at its place; the one with the focus is always there. */
export function BoardLanes({ layout, look, span, active, selected, isDraggable, held }: BoardLanesProps) {
  const words = useAllWords()
  const { columnName, laneName } = useNamesOfParts(look)
  const reached = active === null ? undefined : spotOf(layout, active)
  return layout.lanes.map((lane, laneAt) => {
    const isSeen = lane.top < span.to && lane.top + lane.height > span.from
    if (!isSeen && reached?.lane !== laneAt) return null
    const [first, end] = rowsBetween(lane, layout.hasLanes, span.from, span.to)
    const name = layout.hasLanes ? laneName(lane) : null
    const here = reached?.lane === laneAt ? reached : null
    return (
      <section
        key={lane.key ?? ''}
        aria-label={name ?? undefined}
        className="absolute inset-x-0"
        style={{ top: lane.top, height: lane.height }}
      >
        {name !== null && (
          <h3
            className="sticky left-0 flex w-fit max-w-[80vw] items-center truncate px-3 text-sm"
            style={{ height: LANE_HEAD }}
          >
            {name}
          </h3>
        )}
        <div className="flex h-full gap-2 px-1">
          {layout.columns.map((column, columnAt) => {
            const cell = lane.cells[columnAt] ?? []
            const left = columnAt * COLUMN_STEP
            const isBeside =
              column.status === null && (left >= span.right || left + COLUMN_WIDTH <= span.left)
            const facts = { column: columnName(column), n: cell.length }
            return (
              <ul
                key={column.key}
                className={columnClass(column)}
                aria-label={
                  name === null
                    ? words.t('papan.column', facts)
                    : words.t('papan.column.lane', { ...facts, lane: name })
                }
              >
                {rowsOf(
                  cell,
                  isBeside ? [0, 0] : [first, end],
                  here?.column === columnAt ? here.row : null,
                ).map(row => {
                  const card = cell[row]
                  return (
                    card && (
                      <CardItem
                        key={card.id}
                        card={card}
                        top={row * STEP}
                        position={row + 1}
                        count={cell.length}
                        withStatus={column.status === null}
                        isReached={card.id === active}
                        isSelected={selected.has(card.id)}
                        isDraggable={isDraggable}
                        holders={held.get(card.id)}
                      />
                    )
                  )
                })}
              </ul>
            )
          })}
        </div>
      </section>
    )
  })
}
