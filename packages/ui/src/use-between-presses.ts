import { useRef, useSyncExternalStore } from 'react'

/** How long after a finger was lifted its click may still come, ms. */
const CLICK_FOLLOWS = 100

let isPressed = false
let letGo: ReturnType<typeof setTimeout> | undefined
const waiting = new Set<() => void>()

function down() {
  clearTimeout(letGo)
  isPressed = true
}

function up() {
  clearTimeout(letGo)
  letGo = setTimeout(() => {
    isPressed = false
    for (const tell of waiting) tell()
  }, CLICK_FOLLOWS)
}

/** Listens for presses as long as somebody wants to know of them. */
function subscribe(tell: () => void): () => void {
  const listeners = { pointerdown: down, pointerup: up, pointercancel: up, dragend: up } as const
  if (waiting.size === 0) {
    for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type, listener, true)
    window.addEventListener('blur', up)
  }
  waiting.add(tell)
  return () => {
    waiting.delete(tell)
    if (waiting.size > 0) return
    clearTimeout(letGo)
    isPressed = false
    for (const [type, listener] of Object.entries(listeners))
      document.removeEventListener(type, listener, true)
    window.removeEventListener('blur', up)
  }
}

/**
 * `value` as it was drawn when a button or finger went down, until it is up again: what is drawn anew under a press
 * takes the click with it, and a link is pressed in vain.
 */
export function useBetweenPresses<T>(value: T): T {
  const drawn = useRef(value)
  drawn.current = useSyncExternalStore(
    subscribe,
    () => (isPressed ? drawn.current : value),
    () => value,
  )
  return drawn.current
}
