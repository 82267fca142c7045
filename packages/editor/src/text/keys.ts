import { baseKeymap, chainCommands, deleteSelection } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import { type Command, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'
import { backspaceAtStart, deleteAtEnd, enter, indent, insertPageBreak, kindOf, moveLines, selectedTable, setKind } from './line-commands'
import { openLink, toggle } from './mark-commands'

/** Tab in a tindak lanjut goes to its first control, whatever order the browser would take. */
const toFacts: Command = (state, dispatch, view) => {
  const { $from, $to } = state.selection
  if (!view || $from.depth !== 1 || !$from.sameParent($to) || kindOf($from.parent) !== 'tindak-lanjut') return false
  const line = view.nodeDOM($from.before(1))
  const control = line instanceof HTMLElement ? line.querySelector<HTMLElement>('.nt-facts-edit .nt-fact-control') : null
  if (!control) return false
  if (dispatch) control.focus()
  return true
}

function focusCell(view: EditorView, pos: number, last = false): boolean {
  const table = view.nodeDOM(pos)
  const cells = table instanceof HTMLElement ? table.querySelectorAll<HTMLElement>('td .nt-text') : []
  const cell = cells[last ? cells.length - 1 : 0]
  cell?.focus()
  return cell !== undefined
}

/** Tab or Enter on a selected table goes into its first cell. */
const intoTable: Command = (state, dispatch, view) => {
  const table = selectedTable(state)
  if (!table || !view) return false
  return dispatch ? focusCell(view, table.pos) : true
}

/** ↓ on the last row of a line above a table, ↑ on the first of one below, go into its cells. */
function arrowIntoTable(by: 1 | -1): Command {
  return (state, dispatch, view) => {
    const { $from, empty } = state.selection
    if (!view || !empty || $from.depth !== 1 || !view.endOfTextblock(by === 1 ? 'down' : 'up')) return false
    const pos = by === 1 ? $from.after(1) : $from.before(1)
    const $pos = state.doc.resolve(pos)
    const next = by === 1 ? $pos.nodeAfter : $pos.nodeBefore
    if (!next?.isAtom) return false
    return dispatch ? focusCell(view, by === 1 ? pos : pos - next.nodeSize, by === -1) : true
  }
}

/** Keys of a text. What they do to lines is in line-commands; the rest is ProseMirror's base. */
export function textKeys(desk: Desk, surface: 'item' | 'cell', leaveCell?: (by: 1 | -1) => boolean): Plugin[] {
  const undo: Command = () => {
    desk.undo.undo()
    return true
  }
  const redo: Command = () => {
    desk.undo.redo()
    return true
  }
  const step = (by: 1 | -1): Command => () => leaveCell?.(by) ?? false
  const toToolbar: Command = (_state, _dispatch, view) => {
    const bar = view?.dom.closest('.nt-desk')?.querySelector<HTMLElement>('[role=toolbar] button[tabindex="0"]')
    bar?.focus()
    return bar !== undefined && bar !== null
  }
  const shared: Record<string, Command> = {
    Enter: enter,
    'Shift-Enter': enter,
    Backspace: chainCommands(deleteSelection, backspaceAtStart),
    'Mod-Backspace': chainCommands(deleteSelection, backspaceAtStart),
    'Shift-Backspace': chainCommands(deleteSelection, backspaceAtStart),
    Delete: chainCommands(deleteSelection, deleteAtEnd),
    'Mod-Delete': chainCommands(deleteSelection, deleteAtEnd),
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
      ? { Tab: step(1), 'Shift-Tab': step(-1) }
      : {
          Enter: chainCommands(intoTable, enter),
          Tab: chainCommands(intoTable, toFacts, indent(1)),
          ArrowDown: arrowIntoTable(1),
          ArrowUp: arrowIntoTable(-1),
          'Shift-Tab': indent(-1),
          'Mod-Alt-k': setKind('keputusan', { toggle: true }),
          'Mod-Alt-t': setKind('tindak-lanjut', { toggle: true }),
          'Mod-Enter': insertPageBreak,
        }
  const guard = new Plugin({
    props: {
      // A key typed while a table is selected would replace it.
      handleTextInput: view => selectedTable(view.state) !== null,
    },
  })
  return [guard, keymap({ ...shared, ...own }), keymap(baseOnly())]
}

/** ProseMirror's base keys without those that build or lift nodes, which a flat run of lines has no use for. */
function baseOnly(): Record<string, Command> {
  const { 'Mod-a': selectAll } = baseKeymap
  return selectAll ? { 'Mod-a': selectAll } : {}
}
