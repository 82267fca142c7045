import type { LiveBoard } from '@mufakat/live'
import { Button, classes } from '@mufakat/ui'
import { Keyboard } from 'lucide-react'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useAllWords } from '~/frame/words'
import { BoardLanes, columnClass, useNamesOfParts } from './board-lanes'
import { useNames } from './board-names'
import { Conflicts, Connection } from './board-state'
import { ColumnHead } from './column-head'
import { BOARD_BOX } from './first-board'
import { firstCard } from './keys'
import { layOut, spotOf } from './layout'
import type { LiveDeskProps } from './live-props'
import { MoveMenu } from './move-menu'
import { targetOfDrop, targetOfStatus, targetOfWay } from './moves'
import { PaperBoard } from './paper-board'
import { QuickAdd } from './quick-add'
import { Shortcuts } from './shortcuts'
import { useBoardKeys } from './use-board-keys'
import { useDrop } from './use-drop'
import { useHelpKey } from './use-help-key'
import { useLiveBoard } from './use-live-board'
import { useMoves } from './use-moves'
import { useNewNames } from './use-new-names'
import { useOthers } from './use-others'
import { useShownCards } from './use-shown-cards'
import { lookedFor } from './view'

export function LiveDesk({ look, personId, commandId, isShown, onCome }: LiveDeskProps) {
  const live = useLiveBoard(personId)
  useEffect(() => {
    onCome(live !== null)
    return () => onCome(false)
  }, [live, onCome])
  return live !== null && isShown && <Desk {...{ live, look, commandId }} />
}

function Desk({ live, look, commandId }: Pick<LiveDeskProps, 'look' | 'commandId'> & { live: LiveBoard }) {
  const words = useAllWords()
  const names = useNames()
  const { rights, reader } = names
  const board = useSyncExternalStore(live.board.subscribe, live.board.get, live.board.get)
  const order = useMemo(
    () => ({ opd: names.opd.map(({ id }) => id), rapat: [...names.rapatById.keys()] }),
    [names],
  )
  const held = useSyncExternalStore(live.held.subscribe, live.held.get, live.held.get)
  const { shown, atOnce } = useShownCards(board.cards)
  const layout = useMemo(
    () => layOut(lookedFor(shown, look.filter, reader), look, order),
    [shown, look, reader, order],
  )
  const box = useRef<HTMLElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const [asked, setActive] = useState<string | null>(null)
  const active = asked !== null && spotOf(layout, asked) !== undefined ? asked : firstCard(layout)
  const [isDraggable] = useState(() => window.matchMedia('(pointer: fine)').matches)
  const [menuOf, setMenuOf] = useState<string | null>(null)
  const { move, undo } = useMoves(live, layout)
  const [isHelping, setHelping] = useHelpKey()
  const heard = useOthers(live)
  useNewNames(live)

  // Drawn elsewhere, a card is another element: the focus goes there as soon as it stands.
  const wanted = useRef<string | null>(null)
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const focus = useCallback((cardId: string) => {
    wanted.current = cardId
    setActive(cardId)
    // Also when it is the same card: a wish that waited would take the focus from the next one.
    redraw()
  }, [])
  useLayoutEffect(() => {
    if (wanted.current === null || menuOf !== null) return
    const card = box.current?.querySelector<HTMLElement>(`[data-card="${wanted.current}"]`)
    if (!card) return
    wanted.current = null
    card.focus()
  })

  const keys = useBoardKeys(layout, {
    focus,
    menu: setMenuOf,
    move: (cardId, target) => {
      atOnce()
      move([cardId], target)
      focus(cardId)
    },
    moveTo: (cardId, status) => {
      atOnce()
      move(taken(cardId), targetOfStatus(layout, cardId, status))
      keys.clear()
      focus(cardId)
    },
    undo: () => {
      atOnce()
      undo()
      if (active !== null) focus(active)
    },
  })
  /** With one of those that are chosen go all. */
  const taken = (cardId: string) => (keys.selected.has(cardId) ? [...keys.selected] : [cardId])
  const now = useRef({
    layout,
    drop: (_cardId: string, _to: { lane: number; column: number; row: number }): unknown => undefined,
    hold: (_cardId: string | null): unknown => undefined,
  })
  now.current = {
    layout,
    // Both after the frame that the card is taken up or let go in, which has enough to do.
    drop: (cardId, to) =>
      setTimeout(() => {
        const ids = taken(cardId)
        move(ids, targetOfDrop(layout, ids, to))
        keys.clear()
        setActive(cardId)
      }),
    hold: cardId => setTimeout(() => live.hold(cardId === null ? null : { id: cardId, act: 'move' })),
  }
  useDrop(box, line, now)

  // What is being moved here the others see on their boards.
  useEffect(() => live.hold(menuOf === null ? null : { id: menuOf, act: 'move' }), [live, menuOf])

  const endMenu = () => {
    if (menuOf !== null) focus(menuOf)
    setMenuOf(null)
  }
  const chosen = menuOf === null ? [] : board.cards.filter(({ id }) => taken(menuOf).includes(id))
  const { columnName } = useNamesOfParts(look)
  const countOf = (column: number) =>
    layout.lanes.reduce((sum, lane) => sum + (lane.cells[column]?.length ?? 0), 0)
  const mayAdd = rights.createsAll || rights.createsOwn
  return (
    <>
      <Conflicts board={board} onDismiss={() => live.dismiss()} />
      <section
        ref={box}
        className={classes(BOARD_BOX, 'screen-only')}
        aria-label={words.t('papan.title')}
        onKeyDown={keys.onKeyDown}
        onClick={keys.onClick}
        onFocus={event => {
          const cardId = keys.cardAt(event.target)
          if (cardId !== null) setActive(cardId)
        }}
      >
        <div
          className={classes(
            'relative min-h-full w-max min-w-full',
            look.columns === 'status' && 'sm:w-full',
          )}
        >
          <div className="sticky top-0 z-10 flex gap-2 bg-sunken px-1">
            {layout.columns.map((column, at) => (
              <div key={column.key} data-column className={columnClass(column)}>
                <ColumnHead status={column.status} name={columnName(column)} count={countOf(at)}>
                  {column.status !== null && column.status !== 'selesai' && mayAdd && (
                    <QuickAdd status={column.status} commandId={commandId} />
                  )}
                </ColumnHead>
              </div>
            ))}
          </div>
          <div className="relative" style={{ height: layout.height }}>
            <BoardLanes {...{ box, layout, look, active, isDraggable, held }} selected={keys.selected} />
            <div
              ref={line}
              aria-hidden
              className="pointer-events-none absolute top-0 left-0 hidden h-1 rounded-full bg-accent"
            />
          </div>
        </div>
      </section>
      <PaperBoard layout={layout} look={look} />
      <div className="screen-only mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Connection board={board} />
        {keys.selected.size > 0 ? (
          <span className="flex items-center gap-2 text-sm">
            <span>
              {words.t('papan.select', { n: keys.selected.size })}
              <span className="block text-xs text-ink-2">{words.t('papan.select.help')}</span>
            </span>
            <Button kind="secondary" size="sm" onClick={() => setMenuOf([...keys.selected][0] ?? null)}>
              {words.t('papan.move')}
            </Button>
            <Button kind="quiet" size="sm" onClick={keys.clear}>
              {words.t('papan.select.clear')}
            </Button>
          </span>
        ) : (
          <Button
            kind="quiet"
            size="sm"
            className="hidden pointer-fine:inline-flex"
            onClick={() => setHelping(true)}
          >
            <Keyboard aria-hidden />
            {words.t('papan.shortcuts.open')}
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {heard}
      </p>
      {isHelping && <Shortcuts onClose={() => setHelping(false)} />}
      {menuOf !== null && (
        <MoveMenu
          cards={chosen}
          onClose={endMenu}
          onStatus={status => {
            atOnce()
            move(taken(menuOf), targetOfStatus(layout, menuOf, status))
            keys.clear()
            endMenu()
          }}
          onSelect={() => {
            if (!keys.selected.has(menuOf)) keys.toggle(menuOf)
            endMenu()
          }}
          onWay={way => {
            const target = targetOfWay(layout, menuOf, way)
            atOnce()
            if (target !== null) move([menuOf], target)
            endMenu()
          }}
        />
      )}
    </>
  )
}
