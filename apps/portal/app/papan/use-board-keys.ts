import { BOARD_STATUSES, type BoardStatus } from '@mufakat/domain'
import { type KeyboardEvent, type MouseEvent, useCallback, useRef, useState } from 'react'
import { isArrow, stepFrom, stretch } from './keys'
import type { BoardLayout } from './layout'
import { type Target, targetOfWay, type Way } from './moves'

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const cardAt = (target: EventTarget): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-card]')?.dataset.card) || null

const STATUS_KEYS: ReadonlyMap<string, BoardStatus> = new Map(
  BOARD_STATUSES.map((status, at) => [String(at + 1), status]),
)

export const isTyping = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, select, textarea') !== null

const isCard = (target: EventTarget): target is HTMLElement =>
  target instanceof HTMLElement && target.dataset.card !== undefined

/** The title leads to it. */
const openCard = (card: HTMLElement) => card.querySelector<HTMLElement>('[id^="judul-"] a')?.click()

interface Acts {
  readonly move: (cardId: string, target: Target) => void
  readonly focus: (cardId: string) => void
  readonly menu: (cardId: string) => void
  /** To a column by its status. */
  readonly moveTo: (cardId: string, status: BoardStatus) => void
  readonly undo: () => void
}

/** What keys and presses on cards do, and which cards are chosen. */
export function useBoardKeys(layout: BoardLayout, { move, focus, menu, moveTo, undo }: Acts) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | null>(null)
  const clear = useCallback(() => setSelected(new Set()), [])
  const toggle = (cardId: string) => {
    anchor.current = cardId
    setSelected(old => {
      const next = new Set(old)
      if (!next.delete(cardId)) next.add(cardId)
      return next
    })
  }
  const extend = (cardId: string) =>
    setSelected(old => new Set([...old, ...stretch(layout, anchor.current ?? cardId, cardId)]))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || isTyping(event.target)) return
    const { key } = event
    const cardId = cardAt(event.target)
    if (cardId === null) return
    const way = WAYS[key]
    if (event.altKey) {
      if (way === undefined) return
      const target = targetOfWay(layout, cardId, way)
      if (target !== null) move(cardId, target)
    } else if (isArrow(key)) {
      const next = stepFrom(layout, cardId, key)
      if (next !== null && event.shiftKey) {
        anchor.current ??= cardId
        extend(next)
      }
      if (next !== null) focus(next)
    } else if (key === 'm') menu(cardId)
    else if (key === 'x') toggle(cardId)
    else if (key === 'u') undo()
    else if (key === 'Enter' && isCard(event.target)) openCard(event.target)
    else if (STATUS_KEYS.has(key)) moveTo(cardId, STATUS_KEYS.get(key) ?? 'belum')
    else if (key === 'Escape' && selected.size > 0) clear()
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const cardId = cardAt(event.target)
    if (cardId === null) return
    if (event.target instanceof Element && event.target.closest('[data-menu]')) menu(cardId)
    else if (event.target instanceof Element && event.target.closest('a')) return
    else if (event.shiftKey) extend(cardId)
    // A finger has no keys beside it: once one is chosen, a touch chooses more.
    else if (event.ctrlKey || event.metaKey || selected.size > 0) toggle(cardId)
  }
  return { selected, clear, toggle, onKeyDown, onClick, cardAt }
}
