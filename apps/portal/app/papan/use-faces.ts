import { useEffect, useLayoutEffect, useReducer, useRef } from 'react'

/** So many are drawn in one go: more at once would make a slow processor stumble. */
const AT_ONCE = 2

/**
 * Which of these are drawn with what they say: all that were, and of what has come into view a few with each frame. The
 * others stand there as empty cards meanwhile, and what is scrolled past so fast that nobody can read it is never drawn.
 * @param ids the first of them come first
 */
export function useFaces(ids: readonly string[]): ReadonlySet<string> {
  const shown = useRef<ReadonlySet<string> | null>(null)
  const [, goOn] = useReducer((times: number) => times + 1, 0)
  // A board that has just come is whole.
  const faces = nextFaces(ids, shown.current, shown.current === null ? ids.length : AT_ONCE)
  useLayoutEffect(() => {
    shown.current = faces
  })
  const isWhole = faces.size === ids.length
  useEffect(() => {
    if (isWhole) return
    const frame = requestAnimationFrame(goOn)
    return () => cancelAnimationFrame(frame)
  })
  return faces
}

/** Those that had one, and as many more. */
export function nextFaces(
  ids: readonly string[],
  shown: ReadonlySet<string> | null,
  more: number,
): ReadonlySet<string> {
  const fresh = ids.filter(id => !shown?.has(id))
  const late = new Set(fresh.slice(more))
  return new Set(ids.filter(id => !late.has(id)))
}
