import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { DEFAULT_KIND, LINE_ATTRS, MAX_LEVEL } from './kinds'

// Commands over lines as plain ProseMirror commands. They change attributes and split or join lines of the flat
// document; what that means in Y is the binding's business. None of them copies or gives an id.

interface LineAt {
  readonly node: Node
  /** Position before the line. */
  readonly pos: number
  readonly index: number
}

const lineAround = ($pos: ResolvedPos): LineAt | null =>
  $pos.depth > 0 ? { node: $pos.node(1), pos: $pos.before(1), index: $pos.index(0) } : null

/** The lines the selection touches. */
export function selectedLines(state: EditorState): LineAt[] {
  const { from, to } = state.selection
  const lines: LineAt[] = []
  state.doc.forEach((node, pos, index) => {
    if (pos < to && pos + node.nodeSize > from) lines.push({ node, pos, index })
  })
  return lines
}

/** Kinds whose next line is of the same kind; after any other a paragraph follows. */
const REPEATED: ReadonlySet<unknown> = new Set(['butir', 'nomor', 'kutipan', DEFAULT_KIND])
/** Kinds that are more than their words: joining would take away a table, a picture or a page break. */
const STANDS_ALONE: ReadonlySet<unknown> = new Set(['tabel', 'gambar', 'batas-halaman'])
const FACTS = LINE_ATTRS.map(name => name as string)

function attrsOfNext(node: Node, atEnd: boolean): Record<string, unknown> {
  const attrs: Record<string, unknown> = { ...node.attrs, id: null, extra: null }
  for (const name of FACTS) attrs[name] = null
  if (atEnd && !REPEATED.has(node.attrs.kind)) Object.assign(attrs, { kind: DEFAULT_KIND })
  // Half a picture or a table is none: what is split off is its caption.
  if (STANDS_ALONE.has(node.attrs.kind)) attrs.kind = DEFAULT_KIND
  return attrs
}

/** Enter. In an empty list line it steps out of the list instead. */
export const splitLine: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection
  const line = lineAround($from)
  if (!line || $to.depth === 0) return false
  const { kind, level } = line.node.attrs
  if (empty && line.node.content.size === 0 && (kind === 'butir' || kind === 'nomor')) {
    if (dispatch) {
      const tr = state.tr
      if (Number(level) > 0) tr.setNodeAttribute(line.pos, 'level', Number(level) - 1)
      else tr.setNodeAttribute(line.pos, 'kind', DEFAULT_KIND)
      dispatch(tr.scrollIntoView())
    }
    return true
  }
  if (dispatch) {
    const tr = state.tr
    if (!empty) tr.deleteSelection()
    const $at = tr.selection.$from
    const at = lineAround($at)
    if (!at) return false
    const atEnd = $at.parentOffset === at.node.content.size
    const atStart = $at.parentOffset === 0 && !atEnd
    // At the start the words keep their line and an empty one comes above.
    const attrs = atStart ? { ...at.node.attrs } : attrsOfNext(at.node, atEnd)
    tr.split($at.pos, 1, [{ type: at.node.type, attrs }])
    if (atStart) tr.setNodeMarkup(at.pos, null, attrsOfNext(at.node, true))
    dispatch(tr.scrollIntoView())
  }
  return true
}

/**
 * Backspace at the start of a line: a list line loses its kind first, an indented one a level; else the line is
 * shown on after the one before it. A line before that is empty goes instead, so that this one keeps what it is.
 */
export const joinBackward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const line = lineAround($from)
  if (!empty || !line || $from.parentOffset > 0) return false
  const { kind, level } = line.node.attrs
  const tr = state.tr
  if (Number(level) > 0) tr.setNodeAttribute(line.pos, 'level', Number(level) - 1)
  else if (kind === 'butir' || kind === 'nomor' || kind === 'kutipan' || kind === 'judul')
    tr.setNodeAttribute(line.pos, 'kind', DEFAULT_KIND)
  else if (!joinInto(tr, line)) return line.index === 0
  dispatch?.(tr.scrollIntoView())
  return true
}

function joinInto(tr: Transaction, line: LineAt): boolean {
  if (line.index === 0) return false
  if (STANDS_ALONE.has(line.node.attrs.kind)) return true
  const before = tr.doc.child(line.index - 1)
  const start = line.pos - before.nodeSize
  if (STANDS_ALONE.has(before.attrs.kind)) {
    // A table takes in no line; the caret goes to its caption.
    tr.setSelection(TextSelection.create(tr.doc, line.pos - 1))
    return true
  }
  if (before.content.size === 0 && before.attrs.kind === DEFAULT_KIND) tr.delete(start, line.pos)
  else tr.join(line.pos)
  return true
}

/** Delete at the end of a line: the next one is shown on after it. */
export const joinForward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const line = lineAround($from)
  if (!empty || !line || $from.parentOffset < line.node.content.size) return false
  const next = state.doc.maybeChild(line.index + 1)
  if (!next) return true
  const pos = line.pos + line.node.nodeSize
  const tr = state.tr
  if (STANDS_ALONE.has(next.attrs.kind) || STANDS_ALONE.has(line.node.attrs.kind)) return true
  if (line.node.content.size === 0 && line.node.attrs.kind === DEFAULT_KIND) tr.delete(line.pos, pos)
  else tr.join(pos)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Sets attributes of every selected line; null takes one away. */
export const setLineAttrs =
  (attrs: Readonly<Record<string, unknown>>): Command =>
  (state, dispatch) => {
    const lines = selectedLines(state)
    if (!lines.length) return false
    if (dispatch) {
      const tr = state.tr
      for (const { node, pos } of lines)
        for (const [name, value] of Object.entries(attrs))
          if (name in node.attrs && node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value)
      dispatch(tr)
    }
    return true
  }

export const setKind = (kind: string): Command => setLineAttrs({ kind })

/** Sets the kind, or a paragraph again when every selected line has it already. */
export const toggleKind =
  (kind: string): Command =>
  (state, dispatch) =>
    setKind(selectedLines(state).every(({ node }) => node.attrs.kind === kind) ? DEFAULT_KIND : kind)(
      state,
      dispatch,
    )

const shiftLevel =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const lines = selectedLines(state)
    if (!lines.length) return false
    const tr = state.tr
    for (const { node, pos } of lines) {
      const level = Math.min(Math.max(Number(node.attrs.level) + by, 0), MAX_LEVEL)
      if (level !== node.attrs.level) tr.setNodeAttribute(pos, 'level', level)
    }
    dispatch?.(tr)
    return true
  }
export const indent: Command = shiftLevel(1)
export const outdent: Command = shiftLevel(-1)

/** Moves the selected lines one line up or down, the selection with them. */
export const moveLine =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const lines = selectedLines(state)
    const first = lines[0]
    const last = lines.at(-1)
    if (!first || !last) return false
    const index = by < 0 ? first.index - 1 : last.index + 1
    const other = state.doc.maybeChild(index)
    if (!other) return false
    if (dispatch) {
      const start = first.pos
      const end = last.pos + last.node.nodeSize
      const moved = state.doc.slice(start, end).content
      const shift = by < 0 ? -other.nodeSize : other.nodeSize
      const tr = state.tr.delete(start, end).insert(start + shift, moved)
      const { selection } = state
      if (selection instanceof TextSelection)
        tr.setSelection(TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift))
      dispatch(tr.scrollIntoView())
    }
    return true
  }

/** Removes the selected lines whole. */
export const deleteLine: Command = (state, dispatch) => {
  const lines = selectedLines(state)
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return false
  dispatch?.(state.tr.delete(first.pos, last.pos + last.node.nodeSize).scrollIntoView())
  return true
}
