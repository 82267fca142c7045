import { type RefObject, useEffect, useRef } from 'react'

/**
 * For a part of a page in which a press takes its own button away: the focus then goes to the part itself (which must be
 * able to take it), so that who goes by keyboard goes on from there, and who listens hears where they are.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E> {
  const part = useRef<E>(null)
  const last = useRef<EventTarget | null>(null)
  useEffect(() => {
    const element = part.current
    if (!element) return
    const note = (event: FocusEvent) => {
      last.current = event.target
    }
    element.addEventListener('focusin', note)
    return () => element.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    if (!(last.current instanceof Element) || last.current.isConnected) return
    last.current = null
    if (document.activeElement === document.body) part.current?.focus({ preventScroll: true })
  })
  return part
}
