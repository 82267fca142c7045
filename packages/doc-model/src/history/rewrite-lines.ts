import { Fragment, Mark, type Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { changedRanges } from '../binding/changed-ranges'
import { LineBinding } from '../binding/line-binding'
import { inlineNode, marksOf } from '../binding/marks'
import type { ContentLine } from '../content'
import { VIRTUAL_ID } from '../content'
import { canonicalJson } from '../json'
import { LINE_ATTRS } from '../kinds'
import type { Span } from '../line/spans'
import { notulaSchema } from '../schema'
import { movedIds } from './compare'
import { diffRuns, wordsOf } from './runs'

/** An editor that nobody looks at: the steps of a person, made by the server, go through the same binding. */
class UnseenView {
  state = EditorState.create({ schema: notulaSchema })
  readonly binding: LineBinding

  constructor(text: Y.Text) {
    this.binding = new LineBinding(text)
    this.binding.attach(this)
  }

  dispatch(tr: Transaction): void {
    this.state = this.state.apply(tr)
  }

  edit(tr: Transaction): void {
    this.dispatch(tr)
    this.binding.takeOver(changedRanges(tr.mapping.maps))
  }
}

/**
 * Makes the lines of a text those that are given, as somebody would who types only the difference: words that stay
 * stay, lines keep their ids, removed ones come back with theirs. [N20]
 * @returns the id each line has got: its own, unless that stands elsewhere or is nobody's any more
 */
export function rewriteLines(text: Y.Text, lines: readonly ContentLine[]): readonly string[] {
  const view = new UnseenView(text)
  const tr = view.state.tr
  const wanted = lines.map(lineNode)
  const standing = childrenOf(tr.doc).map(node => ({ id: idOf(node), node }))
  const ids = wanted.map((node, i) => ({ id: knownId(idOf(node), standing), at: i }))
  const moved = movedIds(standing, ids)
  const staying = new Map(ids.filter(({ id }) => !moved.has(id)).map(({ id, at }) => [id, at]))
  const kept = new Set<number>()
  let end = tr.doc.content.size
  for (const { id, node } of standing.toReversed()) {
    const pos = end - node.nodeSize
    const at = staying.get(id)
    if (at === undefined || kept.has(at)) tr.delete(pos, end)
    else {
      kept.add(at)
      rewriteLine(tr, pos, node, wanted[at] as Node)
    }
    end = pos
  }
  let pos = 0
  wanted.forEach((node, i) => {
    if (!kept.has(i)) tr.insert(pos, withId(node, ids[i]?.id ?? null))
    pos += tr.doc.nodeAt(pos)?.nodeSize ?? 0
  })
  if (tr.docChanged) view.edit(tr)
  view.binding.detach()
  return childrenOf(view.state.doc).map(idOf)
}

function childrenOf(doc: Node): Node[] {
  const children: Node[] = []
  doc.forEach(child => void children.push(child))
  return children
}

const idOf = (node: Node): string => (typeof node.attrs.id === 'string' ? node.attrs.id : VIRTUAL_ID)

const withId = (node: Node, id: string | null): Node =>
  node.type.create({ ...node.attrs, id: id === VIRTUAL_ID ? null : id }, node.content)

/** A doubled id is told apart by the whole document in a reading, by its own text here. [N8] */
function knownId(id: string, standing: readonly { id: string }[]): string {
  const own = id.replace(/~\d+$/, '')
  return standing.some(other => other.id === id) || !standing.some(other => other.id === own) ? id : own
}

function lineNode(line: ContentLine): Node {
  const attrs: Record<string, unknown> = { id: line.id, kind: line.kind, level: line.level }
  for (const name of LINE_ATTRS) attrs[name] = line.attrs[name] ?? null
  return notulaSchema.nodes.line.create(attrs, Fragment.fromArray(line.spans.map(spanNode)))
}

function spanNode(span: Span): Node {
  const attrs = span.marks ?? null
  if ('text' in span) return notulaSchema.text(span.text, marksOf(attrs, notulaSchema))
  return inlineNode({ type: 'embed', value: span.embed, attrs, client: 0, clock: 0, length: 1 }, notulaSchema)
}

/** Facts, then words from the last to the first, so that places before a change still hold; then formats. */
function rewriteLine(tr: Transaction, pos: number, node: Node, wanted: Node): void {
  for (const name of ['kind', 'level', ...LINE_ATTRS])
    if (node.attrs[name] !== wanted.attrs[name]) tr.setNodeAttribute(pos, name, wanted.attrs[name])
  const before = tokensOf(node)
  const after = tokensOf(wanted)
  let old = node.content.size
  let next = wanted.content.size
  for (const { change, parts } of diffRuns(before, after, (a, b) => a.key === b.key).toReversed()) {
    const size = parts.reduce((sum, part) => sum + part.size, 0)
    if (change === 'added') tr.insert(pos + 1 + old, wanted.content.cut(next - size, next))
    else if (change === 'removed') tr.delete(pos + 1 + old - size, pos + 1 + old)
    if (change !== 'removed') next -= size
    if (change !== 'added') old -= size
  }
  let at = pos + 1
  wanted.forEach(child => {
    rewriteMarks(tr, at, child)
    at += child.nodeSize
  })
}

function rewriteMarks(tr: Transaction, from: number, wanted: Node): void {
  const to = from + wanted.nodeSize
  let same = true
  tr.doc.nodesBetween(from, to, node => {
    if (node.isInline && !Mark.sameSet(node.marks, wanted.marks)) same = false
  })
  if (same) return
  tr.removeMark(from, to)
  for (const mark of wanted.marks) tr.addMark(from, to, mark)
}

/** Words, gaps and signs of a line; an embed is one by its content. */
function tokensOf(node: Node): { key: string; size: number }[] {
  const tokens: { key: string; size: number }[] = []
  let words = ''
  const flush = () => {
    for (const key of wordsOf(words)) tokens.push({ key, size: key.length })
    words = ''
  }
  node.forEach(child => {
    if (child.isText) words += child.text ?? ''
    else {
      flush()
      tokens.push({ key: canonicalJson(child.type.create(child.attrs).toJSON()), size: child.nodeSize })
    }
  })
  flush()
  return tokens
}
