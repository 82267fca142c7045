import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

/** What of a board is to be seen, and somewhat more, in pixels from its top and its left. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
}

/** Drawn anew only when so much has been scrolled. */
const BAND = 328
const FIRST: Span = { from: 0, to: 4 * BAND, left: 0, right: 8 * BAND }

const spanOf = ({ scrollTop, scrollLeft, clientHeight, clientWidth }: HTMLElement): Span => ({
  from: (Math.floor(scrollTop / BAND) - 1) * BAND,
  to: (Math.ceil((scrollTop + clientHeight) / BAND) + 1) * BAND,
  left: (Math.floor(scrollLeft / BAND) - 1) * BAND,
  right: (Math.ceil((scrollLeft + clientWidth) / BAND) + 1) * BAND,
})

export function useWindow(box: RefObject<HTMLElement>): readonly [Span, () => void] {
  const [span, setSpan] = useState(FIRST)
  const look = useCallback(() => {
    const { current } = box
    if (current === null) return
    const next = spanOf(current)
    setSpan(old =>
      old.from === next.from && old.to === next.to && old.left === next.left && old.right === next.right
        ? old
        : next,
    )
  }, [box])
  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return
    look()
    const observer = new ResizeObserver(look)
    observer.observe(current)
    return () => observer.disconnect()
  }, [box, look])
  return [span, look]
}
