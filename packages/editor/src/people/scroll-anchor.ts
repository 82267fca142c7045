// A change by somebody else never moves what this person is typing in: the line with the caret keeps its place on
// the screen. Browsers do this for the first visible element only, which is rarely where one types, and Safari not at
// all; while a text has the focus their own correction is off and ours is on.
import type * as Y from 'yjs'

interface Anchor {
  element: Element
  top: number
}

/** The line (or title) with the caret, if it is on screen. */
function caretLine(root: HTMLElement): Anchor | null {
  const active = document.activeElement
  if (!active || !root.contains(active)) return null
  let element: Element = active
  const focus = document.getSelection()?.focusNode
  if (focus && active.contains(focus)) {
    const inner = focus instanceof Element ? focus : focus.parentElement
    element = inner?.closest('.nt-line') ?? inner ?? active
  }
  const { top, bottom } = element.getBoundingClientRect()
  return bottom < 0 || top > window.innerHeight ? null : { element, top }
}

/** Does `work`, which moves the page about, without moving the line with the caret. */
export function keepStill(work: () => void): void {
  const held = caretLine(document.body)
  work()
  if (!held?.element.isConnected) return
  const moved = held.element.getBoundingClientRect().top - held.top
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
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
