import { staying } from '../binding/moves'
import type { ContentItem, ContentLine, ContentTable, NotulaContent } from '../content'
import { lineText } from '../content'
import { type Json, sameJson } from '../json'
import { diffRuns, wordsOf } from './runs'

// Two readings of a notula side by side, by the ids of items and lines, never by place: a line that stands elsewhere
// was moved, and one that was cut from one item and pasted into another is still the same. [N19]

export type Change = 'same' | 'changed' | 'added' | 'removed'

export interface ComparedWords {
  readonly change: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A fact of a line or item that is not its words: `kind`, `level`, `marks`, an attribute, `minutes`, … */
export interface ComparedFact {
  readonly name: string
  readonly before: Json
  readonly after: Json
}

export interface ComparedLine {
  readonly id: string
  readonly change: Change
  /** Stands elsewhere among the lines that both have, or in another item. */
  readonly moved: boolean
  /** As it is after; as it was when it was removed. */
  readonly line: ContentLine
  readonly words: readonly ComparedWords[]
  readonly facts: readonly ComparedFact[]
  readonly table: ComparedTable | null
}

export interface ComparedTable {
  readonly rows: readonly {
    readonly id: string
    readonly change: Change
    readonly cells: readonly { readonly change: Change; readonly lines: readonly ComparedLine[] }[]
  }[]
}

export interface ComparedItem {
  readonly id: string
  readonly change: Change
  readonly moved: boolean
  readonly title: readonly ComparedWords[]
  readonly facts: readonly ComparedFact[]
  readonly lines: readonly ComparedLine[]
}

export interface Comparison {
  readonly items: readonly ComparedItem[]
  /** Lines and items that differ. */
  readonly count: number
}

type Found = ReadonlyMap<string, { readonly line: ContentLine; readonly itemId: string }>

export function compareNotula(before: NotulaContent, after: NotulaContent): Comparison {
  const was = new Map(before.items.map(item => [item.id, item]))
  const known = { before: linesById(before), after: linesById(after) }
  const moved = movedIds(before.items, after.items)
  const items = mergeById(before.items, after.items).map(({ part, gone }) => {
    const old = was.get(part.id)
    return comparedItem(gone ? part : (old ?? null), gone ? null : part, moved.has(part.id), known)
  })
  const count = items.reduce(
    (sum, item) =>
      sum +
      (ownChange(item) ? 1 : 0) +
      item.lines.filter(line => line.change !== 'same' || line.moved).length,
    0,
  )
  return { items, count }
}

const ownChange = (item: ComparedItem): boolean =>
  item.moved ||
  item.change === 'added' ||
  item.change === 'removed' ||
  item.facts.length > 0 ||
  item.title.some(run => run.change !== 'same')

function linesById(content: NotulaContent): Found {
  const found = new Map<string, { line: ContentLine; itemId: string }>()
  for (const item of content.items)
    for (const line of item.lines) found.set(line.id, { line, itemId: item.id })
  return found
}

interface Named {
  readonly id: string
}

/** Ids that both have and that stand elsewhere; as few as can be. */
export function movedIds(before: readonly Named[], after: readonly Named[]): Set<string> {
  const places = new Map(before.map((part, i) => [part.id, i]))
  const both = after.filter(part => places.has(part.id))
  const stay = staying(
    both.map(part => places.get(part.id) as number),
    () => 1,
  )
  return new Set(both.filter((_, i) => !stay.has(i)).map(part => part.id))
}

/** What stands after, and each removed one behind what it stood behind. */
function mergeById<T extends Named>(before: readonly T[], after: readonly T[]): { part: T; gone: boolean }[] {
  const kept = new Set(after.map(part => part.id))
  const behind = new Map<string | null, T[]>()
  let anchor: string | null = null
  for (const part of before) {
    if (kept.has(part.id)) anchor = part.id
    else behind.set(anchor, [...(behind.get(anchor) ?? []), part])
  }
  const goneBehind = (id: string | null) => (behind.get(id) ?? []).map(part => ({ part, gone: true }))
  return [...goneBehind(null), ...after.flatMap(part => [{ part, gone: false }, ...goneBehind(part.id)])]
}

function comparedItem(
  before: ContentItem | null,
  after: ContentItem | null,
  moved: boolean,
  known: { before: Found; after: Found },
): ComparedItem {
  const item = (after ?? before) as ContentItem
  const title = comparedWords(before?.title ?? '', after?.title ?? '')
  const facts =
    before && after
      ? comparedFacts(
          { minutes: before.minutes, presenter: before.presenter },
          { minutes: after.minutes, presenter: after.presenter },
        )
      : []
  const lines = comparedLines(before?.lines ?? [], after?.lines ?? [], item.id, known)
  const differs =
    facts.length > 0 ||
    title.some(run => run.change !== 'same') ||
    lines.some(line => line.change !== 'same' || line.moved)
  const change = before === null ? 'added' : after === null ? 'removed' : differs ? 'changed' : 'same'
  return { id: item.id, change, moved, title, facts, lines }
}

function comparedLines(
  before: readonly ContentLine[],
  after: readonly ContentLine[],
  itemId: string,
  known: { before: Found; after: Found },
): ComparedLine[] {
  const moved = movedIds(before, after)
  return mergeById(before, after).flatMap(({ part, gone }) => {
    // What went to another item is told there.
    if (gone) return known.after.has(part.id) ? [] : [comparedLine(part, null, false)]
    const old = known.before.get(part.id)
    if (old === undefined) return [comparedLine(null, part, false)]
    return [comparedLine(old.line, part, old.itemId !== itemId || moved.has(part.id))]
  })
}

function comparedLine(before: ContentLine | null, after: ContentLine | null, moved: boolean): ComparedLine {
  const line = (after ?? before) as ContentLine
  const words = comparedWords(before ? lineText(before) : '', after ? lineText(after) : '')
  const facts = before && after ? lineFacts(before, after, words) : []
  const table = before?.table || after?.table ? comparedTable(before?.table, after?.table) : null
  const differs =
    facts.length > 0 ||
    words.some(run => run.change !== 'same') ||
    (table?.rows.some(row => row.change !== 'same') ?? false)
  const change = before === null ? 'added' : after === null ? 'removed' : differs ? 'changed' : 'same'
  return { id: line.id, change, moved, line, words, facts, table }
}

function lineFacts(before: ContentLine, after: ContentLine, words: readonly ComparedWords[]): ComparedFact[] {
  const facts = comparedFacts(
    { kind: before.kind, level: before.level, ...before.attrs },
    { kind: after.kind, level: after.level, ...after.attrs },
  )
  const sameWords = words.every(run => run.change === 'same')
  if (sameWords && !sameJson(before.spans, after.spans))
    facts.push({ name: 'marks', before: null, after: null })
  return facts
}

function comparedFacts(
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): ComparedFact[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .filter(name => !sameJson(before[name] ?? null, after[name] ?? null))
    .map(name => ({ name, before: before[name] ?? null, after: after[name] ?? null }))
}

const comparedWords = (before: string, after: string): ComparedWords[] =>
  diffRuns(wordsOf(before), wordsOf(after)).map(({ change, parts }) => ({ change, text: parts.join('') }))

const EMPTY_TABLE: ContentTable = { columns: [], rows: [] }

/** Rows and columns of both, by their ids; a cell's lines as those of an item. */
function comparedTable(before = EMPTY_TABLE, after = EMPTY_TABLE): ComparedTable {
  const columns = mergeById(
    before.columns.map(id => ({ id })),
    after.columns.map(id => ({ id })),
  ).map(({ part }) => part.id)
  const was = new Map(before.rows.map(row => [row.id, row]))
  const rows = mergeById(before.rows, after.rows).map(({ part, gone }) => {
    const old = gone ? part : was.get(part.id)
    const now = gone ? undefined : part
    const cells = columns.map(column => {
      const [a, b] = [old?.cells[before.columns.indexOf(column)], now?.cells[after.columns.indexOf(column)]]
      return comparedCell(a, b)
    })
    const change: Change =
      old === undefined
        ? 'added'
        : now === undefined
          ? 'removed'
          : cells.every(cell => cell.change === 'same')
            ? 'same'
            : 'changed'
    return { id: part.id, change, cells }
  })
  return { rows }
}

function comparedCell(before: readonly ContentLine[] | undefined, after: readonly ContentLine[] | undefined) {
  const content = (lines: readonly ContentLine[] = []): NotulaContent => ({
    version: 0,
    items: [{ id: '', title: '', minutes: null, presenter: null, lines }],
  })
  const known = { before: linesById(content(before)), after: linesById(content(after)) }
  const lines = comparedLines(before ?? [], after ?? [], '', known)
  const differs = lines.some(line => line.change !== 'same' || line.moved)
  const change: Change =
    before === undefined
      ? after === undefined
        ? 'same'
        : 'added'
      : after === undefined
        ? 'removed'
        : differs
          ? 'changed'
          : 'same'
  return { change, lines }
}
