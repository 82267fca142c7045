import {
  dropTargetForElements,
  type ElementDragPayload,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect } from 'react'
import { type BoardLayout, dropAt, heightOf } from './layout'

export interface Drop {
  readonly lane: number
  readonly column: number
  readonly row: number
}

const isCard = ({ source }: { source: ElementDragPayload }): boolean => typeof source.data.cardId === 'string'

/** Height of the names of the columns, which stay while the board is scrolled. */
export const HEAD = 48

/**
 * The board as one place to drop on: which column, lane and row it is, is reckoned from where the pointer is. The line
 * that shows it is moved by hand, so that dragging draws nothing anew.
 */
export function useDrop(
  box: RefObject<HTMLElement>,
  line: RefObject<HTMLElement>,
  now: RefObject<{
    layout: BoardLayout
    drop: (cardId: string, to: Drop) => void
    /** What is being dragged; null: nothing any more. */
    hold: (cardId: string | null) => void
  }>,
): void {
  useEffect(() => {
    const { current: element } = box
    if (element === null) return
    const columns = () =>
      [...element.querySelectorAll('[data-column]')].map(one => one.getBoundingClientRect())
    const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Drop | null => {
      const column = columns().findIndex(({ left, right }) => clientX >= left && clientX <= right)
      if (column === -1 || !now.current || now.current.layout.lanes.length === 0) return null
      const height = clientY - element.getBoundingClientRect().top - HEAD + element.scrollTop
      return { column, ...dropAt(now.current.layout, column, height) }
    }
    const hide = () => {
      if (line.current) line.current.style.display = 'none'
    }
    const show = (to: Drop | null) => {
      const rect = to && columns()[to.column]
      if (!line.current || !rect || !now.current) return hide()
      const { style } = line.current
      style.display = 'block'
      style.width = `${rect.width}px`
      const left = rect.left - element.getBoundingClientRect().left + element.scrollLeft
      style.transform = `translate(${left}px, ${heightOf(now.current.layout, to) - 6}px)`
    }
    const watching = monitorForElements({
      canMonitor: isCard,
      onDragStart: ({ source }) => now.current?.hold(String(source.data.cardId)),
      onDrop: () => now.current?.hold(null),
    })
    const target = dropTargetForElements({
      element,
      canDrop: isCard,
      onDrag: ({ location }) => show(at(location.current.input)),
      onDragLeave: hide,
      onDrop: ({ source, location }) => {
        hide()
        const to = at(location.current.input)
        if (to !== null) now.current?.drop(String(source.data.cardId), to)
      },
    })
    return () => {
      watching()
      target()
    }
  }, [box, line, now])
}
