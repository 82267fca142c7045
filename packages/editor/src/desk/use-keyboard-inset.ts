import { type RefObject, useEffect } from 'react'

/**
 * Sets `--nt-keyboard` on the element: how much of the foot of the page a phone's keyboard covers, so that the tools
 * stand above it.
 */
export function useKeyboardInset(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = window.visualViewport
    const element = root.current
    if (!view || !element) return
    const measure = () => {
      const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop)
      element.style.setProperty('--nt-keyboard', `${Math.round(covered)}px`)
    }
    measure()
    view.addEventListener('resize', measure)
    view.addEventListener('scroll', measure)
    return () => {
      view.removeEventListener('resize', measure)
      view.removeEventListener('scroll', measure)
    }
  }, [root])
}
