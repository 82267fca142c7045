import { useAllWords } from '~/frame/words'
import { useNames } from './board-names'
import { CardItem } from './card-item'
import { COLUMN } from './column-head'
import { type BoardColumn, type BoardLane, type BoardLayout, LANE_HEAD, rowsBetween, STEP } from './layout'
import type { Span } from './use-window'
import type { BoardLook } from './view'

/** Of a column that is one of many. */
const NARROW = 'relative w-70 flex-none'
const NARROW_PX = 280

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

interface BoardLanesProps {
  layout: BoardLayout
  look: BoardLook
  span: Span
  active: string | null
  selected: ReadonlySet<string>
}

/** The cards that are to be seen, each at its place; the one with the focus is always there. */
export function BoardLanes({ layout, look, span, active, selected }: BoardLanesProps) {
  const words = useAllWords()
  const { columnName, laneName } = useNamesOfParts(look)
  const reached = active === null ? undefined : layout.spots.get(active)
  return layout.lanes.map((lane, laneAt) => {
    const isSeen = lane.top < span.to && lane.top + lane.height > span.from
    if (!isSeen && reached?.lane !== laneAt) return null
    const [first, end] = rowsBetween(lane, layout.hasLanes, span.from, span.to)
    const name = layout.hasLanes ? laneName(lane) : null
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
            const left = columnAt * (NARROW_PX + 8)
            const isBeside = column.status === null && (left > span.right || left + NARROW_PX < span.left)
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
                {cell.map((card, row) => {
                  const isActive = card.id === active
                  if (!isActive && (isBeside || row < first || row >= end)) return null
                  return (
                    <CardItem
                      key={card.id}
                      card={card}
                      top={row * STEP}
                      position={row + 1}
                      count={cell.length}
                      withStatus={column.status === null}
                      isReached={isActive}
                      isSelected={selected.has(card.id)}
                    />
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
