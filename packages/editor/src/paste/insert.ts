import { Fragment, type Node as PmNode, type Schema, Slice } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { deleteSelected, kindOf } from '../text/line-commands'
import { type PastedLine, type PastedMarks, type PastedSpan, plainLine } from './pasted'

const SOLID = new Set(['tabel', 'gambar', 'batas-halaman'])

function marksFor(schema: Schema, marks: PastedMarks) {
  return (['bold', 'italic', 'underline'] as const)
    .filter(name => marks[name])
    .flatMap(name => schema.marks[name]?.create() ?? [])
    .concat(marks.href ? (schema.marks.link?.create({ href: marks.href }) ?? []) : [])
}

function spanNode(schema: Schema, span: PastedSpan): PmNode | null {
  if ('text' in span) return span.text === '' ? null : schema.text(span.text, marksFor(schema, span.marks))
  if ('mention' in span) return schema.nodes.mention?.create(span.mention) ?? null
  if ('indicator' in span) return schema.nodes.indicator?.create(span.indicator) ?? null
  return schema.nodes.unknown?.create({ json: span.embed }) ?? null
}

function contentOf(schema: Schema, line: PastedLine): Fragment {
  return Fragment.from(line.spans.map(span => spanNode(schema, span)).filter(node => node !== null))
}

function lineNode(schema: Schema, line: PastedLine): PmNode {
  const type = schema.nodes.line
  if (!type) throw new Error('schema has no line')
  return type.create(
    { ...line.attrs, id: line.id, kind: line.kind, level: line.level },
    contentOf(schema, line),
  )
}

/** Where a pasted table's line stands after the transaction, and what belongs into its cells. */
export interface TableToFill {
  index: number
  rows: PastedLine[][][]
}

/**
 * One transaction that puts `lines` at the selection. Into an empty line they go as whole lines (their kinds and, cut
 * from here, their identities live on); into words, the first continues the line and the last takes its rest.
 */
export function pasteLines(
  state: EditorState,
  lines: readonly PastedLine[],
): { tr: Transaction; tables: TableToFill[] } {
  const { schema } = state
  const tr = state.tr
  if (!state.selection.empty) deleteSelected(tr)
  const first = lines[0]
  const $at = tr.selection.$from
  if (!first || $at.depth !== 1) return { tr, tables: [] }
  const here = $at.parent
  const plain = lines.length === 1 && !SOLID.has(first.kind)
  const nodes = lines.map(line => lineNode(schema, line))
  let start = $at.index(0)
  if (plain && (here.content.size > 0 || (first.kind === 'paragraf' && first.id === null))) {
    tr.replaceSelection(new Slice(contentOf(schema, first), 0, 0))
  } else if (here.content.size === 0 && !SOLID.has(kindOf(here))) {
    intoEmptyLine(tr, nodes, first)
  } else if (SOLID.has(kindOf(here))) {
    const after = $at.after(1)
    tr.insert(after, Fragment.from(nodes))
    start++
    caretAfter(tr, after, nodes)
  } else {
    const openStart = SOLID.has(first.kind) ? 0 : 1
    const openEnd = SOLID.has(lines.at(-1)?.kind ?? '') ? 0 : 1
    if (openStart === 0 && $at.parentOffset > 0) start++
    tr.replaceSelection(new Slice(Fragment.from(nodes), openStart, openEnd))
  }
  // Below a table there is always a place to go on writing.
  if (SOLID.has(kindOf(tr.doc.lastChild ?? here)))
    tr.insert(tr.doc.content.size, lineNode(schema, plainLine('')))
  const tables = lines.flatMap((line, i) => (line.rows ? [{ index: start + i, rows: line.rows }] : []))
  return { tr: tr.scrollIntoView(), tables }
}

function intoEmptyLine(tr: Transaction, nodes: PmNode[], first: PastedLine) {
  const $at = tr.selection.$from
  const pos = $at.before(1)
  const here = $at.parent
  if (first.id !== null || SOLID.has(first.kind)) {
    tr.insert(pos, Fragment.from(nodes))
    const after = pos + nodes.reduce((size, node) => size + node.nodeSize, 0)
    tr.delete(after, after + here.nodeSize)
    caretAfter(tr, pos, nodes)
    return
  }
  const [head, ...rest] = nodes
  if (!head) return
  for (const key of Object.keys(head.attrs)) {
    if (key !== 'id' && head.attrs[key] !== here.attrs[key]) tr.setNodeAttribute(pos, key, head.attrs[key])
  }
  tr.insert(pos + 1, head.content)
  const after = pos + head.nodeSize
  if (rest.length > 0) tr.insert(after, Fragment.from(rest))
  caretAfter(tr, pos, nodes)
}

/** The caret at the end of the last of `nodes`, which stand from `pos` on. */
function caretAfter(tr: Transaction, pos: number, nodes: readonly PmNode[]) {
  const end = pos + nodes.reduce((size, node) => size + node.nodeSize, 0)
  if (end <= tr.doc.content.size) {
    tr.setSelection(
      nodes.at(-1)?.isTextblock ? TextSelection.create(tr.doc, end - 1) : Selection.near(tr.doc.resolve(end)),
    )
  }
}
