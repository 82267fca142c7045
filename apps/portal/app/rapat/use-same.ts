import { useRef } from 'react'

/** What says the same stays the same object, so that what is built on it is not built anew when a page is loaded anew. */
export function useSame<T>(value: T): T {
  const kept = useRef(value)
  if (kept.current !== value && JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value
  return kept.current
}
