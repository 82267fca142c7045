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

interface Acts {
  readonly move: (cardId: string, target: Target) => void
  readonly focus: (cardId: string) => void
  readonly menu: (cardId: string) => void
}

/** What keys and presses on cards do, and which cards are chosen. */
export function useBoardKeys(layout: BoardLayout, { move, focus, menu }: Acts) {
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
    const cardId = cardAt(event.target)
    if (cardId === null || event.ctrlKey || event.metaKey) return
    const { key } = event
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
    else if (event.ctrlKey || event.metaKey) toggle(cardId)
  }
  return { selected, clear, onKeyDown, onClick, cardAt }
}
