import { type RefObject, useLayoutEffect } from 'react'

export interface AnchorRect {
  left: number
  top: number
  bottom: number
}

const GAP = 6
const EDGE = 8

/** Where a box of this size goes: below its anchor, above when there is no room, always within the viewport. */
export function placeBox(
  anchor: AnchorRect,
  box: { width: number; height: number },
  viewport: { width: number; height: number },
): { left: number; top: number } {
  const below = anchor.bottom + GAP
  const above = anchor.top - GAP - box.height
  const fits = below + box.height <= viewport.height - EDGE
  const top =
    fits || above < EDGE ? Math.min(below, Math.max(EDGE, viewport.height - EDGE - box.height)) : above
  const left = Math.max(EDGE, Math.min(anchor.left, viewport.width - EDGE - box.width))
  return { left, top }
}

/** Places a fixed box at its anchor before it is painted. `size` is anything that changes its size. */
export function usePlacement(
  box: RefObject<HTMLElement | null>,
  anchor: AnchorRect | null,
  size: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` stands for what the box holds
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !anchor) return
    const view = window.visualViewport
    const viewport = {
      width: view?.width ?? window.innerWidth,
      // A phone's keyboard covers the foot of the page.
      height: (view?.height ?? window.innerHeight) + (view?.offsetTop ?? 0),
    }
    const { left, top } = placeBox(
      anchor,
      { width: element.offsetWidth, height: element.offsetHeight },
      viewport,
    )
    element.style.left = `${left}px`
    element.style.top = `${top}px`
  }, [box, anchor, size])
}
