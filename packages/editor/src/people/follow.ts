import { useEffect } from 'react'
import type { Desk } from '../desk/desk'
import { caretOf } from './carets'

/** Where on the screen the followed caret is kept, as a share of its height. */
const BAND = { top: 0.2, bottom: 0.7 }

/** Scrolls so that the caret of `personId` is within the band. False when it is nowhere to be seen. */
function scrollToCaret(desk: Desk, personId: string, behavior: ScrollBehavior): boolean {
  for (const present of desk.presence.get()) {
    if (present.personId !== personId) continue
    const caret = caretOf(present)
    const surface = caret ? desk.surfaces.get(caret.text) : undefined
    if (!caret || !surface) continue
    const at = surface.place(caret.head)
    if (at === null || at > surface.editor.state.doc.content.size) continue
    const { top } = surface.editor.view.coordsAtPos(at)
    const height = window.innerHeight
    if (top < height * BAND.top || top > height * BAND.bottom) {
      window.scrollBy({ top: top - height * 0.4, behavior })
    }
    return true
  }
  return false
}

/** While on, the page goes with the notulis' caret. Scrolling or writing oneself ends it. */
export function useFollow(desk: Desk, personId: string | null, on: boolean, stop: () => void): void {
  useEffect(() => {
    if (!on || personId === null) return
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    let frame = 0
    const go = () => {
      frame = 0
      scrollToCaret(desk, personId, calm ? 'instant' : 'smooth')
    }
    const ask = () => {
      if (!frame) frame = requestAnimationFrame(go)
    }
    const onKey = (event: KeyboardEvent) => {
      if (['PageUp', 'PageDown', 'Home', 'End'].includes(event.key)) stop()
    }
    const onWrite = () => stop()
    ask()
    const quit = desk.presence.subscribe(ask)
    desk.doc.on('afterTransaction', ask)
    window.addEventListener('wheel', stop, { passive: true })
    window.addEventListener('touchmove', stop, { passive: true })
    window.addEventListener('keydown', onKey)
    document.addEventListener('input', onWrite, true)
    return () => {
      cancelAnimationFrame(frame)
      quit()
      desk.doc.off('afterTransaction', ask)
      window.removeEventListener('wheel', stop)
      window.removeEventListener('touchmove', stop)
      window.removeEventListener('keydown', onKey)
      document.removeEventListener('input', onWrite, true)
    }
  }, [desk, personId, on, stop])
}
