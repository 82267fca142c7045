import { fillTable } from '@mufakat/doc-model'
import type { EditorView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'
import { placeLine } from '../text/line-commands'

const ROWS = 2
const COLUMNS = 3

/** A table at the caret, with the caret in its first cell. */
export function insertTable(view: EditorView, desk: Desk): void {
  const placed = placeLine(view.state, 'tabel')
  if (!placed) return
  view.dispatch(placed.tr)
  const id: unknown = view.state.doc.nodeAt(placed.pos)?.attrs.id
  // The binding names new lines while it takes them over; without a name the line was not taken.
  if (typeof id !== 'string') return
  fillTable(desk.doc, id, ROWS, COLUMNS)
  focusFirstCell(view, placed.pos)
}

function focusFirstCell(view: EditorView, pos: number) {
  const table = view.nodeDOM(pos)
  if (table instanceof HTMLElement) table.querySelector<HTMLElement>('td > .nt-text')?.focus()
}
