import { toggleMark } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Desk } from '../desk/desk'
import { formatOf } from '../desk/format'
import { safeHref } from './schema-extensions'

export function toggle(name: 'bold' | 'italic' | 'underline'): Command {
  return (state, dispatch, view) => {
    const type = state.schema.marks[name]
    return type ? toggleMark(type)(state, dispatch, view) : false
  }
}

/** The stretch of the link around the caret, or the selection when there is one. */
function linkRange(state: EditorState): { from: number; to: number } | null {
  const { from, to, empty, $from } = state.selection
  if (!empty) return { from, to }
  const type = state.schema.marks.link
  if (!type || $from.depth !== 1) return null
  const href = formatOf(state, { canUndo: () => false, canRedo: () => false }).link
  if (href === null) return null
  let start = $from.start()
  let found: { from: number; to: number } | null = null
  $from.parent.forEach(child => {
    const end = start + child.nodeSize
    if (type.isInSet(child.marks)?.attrs.href === href) {
      if (found && found.to === start) found = { from: found.from, to: end }
      else if (!found || found.to < $from.pos) found = { from: start, to: end }
    }
    start = end
  })
  return found
}

/** Opens the small window for a link's address, at the selection. */
export function openLink(desk: Desk): Command {
  return (state, dispatch, view) => {
    if (!view) return false
    if (dispatch) {
      const { left, top, bottom } = view.coordsAtPos(state.selection.from)
      desk.link.set({ href: formatOf(state, desk.undo).link ?? '', rect: { left, top, bottom } })
    }
    return true
  }
}

/**
 * Puts `value` as the link of the selection (or of the link around the caret; with neither, the address itself is
 * inserted as linked text). An empty value takes the link off. False when it is no address a reader may follow.
 */
export function setLink(view: EditorView, value: string): boolean {
  const { state } = view
  const type = state.schema.marks.link
  if (!type) return false
  const range = linkRange(state)
  if (value.trim() === '') {
    if (range) view.dispatch(state.tr.removeMark(range.from, range.to, type))
    return true
  }
  const href = safeHref(value)
  if (!href) return false
  const mark = type.create({ href })
  if (range) {
    view.dispatch(state.tr.removeMark(range.from, range.to, type).addMark(range.from, range.to, mark))
  } else {
    view.dispatch(state.tr.replaceSelectionWith(state.schema.text(value.trim(), [mark]), false))
  }
  return true
}
