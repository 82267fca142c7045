import type { EditorState } from '@tiptap/pm/state'
import { kindOf, linesInSelection } from '../text/line-commands'

/** What the toolbar shows as pressed for the selection of the active surface. */
export interface Format {
  kind: string | null
  bold: boolean
  italic: boolean
  underline: boolean
  link: string | null
  canUndo: boolean
  canRedo: boolean
}

export const NO_FORMAT: Format = {
  kind: null,
  bold: false,
  italic: false,
  underline: false,
  link: null,
  canUndo: false,
  canRedo: false,
}

export function sameFormat(a: Format, b: Format): boolean {
  return (
    a.kind === b.kind &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.link === b.link &&
    a.canUndo === b.canUndo &&
    a.canRedo === b.canRedo
  )
}

function hasMark(state: EditorState, name: string): boolean {
  const type = state.schema.marks[name]
  if (!type) return false
  const { from, to, empty, $from } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}

export function formatOf(state: EditorState, undo: { canUndo(): boolean; canRedo(): boolean }): Format {
  const lines = linesInSelection(state)
  const first = lines[0] ? kindOf(lines[0].node) : null
  const link = state.schema.marks.link
  const $from = state.selection.$from
  const linked = link
    ? (link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? []))
    : undefined
  return {
    kind: first !== null && lines.every(line => kindOf(line.node) === first) ? first : null,
    bold: hasMark(state, 'bold'),
    italic: hasMark(state, 'italic'),
    underline: hasMark(state, 'underline'),
    link: typeof linked?.attrs.href === 'string' ? linked.attrs.href : null,
    canUndo: undo.canUndo(),
    canRedo: undo.canRedo(),
  }
}
