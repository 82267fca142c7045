// Commands over a flat run of lines. Kind and nesting are attributes, so nothing here wraps, lifts or changes a
// node's type: a remote person typing in the same line keeps their place whatever kind the line becomes.
import type { Attrs, Node as PmNode } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

export const MAX_LEVEL = 5

/** Kinds that Enter continues, and Enter on an empty one ends. */
const CONTINUED = new Set(['butir', 'nomor', 'keputusan', 'tindak-lanjut'])
/** Kinds that Tab nests. Elsewhere Tab leaves the text, so that the keyboard is never trapped. */
const NESTED = new Set(['butir', 'nomor'])
/** Kinds whose content is more than their words; Backspace and Delete never melt them into a neighbour. */
const SOLID = new Set(['tabel', 'gambar', 'batas-halaman'])

export interface LineAt {
  node: PmNode
  /** Position before the line. */
  pos: number
  index: number
}

/** The lines that the selection touches, in order. */
export function linesInSelection(state: EditorState): LineAt[] {
  const { $from, $to } = state.selection
  const found: LineAt[] = []
  const from = $from.index(0)
  // A selection that ends between two lines (a whole table) does not touch the one after it.
  const to = $to.depth === 0 && $to.pos > $from.pos ? $to.index(0) - 1 : $to.index(0)
  state.doc.forEach((node, pos, index) => {
    if (index >= from && index <= to) found.push({ node, pos, index })
  })
  return found
}

/** The line of the caret when nothing is selected, else null. */
function caretLine(state: EditorState): (LineAt & { offset: number }) | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.$cursor) return null
  const $cursor = selection.$cursor
  if ($cursor.depth !== 1) return null
  return {
    node: $cursor.parent,
    pos: $cursor.before(1),
    index: $cursor.index(0),
    offset: $cursor.parentOffset,
  }
}

export function kindOf(node: PmNode): string {
  return typeof node.attrs.kind === 'string' ? node.attrs.kind : 'paragraf'
}

export function levelOf(node: PmNode): number {
  return typeof node.attrs.level === 'number' ? node.attrs.level : 0
}

/** Sets single keys: the binding writes one map key each, so two people who set different keys both win. */
function setKeys(tr: Transaction, pos: number, keys: Attrs): Transaction {
  for (const key of Object.keys(keys)) tr.setNodeAttribute(pos, key, keys[key])
  return tr
}

function newLine(state: EditorState, kind: string, level: number, content?: PmNode): PmNode {
  const type = state.schema.nodes.line
  if (!type) throw new Error('schema has no line')
  return type.create({ kind, level }, content)
}

/** Gives every selected line this kind; when `toggle` and all have it already, makes them paragraf again. */
export function setKind(
  kind: string,
  { toggle = false, level }: { toggle?: boolean; level?: number } = {},
): Command {
  return (state, dispatch) => {
    const lines = linesInSelection(state).filter(line => !SOLID.has(kindOf(line.node)))
    if (lines.length === 0) return false
    const back = toggle && lines.every(line => kindOf(line.node) === kind)
    if (dispatch) {
      const tr = state.tr
      for (const { node, pos } of lines) {
        const next = back ? 'paragraf' : kind
        if (kindOf(node) !== next) tr.setNodeAttribute(pos, 'kind', next)
        const wanted = level ?? (NESTED.has(next) ? levelOf(node) : 0)
        if (levelOf(node) !== wanted) tr.setNodeAttribute(pos, 'level', wanted)
      }
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/** Tab and Shift+Tab: one level more or less for every selected list line. False where nothing can change. */
export function indent(by: 1 | -1): Command {
  return (state, dispatch) => {
    const lines = linesInSelection(state)
    if (!lines.every(line => NESTED.has(kindOf(line.node)))) return false
    const first = lines[0]
    if (!first) return false
    const above = first.index > 0 ? state.doc.child(first.index - 1) : null
    const most = above && NESTED.has(kindOf(above)) ? levelOf(above) + 1 : 0
    if (by === 1 && levelOf(first.node) >= Math.min(MAX_LEVEL, most)) return levelOf(first.node) > 0
    if (by === -1 && lines.every(line => levelOf(line.node) === 0)) return false
    if (dispatch) {
      const tr = state.tr
      for (const { node, pos } of lines) {
        const level = Math.max(0, Math.min(MAX_LEVEL, levelOf(node) + by))
        if (level !== levelOf(node)) tr.setNodeAttribute(pos, 'level', level)
      }
      dispatch(tr)
    }
    return true
  }
}

/**
 * Deletes what is selected. Where it begins or ends within the caption of a table or image, the lines are emptied but
 * not joined: words cannot stand in a line that is more than its words.
 */
export function deleteSelected(tr: Transaction): void {
  const { $from, $to } = tr.selection
  const across = $from.depth === 1 && $to.depth === 1 && $from.index(0) !== $to.index(0)
  if (!across || !(SOLID.has(kindOf($from.parent)) || SOLID.has(kindOf($to.parent)))) {
    tr.deleteSelection()
    return
  }
  const end = $to.before(1)
  tr.delete($to.start(1), $to.pos)
  if (end > $from.after(1)) tr.delete($from.after(1), end)
  tr.delete($from.pos, $from.end(1))
  tr.setSelection(TextSelection.create(tr.doc, $from.pos))
}

export const removeSelected: Command = (state, dispatch) => {
  if (state.selection.empty) return false
  const tr = state.tr
  deleteSelected(tr)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Enter. The first half keeps the line's identity, except at the very start, where the words keep it. */
export const enter: Command = (state, dispatch) => {
  const { selection } = state
  const tr = state.tr
  if (!(selection instanceof TextSelection) || selection.$from.depth !== 1) return false
  if (!selection.empty) deleteSelected(tr)
  const $at = tr.selection.$from
  if ($at.depth !== 1) return false
  const line = $at.parent
  const kind = kindOf(line)
  const level = levelOf(line)
  const pos = $at.before(1)
  if (SOLID.has(kind)) {
    // A caption does not split; writing goes on below it.
    const after = pos + line.nodeSize
    tr.insert(after, newLine(state, 'paragraf', 0))
    tr.setSelection(TextSelection.create(tr.doc, after + 1))
  } else if (line.content.size === 0 && (CONTINUED.has(kind) || kind === 'kutipan')) {
    if (level > 0 && NESTED.has(kind)) tr.setNodeAttribute(pos, 'level', level - 1)
    else setKeys(tr, pos, { kind: 'paragraf', level: 0 })
  } else if ($at.parentOffset === 0 && line.content.size > 0) {
    tr.insert(
      pos,
      newLine(
        state,
        CONTINUED.has(kind) && kind !== 'tindak-lanjut' ? kind : 'paragraf',
        NESTED.has(kind) ? level : 0,
      ),
    )
  } else {
    const atEnd = $at.parentOffset === line.content.size
    const nextKind = CONTINUED.has(kind) ? kind : atEnd && kind === 'judul' ? 'paragraf' : kind
    const type = line.type
    tr.split($at.pos, 1, [{ type, attrs: { kind: nextKind, level: nextKind === kind ? level : 0 } }])
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace at the start of a line: first its kind and nesting go, then it joins the line above. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const at = caretLine(state)
  if (!at || at.offset > 0) return false
  const kind = kindOf(at.node)
  const level = levelOf(at.node)
  if (SOLID.has(kind)) {
    // A table is deleted by its menu, or by deleting over it; its cells would be out of sight without it.
    if (kind !== 'tabel') dispatch?.(setKeys(state.tr, at.pos, { kind: 'paragraf', level: 0 }))
    return true
  }
  if (level > 0) {
    dispatch?.(state.tr.setNodeAttribute(at.pos, 'level', level - 1))
    return true
  }
  if (kind !== 'paragraf') {
    dispatch?.(state.tr.setNodeAttribute(at.pos, 'kind', 'paragraf'))
    return true
  }
  if (at.index === 0) return true
  return joinAt(state, dispatch, at.pos)
}

/** Delete at the end of a line joins the one below. */
export const deleteAtEnd: Command = (state, dispatch) => {
  const at = caretLine(state)
  if (!at || at.offset < at.node.content.size) return false
  if (at.index === state.doc.childCount - 1) return true
  return joinAt(state, dispatch, at.pos + at.node.nodeSize)
}

/** Joins the lines on both sides of `pos`; an empty one simply goes, so that the other keeps its identity and kind. */
function joinAt(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, pos: number): boolean {
  const $pos = state.doc.resolve(pos)
  const before = $pos.nodeBefore
  const after = $pos.nodeAfter
  if (!before || !after) return false
  const tr = state.tr
  if (kindOf(before) === 'batas-halaman') tr.delete(pos - before.nodeSize, pos)
  else if (kindOf(after) === 'batas-halaman') tr.delete(pos, pos + after.nodeSize)
  else if (SOLID.has(kindOf(before)) || SOLID.has(kindOf(after))) {
    const empty = SOLID.has(kindOf(before)) ? after : before
    if (empty.content.size === 0 && !SOLID.has(kindOf(empty))) {
      const from = empty === after ? pos : pos - before.nodeSize
      tr.delete(from, from + empty.nodeSize)
      const near = empty === after ? from - 1 : from + 1
      tr.setSelection(Selection.near(tr.doc.resolve(Math.max(0, Math.min(near, tr.doc.content.size)))))
    } else {
      const to = SOLID.has(kindOf(before)) ? pos - 1 : pos + 1
      tr.setSelection(Selection.near(state.doc.resolve(to), to < pos ? -1 : 1))
    }
  } else if (before.content.size === 0) {
    tr.delete(pos - before.nodeSize, pos)
    tr.setSelection(TextSelection.create(tr.doc, pos - before.nodeSize + 1))
  } else {
    tr.join(pos)
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Alt+↑ and Alt+↓ in the text: moves the selected lines past their neighbour; their text and ids stay theirs. */
export function moveLines(by: 1 | -1): Command {
  return (state, dispatch) => {
    const lines = linesInSelection(state)
    const first = lines[0]
    const last = lines.at(-1)
    if (!first || !last) return false
    const swap = by === -1 ? first.index - 1 : last.index + 1
    if (swap < 0 || swap >= state.doc.childCount) return true
    if (dispatch) {
      const neighbour = state.doc.child(swap)
      const end = last.pos + last.node.nodeSize
      const { anchor, head } = state.selection
      const tr = state.tr
      // The neighbour jumps over the block: the block, where the caret is, is not touched.
      if (by === -1) {
        tr.delete(first.pos - neighbour.nodeSize, first.pos)
        tr.insert(end - neighbour.nodeSize, neighbour)
      } else {
        tr.delete(end, end + neighbour.nodeSize)
        tr.insert(first.pos, neighbour)
      }
      const shift = by * neighbour.nodeSize
      tr.setSelection(TextSelection.create(tr.doc, anchor + shift, head + shift))
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/** Inserts a line below the caret's, or turns the caret's own into it when that is empty; answers where it stands. */
export function placeLine(state: EditorState, kind: string): { tr: Transaction; pos: number } | null {
  const line = linesInSelection(state).at(-1)
  if (!line) return null
  const tr = state.tr
  let pos = line.pos
  if (line.node.content.size === 0 && !SOLID.has(kindOf(line.node))) {
    setKeys(tr, pos, { kind, level: 0 })
  } else {
    pos = line.pos + line.node.nodeSize
    tr.insert(pos, newLine(state, kind, 0))
  }
  const placed = tr.doc.nodeAt(pos)
  if (!placed) return null
  const after = pos + placed.nodeSize
  if (after >= tr.doc.content.size) tr.insert(after, newLine(state, 'paragraf', 0))
  return { tr, pos }
}

/** A page break below the caret; writing goes on after it. */
export const insertPageBreak: Command = (state, dispatch) => {
  const placed = placeLine(state, 'batas-halaman')
  if (!placed) return false
  const { tr, pos } = placed
  const node = tr.doc.nodeAt(pos)
  tr.setSelection(TextSelection.create(tr.doc, pos + (node?.nodeSize ?? 2) + 1))
  dispatch?.(tr.scrollIntoView())
  return true
}
