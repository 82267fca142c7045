import { TextSelection } from '@tiptap/pm/state'
import { deleteLine, indent, joinBackward, moveLine, outdent, setKind, splitLine } from '../commands'
import { moveItem } from '../items'
import { addColumn, addRow } from '../tables'
import { pasteLines, type Writer } from './acts'
import type { HeadlessView } from './headless-view'

/** mulberry32: small, seeded, good enough to choose acts. */
export function random(seed: number) {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T }
}
export type Random = ReturnType<typeof random>

const KINDS = ['paragraf', 'judul', 'butir', 'keputusan', 'tindak-lanjut']

/** A random place in a line with words, or in any line. */
function place(view: HeadlessView, { below }: Random): { start: number; size: number } {
  const lines: { start: number; size: number }[] = []
  view.state.doc.forEach((line, pos) => {
    lines.push({ start: pos + 1, size: line.content.size })
  })
  return lines[below(lines.length)] ?? { start: 1, size: 0 }
}

/** Does one random act; returns how many units it means to delete. */
export function randomAct(writer: Writer, chance: Random): number {
  const { next, below, pick } = chance
  const view = next() < 0.9 ? writer.view('b') : next() < 0.5 ? writer.view('a') : writer.cell()
  const { start, size } = place(view, chance)
  const end = start + size
  const words = view.state.doc.textBetween(start, end, undefined, '\ufffc')
  /** A caret never stands between the halves of an emoji. */
  const whole = (at: number) => (/[\udc00-\udfff]/.test(words.charAt(at - start)) ? at + 1 : at)
  const offset = whole(start + below(size + 1))
  const { state } = view
  const x = next()
  if (x < 0.42) view.type(pick(['a', 'ab', 'aab', '😀', 'b']), pick([offset, offset, end, start]))
  else if (x < 0.5) {
    const to = whole(Math.min(end, offset + 1 + below(4)))
    view.dispatch(state.tr.delete(offset, to))
    return to - offset
  } else if (x < 0.58) view.select(offset).run(splitLine)
  else if (x < 0.64) {
    view.select(start).run(joinBackward)
  } else if (x < 0.7) view.select(offset).run(setKind(pick(KINDS)))
  else if (x < 0.73) view.select(offset).run(next() < 0.5 ? indent : outdent)
  else if (x < 0.77) {
    const bold = state.schema.marks.bold?.create()
    if (bold && offset < end)
      view.dispatch(
        next() < 0.7 ? state.tr.addMark(offset, end, bold) : state.tr.removeMark(start, end, bold),
      )
  } else if (x < 0.8) {
    view.select(offset).run(deleteLine)
    return size
  } else if (x < 0.88) view.select(offset).run(moveLine(next() < 0.5 ? -1 : 1))
  else if (x < 0.92) {
    view.select(offset)
    pasteLines(
      view,
      pick([
        ['ab', 'ba'],
        ['a', 'b', 'a'],
        ['', 'b'],
      ]),
    )
  } else if (x < 0.94) {
    const other = place(view, chance)
    const [from, to] = [offset, other.start + other.size].sort((a, b) => a - b) as [number, number]
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    const units = state.doc.textBetween(from, to, undefined, '\ufffc').length
    // A table can't be joined: cut through its caption, and the rest of that is written again (SPEC, N7).
    const last = state.doc.resolve(to).node(1).attrs.kind
    if (units > 12 || last === 'tabel') return 0
    view.dispatch(view.state.tr.deleteSelection())
    return units
  } else if (x < 0.96) addRow(writer.doc, 'tabel', null)
  else if (x < 0.97) addColumn(writer.doc, 'tabel')
  else moveItem(writer.doc, pick(['a', 'b', 'c']), pick([null, 'a', 'c']))
  return 0
}
