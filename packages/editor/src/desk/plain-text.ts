// A title: one line of plain text in a Y.Text, edited in a native field. What is typed becomes the smallest change;
// what others write arrives around the caret, and waits while a composition runs.
import type * as Y from 'yjs'

export interface Change {
  at: number
  remove: number
  insert: string
}

/** True between the two halves of a surrogate pair: a change must not begin or end there. */
function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** The smallest change from `from` to `to` that ends at the caret, so that repeated letters are placed as typed. */
export function smallestChange(from: string, to: string, caret: number): Change | null {
  if (from === to) return null
  let end = 0
  const most = Math.min(from.length, to.length)
  while (end < most && to.length - end > caret && from.at(-1 - end) === to.at(-1 - end)) end++
  let start = 0
  while (start < most - end && from[start] === to[start]) start++
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end++
  if (splitsPair(from, start) || splitsPair(to, start)) start--
  if (splitsPair(from, from.length - end) || splitsPair(to, to.length - end)) end--
  return { at: start, remove: from.length - start - end, insert: to.slice(start, to.length - end) }
}

/** Where a caret at `caret` stands after somebody else's change. */
export function mapCaret(caret: number, change: Change): number {
  if (caret <= change.at) return caret
  if (caret >= change.at + change.remove) return caret + change.insert.length - change.remove
  return change.at + change.insert.length
}

const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, ' ')

/** Binds `field` to `ytext` until the returned function is called. `shown` hears of every text it shows. */
export function bindPlainText(
  ytext: Y.Text,
  field: HTMLTextAreaElement,
  origin: unknown,
  shown: (text: string) => void,
): () => void {
  let known = ytext.toString()
  let composing = false
  field.value = known
  shown(known)

  const send = () => {
    const wanted = oneLine(field.value)
    const caret = field.selectionStart
    if (wanted !== field.value) {
      field.value = wanted
      field.setSelectionRange(caret, caret)
    }
    const change = smallestChange(known, wanted, caret)
    if (!change) return
    known = wanted
    ytext.doc?.transact(() => {
      if (change.remove > 0) ytext.delete(change.at, change.remove)
      if (change.insert !== '') ytext.insert(change.at, change.insert)
    }, origin)
    shown(field.value)
  }

  const receive = () => {
    const now = ytext.toString()
    const change = smallestChange(known, now, now.length)
    known = now
    if (!change || now === field.value) return
    const { selectionStart, selectionEnd, selectionDirection } = field
    const focused = field.ownerDocument.activeElement === field
    field.value = now
    // Setting the value throws the caret to the end.
    if (focused) {
      field.setSelectionRange(
        mapCaret(selectionStart, change),
        mapCaret(selectionEnd, change),
        selectionDirection,
      )
    }
    shown(now)
  }

  const onInput = (event: Event) => {
    shown(field.value)
    if (composing || (event instanceof InputEvent && event.isComposing)) return
    send()
  }
  const onStart = () => {
    composing = true
  }
  const onEnd = () => {
    composing = false
    // What was composed is merged with what arrived meanwhile: both are changes to what was known at the start.
    const composed = smallestChange(base, oneLine(field.value), field.selectionStart)
    const now = ytext.toString()
    if (composed && now !== base) {
      const arrived = smallestChange(base, now, now.length)
      const at = arrived ? mapCaret(composed.at, arrived) : composed.at
      const remove = Math.min(composed.remove, now.length - at)
      ytext.doc?.transact(() => {
        if (
          remove > 0 &&
          now.slice(at, at + remove) === base.slice(composed.at, composed.at + composed.remove)
        ) {
          ytext.delete(at, remove)
        }
        ytext.insert(at, composed.insert)
      }, origin)
      known = ytext.toString()
      field.value = known
      field.setSelectionRange(at + composed.insert.length, at + composed.insert.length)
      shown(known)
      return
    }
    send()
  }
  let base = known
  const onBefore = () => {
    base = known
    onStart()
  }
  const observer = (_event: unknown, transaction: { origin: unknown }) => {
    if (transaction.origin === origin && ytext.toString() === known) return
    if (composing) return
    receive()
  }
  field.addEventListener('input', onInput)
  field.addEventListener('compositionstart', onBefore)
  field.addEventListener('compositionend', onEnd)
  ytext.observe(observer)
  return () => {
    field.removeEventListener('input', onInput)
    field.removeEventListener('compositionstart', onBefore)
    field.removeEventListener('compositionend', onEnd)
    ytext.unobserve(observer)
  }
}
