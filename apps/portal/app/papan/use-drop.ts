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

/** Where something would be dropped, and the line that shows it, in pixels of the board. */
interface Aim {
  readonly to: Drop
  readonly left: number
  readonly top: number
  readonly width: number
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
    // All is read before anything is written: each dragging lays the page out once.
    const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Aim | null => {
      const columns = [...element.querySelectorAll('[data-column]')].map(one => one.getBoundingClientRect())
      const column = columns.findIndex(({ left, right }) => clientX >= left && clientX <= right)
      const rect = columns[column]
      if (rect === undefined || !now.current || now.current.layout.lanes.length === 0) return null
      const frame = element.getBoundingClientRect()
      const to = {
        column,
        ...dropAt(now.current.layout, column, clientY - frame.top - HEAD + element.scrollTop),
      }
      const left = rect.left - frame.left + element.scrollLeft
      return { to, left, top: heightOf(now.current.layout, to) - 6, width: rect.width }
    }
    const hide = () => {
      if (line.current) line.current.style.display = 'none'
    }
    const show = (aim: Aim | null) => {
      if (!line.current || aim === null) return hide()
      const { style } = line.current
      style.display = 'block'
      style.width = `${aim.width}px`
      style.transform = `translate(${aim.left}px, ${aim.top}px)`
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
        const aim = at(location.current.input)
        hide()
        if (aim !== null) now.current?.drop(String(source.data.cardId), aim.to)
      },
    })
    return () => {
      watching()
      target()
    }
  }, [box, line, now])
}
