import { baseKeymap, chainCommands } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import { type Command, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'
import {
  backspaceAtStart,
  deleteAtEnd,
  deleteSelected,
  enter,
  indent,
  insertPageBreak,
  kindOf,
  moveLines,
  removeSelected,
  setKind,
} from './line-commands'
import { openLink, toggle } from './mark-commands'

/** Tab in a tindak lanjut goes to its first control, whatever order the browser would take. */
const toFacts: Command = (state, dispatch, view) => {
  const { $from, $to } = state.selection
  if (!view || $from.depth !== 1 || !$from.sameParent($to) || kindOf($from.parent) !== 'tindak-lanjut')
    return false
  const line = view.nodeDOM($from.before(1))
  const control =
    line instanceof HTMLElement
      ? line.querySelector<HTMLElement>('.nt-facts-edit:not([hidden]) .nt-fact-control')
      : null
  if (!control) return false
  if (dispatch) control.focus()
  return true
}

/** Cells of the table whose line stands at `pos`. */
function focusCell(view: EditorView, pos: number, last = false): boolean {
  const line = view.nodeDOM(pos)
  const cells = line instanceof HTMLElement ? line.querySelectorAll<HTMLElement>('td > .nt-text') : []
  const cell = cells[last ? cells.length - 1 : 0]
  cell?.focus()
  return cell !== undefined
}

/** Tab, Enter and ↓ in the caption of a table go into its first cell. */
const intoTable: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!view || !empty || $from.depth !== 1 || kindOf($from.parent) !== 'tabel') return false
  return dispatch ? focusCell(view, $from.before(1)) : true
}

const downIntoTable: Command = (state, dispatch, view) =>
  view?.endOfTextblock('down') ? intoTable(state, dispatch, view) : false

/** ↑ in the line below a table goes into its last cell. */
const upIntoTable: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!view || !empty || $from.depth !== 1 || !view.endOfTextblock('up')) return false
  const above = state.doc.resolve($from.before(1)).nodeBefore
  if (!above || kindOf(above) !== 'tabel') return false
  return dispatch ? focusCell(view, $from.before(1) - above.nodeSize, true) : true
}

/** Keys of a text. What they do to lines is in line-commands; the rest is ProseMirror's base. */
export function textKeys(
  desk: Desk,
  surface: 'item' | 'cell',
  cell: {
    step?: (by: 1 | -1) => boolean
    vertical?: (by: 1 | -1) => boolean
    remark: Command
  },
): Plugin[] {
  const undo: Command = () => {
    desk.undo.undo()
    return true
  }
  const redo: Command = () => {
    desk.undo.redo()
    return true
  }
  const step =
    (by: 1 | -1): Command =>
    () =>
      cell.step?.(by) ?? false
  /** ↑ and ↓ at the edge of a cell go to the cell above or below. */
  const vertical =
    (by: 1 | -1): Command =>
    (state, _dispatch, view) => {
      const at = state.selection.$head
      const edge = by === 1 ? state.doc.childCount - 1 : 0
      if (!view || at.depth !== 1 || at.index(0) !== edge) return false
      return view.endOfTextblock(by === 1 ? 'down' : 'up') && (cell.vertical?.(by) ?? false)
    }
  const toToolbar: Command = (_state, _dispatch, view) => {
    const bar = view?.dom
      .closest('.nt-desk')
      ?.querySelector<HTMLElement>('[role=toolbar] button[tabindex="0"]')
    bar?.focus()
    return bar !== undefined && bar !== null
  }
  const shared: Record<string, Command> = {
    Enter: enter,
    'Shift-Enter': enter,
    Backspace: chainCommands(removeSelected, backspaceAtStart),
    'Mod-Backspace': chainCommands(removeSelected, backspaceAtStart),
    'Shift-Backspace': chainCommands(removeSelected, backspaceAtStart),
    Delete: chainCommands(removeSelected, deleteAtEnd),
    'Mod-Delete': chainCommands(removeSelected, deleteAtEnd),
    'Alt-ArrowUp': moveLines(-1),
    'Alt-ArrowDown': moveLines(1),
    'Mod-z': undo,
    'Mod-Shift-z': redo,
    'Mod-y': redo,
    'Mod-b': toggle('bold'),
    'Mod-i': toggle('italic'),
    'Mod-u': toggle('underline'),
    // Ctrl K is the palette of the whole portal.
    'Mod-Shift-k': openLink(desk),
    'Mod-Alt-m': cell.remark,
    'Mod-Alt-0': setKind('paragraf'),
    'Mod-Alt-1': setKind('judul', { toggle: true }),
    'Mod-Shift-7': setKind('nomor', { toggle: true }),
    'Mod-Shift-8': setKind('butir', { toggle: true }),
    'Mod-]': indent(1),
    'Mod-[': indent(-1),
    'Alt-F10': toToolbar,
  }
  const own: Record<string, Command> =
    surface === 'cell'
      ? { Tab: step(1), 'Shift-Tab': step(-1), ArrowDown: vertical(1), ArrowUp: vertical(-1) }
      : {
          Enter: chainCommands(intoTable, enter),
          Tab: chainCommands(intoTable, toFacts, indent(1)),
          ArrowDown: downIntoTable,
          ArrowUp: upIntoTable,
          'Shift-Tab': indent(-1),
          'Mod-Alt-k': setKind('keputusan', { toggle: true }),
          'Mod-Alt-t': setKind('tindak-lanjut', { toggle: true }),
          'Mod-Enter': insertPageBreak,
        }
  const guard = new Plugin({
    props: {
      // Words typed over a selection that ends in a caption: first the deletion that keeps captions apart.
      handleTextInput(view, _from, _to, text) {
        const { $from, $to, empty } = view.state.selection
        if (empty || view.composing || $from.depth !== 1 || $from.sameParent($to)) return false
        const tr = view.state.tr
        deleteSelected(tr)
        view.dispatch(tr.insertText(text).scrollIntoView())
        return true
      },
    },
  })
  return [guard, keymap({ ...shared, ...own }), keymap(baseOnly())]
}

/** ProseMirror's base keys without those that build or lift nodes, which a flat run of lines has no use for. */
function baseOnly(): Record<string, Command> {
  const { 'Mod-a': selectAll } = baseKeymap
  return selectAll ? { 'Mod-a': selectAll } : {}
}
