// A change by somebody else never moves what this person is typing in: the line with the caret keeps its place on
// the screen. Browsers do this for the first visible element only, which is rarely where one types, and Safari not at
// all; while a text has the focus their own correction is off and ours is on.
import type * as Y from 'yjs'

interface Anchor {
  element: Element
  top: number
}

/** The line (or title) with the caret, if it is on screen, or was before it moved down by so many pixels. */
function caretLine(root: HTMLElement, moved = 0): Anchor | null {
  const active = document.activeElement
  if (!active || !root.contains(active)) return null
  let element: Element = active
  const focus = document.getSelection()?.focusNode
  if (focus && active.contains(focus)) {
    const inner = focus instanceof Element ? focus : focus.parentElement
    element = inner?.closest('.nt-line') ?? inner ?? active
  }
  const { top, bottom } = element.getBoundingClientRect()
  return bottom - moved < 0 || top - moved > window.innerHeight ? null : { element, top }
}

/** Does `work`, which moves the page about, without moving the line with the caret. */
export function keepStill(work: () => void): void {
  const held = caretLine(document.body)
  work()
  if (!held?.element.isConnected) return
  const moved = held.element.getBoundingClientRect().top - held.top
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
}

/**
 * The same for what stands beside the text and comes from elsewhere: while a text has the focus, the page follows by as
 * much as the note over the caret's line grows. It is told after layout and before paint, so that nothing is seen.
 */
export function keepStillBelow(note: HTMLElement): () => void {
  let height = note.offsetHeight
  const observer = new ResizeObserver(() => {
    const grown = note.offsetHeight - height
    height = note.offsetHeight
    const isWriting = document.documentElement.classList.contains('nt-anchored')
    if (grown === 0 || !isWriting || note.contains(document.activeElement)) return
    const line = caretLine(document.body, grown)?.element
    const isBelow = line && note.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING
    if (isBelow) window.scrollBy({ top: grown, behavior: 'instant' })
  })
  observer.observe(note)
  return () => observer.disconnect()
}

export function keepCaretLineStill(root: HTMLElement, doc: Y.Doc): () => void {
  let anchor: Anchor | null = null
  let frame = 0

  const settle = () => {
    frame = 0
    const held = anchor
    anchor = null
    if (!held?.element.isConnected) return
    const moved = held.element.getBoundingClientRect().top - held.top
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
  }
  const before = (transaction: Y.Transaction) => {
    if (transaction.local || anchor) return
    anchor = caretLine(root)
    if (anchor && !frame) frame = requestAnimationFrame(settle)
  }
  // What this person does themselves may move their line; then there is nothing to keep.
  const own = (transaction: Y.Transaction) => {
    if (transaction.local) anchor = null
  }
  const focusIn = () => document.documentElement.classList.add('nt-anchored')
  const focusOut = () => document.documentElement.classList.remove('nt-anchored')
  doc.on('beforeTransaction', before)
  doc.on('afterTransaction', own)
  root.addEventListener('focusin', focusIn)
  root.addEventListener('focusout', focusOut)
  return () => {
    cancelAnimationFrame(frame)
    doc.off('beforeTransaction', before)
    doc.off('afterTransaction', own)
    root.removeEventListener('focusin', focusIn)
    root.removeEventListener('focusout', focusOut)
    focusOut()
  }
}
