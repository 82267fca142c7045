import type { Node } from '@tiptap/pm/model'
import { Slice } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { ShownLine } from './shown-line'

// From what Y says to the smallest steps that make the view say it: caret, composition and phone keyboards stay
// calm when only what changed is replaced. Pure: makes a transaction, dispatches nothing. [N15]

const isLow = (text: string | undefined, at: number) => /^[\udc00-\udfff]/.test(text?.charAt(at) ?? '')

/** Replaces what differs in the content of a line; never between the halves of a code point. */
function drawContent(tr: Transaction, pos: number, before: Node, after: Node): void {
  const found = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (found === null || ends === null) return
  let start = found
  const inText = after.content.size > start ? after.resolve(start) : null
  if (inText?.textOffset && isLow(inText.parent.child(inText.index()).text, inText.textOffset)) start--
  const was = before.content.size > start ? before.resolve(start) : null
  if (start === found && was?.textOffset && isLow(was.parent.child(was.index()).text, was.textOffset)) start--
  let { a: endBefore, b: endAfter } = ends
  const overlap = start - Math.min(endBefore, endAfter)
  if (overlap > 0) {
    endBefore += overlap
    endAfter += overlap
  }
  const last = endAfter < after.content.size ? after.resolve(endAfter) : null
  if (last?.textOffset && isLow(last.parent.child(last.index()).text, last.textOffset)) {
    endBefore++
    endAfter++
  }
  tr.replace(pos + 1 + start, pos + 1 + endBefore, new Slice(after.content.cut(start, endAfter), 0, 0))
}

function drawLine(tr: Transaction, pos: number, before: Node, after: Node): void {
  if (before === after) return
  drawContent(tr, pos, before, after)
  for (const name of Object.keys(after.attrs))
    if (before.attrs[name] !== after.attrs[name]) tr.setNodeAttribute(pos, name, after.attrs[name])
}

/** Indexes of `wanted` in `drawn` that keep their order (patience: longest run found by binary search). */
function common(drawn: readonly ShownLine[], wanted: readonly ShownLine[]): Map<ShownLine, number> {
  const at = new Map(drawn.map((line, i) => [line.root, i]))
  const tails: number[] = []
  const previous: number[] = []
  const places = wanted.map(line => at.get(line.root) ?? -1)
  places.forEach((place, i) => {
    if (place < 0) return
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[tails[middle] as number] as number) < place) low = middle + 1
      else high = middle
    }
    previous[i] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = i
  })
  const kept = new Map<ShownLine, number>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1)
    kept.set(wanted[i] as ShownLine, places[i] as number)
  return kept
}

/**
 * Steps from `drawn` (what the document of `state` shows) to `wanted`; null when there is nothing to do. The
 * selection is left to the caller.
 */
export function drawLines(
  state: EditorState,
  drawn: readonly ShownLine[],
  wanted: readonly ShownLine[],
): Transaction | null {
  const { doc, tr } = state
  const most = Math.min(drawn.length, wanted.length, doc.childCount)
  let before = 0
  let pos = 0
  while (
    before < most &&
    drawn[before]?.root === wanted[before]?.root &&
    doc.child(before) === wanted[before]?.node
  )
    pos += doc.child(before++).nodeSize
  let after = 0
  while (
    after < most - before &&
    drawn[drawn.length - 1 - after]?.root === wanted[wanted.length - 1 - after]?.root &&
    doc.child(doc.childCount - 1 - after) === wanted[wanted.length - 1 - after]?.node
  )
    after++
  const target = wanted.slice(before, wanted.length - after)
  const kept = common(drawn.slice(before, drawn.length - after), target)
  let index = before
  const dropUpTo = (end: number) => {
    let size = 0
    while (index < end) {
      size += doc.child(index).nodeSize
      index++
    }
    if (size) tr.delete(pos, pos + size)
  }
  for (const line of target) {
    const place = kept.get(line)
    if (place === undefined) {
      tr.insert(pos, line.node)
      pos += line.node.nodeSize
      continue
    }
    dropUpTo(before + place)
    drawLine(tr, pos, doc.child(index), line.node)
    pos += line.node.nodeSize
    index++
  }
  dropUpTo(doc.childCount - after)
  return tr.docChanged ? tr : null
}
