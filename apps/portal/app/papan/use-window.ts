import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { COLUMN_STEP, STEP } from './layout'

/** What of a board is drawn, in pixels from its top and its left. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
}

/** Of the first screen, before its size is known. */
const FIRST: Span = { from: 0, to: 5 * STEP, left: 0, right: 6 * COLUMN_STEP }

/** What is to be seen, and a card more at each side. */
const spanOf = ({ scrollTop, scrollLeft, clientHeight, clientWidth }: HTMLElement): Span => ({
  from: (Math.floor(scrollTop / STEP) - 1) * STEP,
  to: (Math.ceil((scrollTop + clientHeight) / STEP) + 1) * STEP,
  left: (Math.floor(scrollLeft / COLUMN_STEP) - 1) * COLUMN_STEP,
  right: (Math.ceil((scrollLeft + clientWidth) / COLUMN_STEP) + 1) * COLUMN_STEP,
})

const grown = (drawn: readonly [number, number], wanted: readonly [number, number], step: number) => {
  const [from, to] = wanted
  // Elsewhere altogether: it begins where the eye does.
  if (drawn[1] <= from || drawn[0] >= to) return [from + step, from + 2 * step] as const
  return [Math.max(from, drawn[0] - step), Math.min(to, drawn[1] + step)] as const
}

/**
 * From what is drawn towards what is to be seen, one row or column of cards further at each side: each frame draws few
 * new ones, however far was scrolled, so that none takes long.
 */
export function nextSpan(drawn: Span, wanted: Span): Span {
  const [from, to] = grown([drawn.from, drawn.to], [wanted.from, wanted.to], STEP)
  const [left, right] = grown([drawn.left, drawn.right], [wanted.left, wanted.right], COLUMN_STEP)
  return { from, to, left, right }
}

const isSame = (one: Span, other: Span): boolean =>
  one.from === other.from && one.to === other.to && one.left === other.left && one.right === other.right

/** What is drawn of a board. */
export function useWindow(box: RefObject<HTMLElement>): Span {
  const [span, setSpan] = useState(FIRST)
  const frame = useRef(0)
  const look = useCallback(() => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      const { current } = box
      if (current === null) return
      const wanted = spanOf(current)
      setSpan(drawn => (isSame(drawn, wanted) ? drawn : nextSpan(drawn, wanted)))
    })
  }, [box])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again after each drawing, until all is drawn that is to be seen
  useEffect(look, [look, span])
  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return
    const observer = new ResizeObserver(look)
    observer.observe(current)
    current.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      current.removeEventListener('scroll', look)
      cancelAnimationFrame(frame.current)
    }
  }, [box, look])
  return span
}
