// How somebody points at words: the selection of a text, also of one that is only read and has no focus.
import type { Pointed } from '@mufakat/doc-model'
import type { Node as PmNode } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { Desk, Surface } from '../desk/desk'
import { leafWords } from '../text/leaf-words'

/** Words that stand in the document before any line is marked go by this name. */
const FIRST_LINE = 'awal'

const wordsOf = (line: PmNode, from: number, to: number): string => line.textBetween(from, to, '', leafWords)

/** What a selection points at: within its first line, and the whole of that where nothing is selected. */
export function pointedAt(name: string, state: EditorState): Pointed | null {
  const { $from, $to, empty } = state.selection
  if ($from.depth !== 1) return null
  const line = $from.parent
  const from = empty ? 0 : $from.parentOffset
  const to = empty || !$from.sameParent($to) ? line.content.size : $to.parentOffset
  const lineId = typeof line.attrs.id === 'string' ? line.attrs.id : FIRST_LINE
  return { root: name, lineId, from, to, quote: wordsOf(line, from, to) }
}

/** The innermost text that holds the browser's selection: a cell lies within the text of its item. */
function selectedSurface(desk: Desk): Surface | null {
  const selection = document.getSelection()
  const node = selection?.anchorNode
  if (!node || selection.isCollapsed) return desk.active.get()
  const holding = [...desk.surfaces.values()].filter(one => one.editor.view.dom.contains(node))
  return (
    holding.find(one => holding.every(other => other.editor.view.dom.contains(one.editor.view.dom))) ?? null
  )
}

/** Asks for a remark on what is selected; says so where there is nothing. */
export function remarkOnSelection(desk: Desk): void {
  const surface = selectedSurface(desk)
  const pointed = surface && pointedAt(surface.name, surface.editor.state)
  if (pointed) desk.remarks.point?.(pointed)
  else desk.toast.set({ text: desk.words.t('editor.remark.none'), undo: null })
}

/** The same from a text's own keys. */
export const remarkCommand =
  (desk: Desk, name: string): Command =>
  (state, dispatch) => {
    const pointed = desk.remarks.point === null ? null : pointedAt(name, state)
    if (pointed === null) return false
    if (dispatch) desk.remarks.point?.(pointed)
    return true
  }
