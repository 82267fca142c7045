import { findNikLike, maskNikLike } from '@mufakat/domain'
import type * as Y from 'yjs'
import type { Desk } from '../desk/desk'

/** Watches a title, which is drawn by a native field: no mark can stand within it, so a word stands below. */
export function watchTitle(
  desk: Desk,
  title: Y.Text,
  field: HTMLTextAreaElement,
  found: (count: number) => void,
): { read(text: string): void; leave(): void } {
  const source = desk.nik.join({
    element: field,
    show(n) {
      const range = findNikLike(field.value)[n]
      field.focus()
      if (range) field.setSelectionRange(range.from, range.to)
      field.scrollIntoView({ block: 'center' })
    },
    mask() {
      if (!desk.editable.get()) return
      const text = title.toString()
      const masked = maskNikLike(text)
      desk.doc.transact(() => {
        for (const { from, to } of findNikLike(text)) {
          title.delete(from, to - from)
          title.insert(from, masked.slice(from, to))
        }
      }, desk.origin)
    },
  })
  return {
    read(text) {
      const { length } = findNikLike(text)
      source.tell(length)
      found(length)
    },
    leave: source.leave,
  }
}
