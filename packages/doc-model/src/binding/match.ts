import type { Node } from '@tiptap/pm/model'
import type { ChangedRange } from './changed-ranges'
import { type HeldUnit, heldUnits, nodeUnits, type ShownLine, type Unit } from './shown-line'

// Which line of the new document is which old line, and which of its units stood there before.
// 1. A unit outside of the changed stretches is the same unit; inside them only what a line of the same identity
//    has in common at both ends of a replacement counts as the same.
// 2. Every old unit is the source of at most one new unit, and the sources of a line are in order per old line.
// 3. No half of a code point is kept without the other half. [N16]
// 4. Every old line is matched by at most one new line.

export interface OldLine {
  readonly index: number
  readonly shown: ShownLine
  readonly node: Node
  /** Position before the node. */
  readonly pos: number
  readonly units: readonly HeldUnit[]
  /** For every unit: the new line that keeps it. */
  readonly keptBy: (NewLine | null)[]
  match: NewLine | null
  /** Whether the steps left the line's own beginning alone. */
  untouched: boolean
}

export interface Source {
  readonly line: OldLine
  readonly unit: number
}

export interface NewLine {
  readonly index: number
  readonly node: Node
  readonly pos: number
  readonly units: readonly Unit[]
  readonly sources: (Source | null)[]
  match: OldLine | null
}

export interface Matched {
  readonly old: OldLine[]
  readonly next: NewLine[]
  /** Number of unchanged lines before and after the window. */
  readonly before: number
  readonly after: number
}

function windowOf(oldDoc: Node, newDoc: Node) {
  const most = Math.min(oldDoc.childCount, newDoc.childCount)
  let before = 0
  let after = 0
  let pos = 0
  while (before < most && oldDoc.child(before) === newDoc.child(before))
    pos += oldDoc.child(before++).nodeSize
  while (
    after < most - before &&
    oldDoc.child(oldDoc.childCount - 1 - after) === newDoc.child(newDoc.childCount - 1 - after)
  )
    after++
  return { before, after, pos }
}

export function matchLines(
  oldDoc: Node,
  newDoc: Node,
  ranges: readonly ChangedRange[],
  drawn: readonly ShownLine[],
): Matched {
  const { before, after, pos } = windowOf(oldDoc, newDoc)
  const old: OldLine[] = []
  let at = pos
  for (let i = before; i < oldDoc.childCount - after; i++) {
    const shown = drawn[i]
    if (!shown) throw new Error('the view shows a line the binding has not drawn')
    const units = heldUnits(shown)
    const node = oldDoc.child(i)
    old.push({
      index: i,
      shown,
      node,
      pos: at,
      units,
      keptBy: units.map(() => null),
      match: null,
      untouched: false,
    })
    at += node.nodeSize
  }
  const next: NewLine[] = []
  at = pos
  for (let i = before; i < newDoc.childCount - after; i++) {
    const node = newDoc.child(i)
    const units = nodeUnits(node)
    next.push({ index: i, node, pos: at, units, sources: units.map(() => null), match: null })
    at += node.nodeSize
  }
  const lines = { old, next }
  matchByPlace(lines, ranges)
  matchById(lines)
  keepUnits(lines, ranges)
  swapAtStart(lines)
  claimGone(lines)
  keepCommonEnds(lines)
  keepCodePointsWhole(lines)
  return { ...lines, before, after }
}

type Lines = Pick<Matched, 'old' | 'next'>

/** Where an old position went, or null when it lies in a changed stretch. */
function mapper(ranges: readonly ChangedRange[]) {
  return (pos: number): number | null => {
    let shift = 0
    for (const range of ranges) {
      if (pos < range.from) break
      if (pos < range.to) return null
      shift = range.newTo - range.to
    }
    return pos + shift
  }
}

function link(old: OldLine, next: NewLine): void {
  old.match = next
  next.match = old
}

function matchByPlace({ old, next }: Lines, ranges: readonly ChangedRange[]): void {
  const map = mapper(ranges)
  const starts = new Map(next.map(line => [line.pos, line]))
  for (const line of old) {
    const pos = map(line.pos)
    const found = pos === null ? undefined : starts.get(pos)
    if (!found || found.match) continue
    link(line, found)
    line.untouched = true
  }
}

function matchById({ old, next }: Lines): void {
  const free = new Map(old.filter(line => !line.match).map(line => [line.node.attrs.id as unknown, line]))
  const candidates = next.filter(line => !line.match && line.node.attrs.id !== null)
  // Of two halves with the same id the one with words in it is the line.
  for (const wanted of [(line: NewLine) => line.units.length > 0, () => true])
    for (const line of candidates) {
      const found = free.get(line.node.attrs.id)
      if (line.match || !found || found.match || !wanted(line)) continue
      link(found, line)
    }
}

function keepUnits({ old, next }: Lines, ranges: readonly ChangedRange[]): void {
  const map = mapper(ranges)
  let into = 0
  for (const line of old)
    for (let unit = 0; unit < line.units.length; unit++) {
      const pos = map(line.pos + 1 + unit)
      if (pos === null) continue
      while (into + 1 < next.length && (next[into + 1] as NewLine).pos <= pos) into++
      const target = next[into]
      const offset = target ? pos - target.pos - 1 : -1
      if (!target || offset < 0 || offset >= target.units.length) continue
      target.sources[offset] = { line, unit }
      line.keptBy[unit] = target
    }
}

/** Enter at the very start leaves an empty line above: the words keep their line, the empty one is new. */
function swapAtStart({ next }: Lines): void {
  for (let i = 0; i + 1 < next.length; i++) {
    const empty = next[i] as NewLine
    const rest = next[i + 1] as NewLine
    const line = empty.match
    if (!line?.units.length || empty.units.length || rest.match) continue
    if (rest.node.attrs.id !== null && rest.node.attrs.id !== line.node.attrs.id) continue
    const first = rest.sources.find(source => source !== null)
    if (first?.line !== line || first.unit !== 0) continue
    empty.match = null
    link(line, rest)
  }
}

/** A line without identity that begins with the words of a line that is gone is that line. */
function claimGone({ next }: Lines): void {
  for (const line of next) {
    if (line.match) continue
    const first = line.sources.find(source => source !== null)
    if (first && !first.line.match && first.line.keptBy.every(by => by === null || by === line))
      link(first.line, line)
  }
}

function keepCommonEnds({ next }: Lines): void {
  for (const line of next) {
    const old = line.match
    if (!old) continue
    const { units, sources } = line
    for (let start = 0; start < units.length; start++) {
      if (sources[start]) continue
      let end = start
      while (end < units.length && !sources[end]) end++
      const left = sources[start - 1]
      const right = sources[end]
      const run = { from: start, to: end }
      start = end
      if ((left && left.line !== old) || (right && right.line !== old)) continue
      const gap = { from: left ? left.unit + 1 : 0, to: right ? right.unit : old.units.length }
      if (old.keptBy.slice(gap.from, gap.to).some(by => by !== null)) continue
      const same = (a: number, b: number) => old.units[a]?.key === units[b]?.key
      const keep = (a: number, b: number) => {
        sources[b] = { line: old, unit: a }
        old.keptBy[a] = line
      }
      while (gap.from < gap.to && run.from < run.to && same(gap.from, run.from)) keep(gap.from++, run.from++)
      while (gap.from < gap.to && run.from < run.to && same(gap.to - 1, run.to - 1)) keep(--gap.to, --run.to)
    }
  }
}

const isHigh = (key: string | undefined) => key !== undefined && /^[\ud800-\udbff]$/.test(key)
const isLow = (key: string | undefined) => key !== undefined && /^[\udc00-\udfff]$/.test(key)

export function forget(line: NewLine, index: number): void {
  const source = line.sources[index]
  if (!source) return
  line.sources[index] = null
  source.line.keptBy[source.unit] = null
}

function keepCodePointsWhole({ old, next }: Lines): void {
  for (const line of next)
    for (let i = 0; i < line.units.length; i++) {
      if (!isHigh(line.units[i]?.key) || !isLow(line.units[i + 1]?.key)) continue
      const [high, low] = [line.sources[i], line.sources[i + 1]]
      if (high && low && high.line === low.line && high.unit + 1 === low.unit) continue
      forget(line, i)
      forget(line, i + 1)
    }
  // A half whose other half is deleted goes too: the new document has it as a new, whole unit or not at all.
  for (const line of old)
    for (let i = 0; i + 1 < line.units.length; i++) {
      if (!isHigh(line.units[i]?.key) || !isLow(line.units[i + 1]?.key)) continue
      const [high, low] = [line.keptBy[i], line.keptBy[i + 1]]
      if ((high === null) === (low === null)) continue
      const keeper = high ?? low
      const at = keeper?.sources.findIndex(s => s?.line === line && s.unit === (high ? i : i + 1)) ?? -1
      if (keeper && at >= 0) forget(keeper, at)
    }
}
