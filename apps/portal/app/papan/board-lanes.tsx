import type { HeldBy } from '@mufakat/live'
import { memo, type RefObject } from 'react'
import { useAllWords } from '~/frame/words'
import { useNames } from './board-names'
import { CardItem } from './card-item'
import { COLUMN } from './column-head'
import { drawnOf, nearestFirst } from './drawn'
import { type BoardColumn, type BoardLane, type BoardLayout, LANE_HEAD, STEP } from './layout'
import { useFaces } from './use-faces'
import { useWindow } from './use-window'
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

interface BoardLanesProps {
  box: RefObject<HTMLElement>
  layout: BoardLayout
  look: BoardLook
  active: string | null
  selected: ReadonlySet<string>
  isDraggable: boolean
  held: HeldBy
}

/**
 * The cards that are to be seen, each at its place; the one with the focus is always there. Scrolling draws this anew and
 * nothing else of the board.
 */
export const BoardLanes = memo(function BoardLanes(props: BoardLanesProps) {
  const { layout, look, active, selected, isDraggable, held } = props
  const words = useAllWords()
  const { columnName, laneName } = useNamesOfParts(look)
  const span = useWindow(props.box)
  const drawn = drawnOf(layout, span, active)
  const faces = useFaces(nearestFirst(layout, drawn, span, active))
  return drawn.map(({ lane, rows }) => {
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
                {rows[columnAt]?.map(row => {
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
                        hasFace={faces.has(card.id)}
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
})
