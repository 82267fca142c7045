import type * as Y from 'yjs'
import { type Item, itemText, itemTitle, listAllItems } from './items'
import { canonicalJson as canonical, type Json, type JsonObject } from './json'
import { DEFAULT_KIND, MAX_LEVEL, STRUCTURE_KEYS } from './kinds'
import { isTableSegment, type Line, layOut } from './line/layout'
import { readSegments, type Segment } from './line/segment'
import { type Span, spansOf, spansText } from './line/spans'
import { documentVersion } from './notula-doc'
import { cellText, tableGrid } from './tables'

export interface ContentTable {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly (readonly ContentLine[])[] }[]
}

/** A line as it is read. `attrs` holds every key of the line that is not structure, unknown ones too. */
export interface ContentLine {
  readonly id: string
  readonly kind: string
  readonly level: number
  readonly attrs: JsonObject
  readonly spans: readonly Span[]
  /** Present on a line of kind `tabel`. */
  readonly table?: ContentTable
}

export interface ContentItem {
  readonly id: string
  readonly title: string
  readonly minutes: number | null
  readonly presenter: string | null
  readonly lines: readonly ContentLine[]
}

export interface NotulaContent {
  readonly version: number
  readonly items: readonly ContentItem[]
}

export interface RemovedContent {
  readonly items: readonly ContentItem[]
  readonly lines: readonly { readonly itemId: string; readonly line: ContentLine }[]
}

const asJson = (value: unknown): Json => {
  const shared = value as { toJSON?: () => Json } | null | undefined
  return typeof shared?.toJSON === 'function' ? shared.toJSON() : ((value ?? null) as Json)
}

/** Kind of a segment; a marker without a readable one, or text before any marker, is a paragraph. */
export const segmentKind = (segment: Segment): string => {
  const kind = segment.marker?.get('kind')
  return typeof kind === 'string' ? kind : DEFAULT_KIND
}

export const segmentLevel = (segment: Segment): number => {
  const level = segment.marker?.get('level')
  return typeof level === 'number' && Number.isInteger(level) ? Math.min(Math.max(level, 0), MAX_LEVEL) : 0
}

/** The keys of a line that are not structure; structure of an unreadable type counts as unknown nowhere. */
export function segmentAttrs(segment: Segment): JsonObject {
  const attrs: Record<string, Json> = {}
  for (const [name, value] of segment.marker?.entries() ?? [])
    if (!STRUCTURE_KEYS.has(name)) attrs[name] = asJson(value)
  return attrs
}

/** Ids are unique in a document: the first in order keeps its id, later ones get a derived one. [N8] */
class Ids {
  private readonly taken = new Set<string>()
  take(id: string): string {
    let name = id
    for (let n = 2; this.taken.has(name); n++) name = `${id}~${n}`
    this.taken.add(name)
    return name
  }
}

/** The id a reading gives to words before any marker. */
export const VIRTUAL_ID = 'awal'

function contentLine(doc: Y.Doc, line: Line, ids: Ids): ContentLine {
  const { root } = line
  const own = {
    id: ids.take(root.id ?? VIRTUAL_ID),
    kind: segmentKind(root),
    level: segmentLevel(root),
    attrs: segmentAttrs(root),
    spans: spansOf(line),
  }
  if (root.id === null || !isTableSegment(root)) return own
  const { rows, columns } = tableGrid(doc, root.id)
  const table = root.id
  return {
    ...own,
    table: {
      columns: columns.map(column => column.id),
      rows: rows.map(row => ({
        id: row.id,
        cells: columns.map(
          column => textLines(doc, cellText(doc, table, row.id, column.id), new Ids()).lines,
        ),
      })),
    },
  }
}

function textLines(doc: Y.Doc, text: Y.Text, ids: Ids) {
  const layout = layOut(readSegments(text))
  return { layout, lines: layout.lines.map(line => contentLine(doc, line, ids)) }
}

/** The lines of one item's text, or of a cell's, as they are read. */
export const readLines = (doc: Y.Doc, text: Y.Text): readonly ContentLine[] =>
  textLines(doc, text, new Ids()).lines

const contentItem = (doc: Y.Doc, item: Item, lines: readonly ContentLine[]): ContentItem => ({
  id: item.id,
  title: itemTitle(doc, item.id).toString(),
  minutes: item.minutes,
  presenter: item.presenter,
  lines,
})

/**
 * The notula as everyone reads it: no DOM, no authors, and a meaning for every merge of admissible edits [N1].
 * Reading never writes [N2].
 */
export function readNotula(doc: Y.Doc): NotulaContent {
  const ids = new Ids()
  const items = listAllItems(doc).filter(item => !item.removed)
  return {
    version: documentVersion(doc),
    items: items.map(item => contentItem(doc, item, textLines(doc, itemText(doc, item.id), ids).lines)),
  }
}

/** What is out of sight but not lost: removed items with their text, removed lines and tables. */
export function readRemoved(doc: Y.Doc): RemovedContent {
  const items: ContentItem[] = []
  const lines: { itemId: string; line: ContentLine }[] = []
  for (const item of listAllItems(doc)) {
    const { layout, lines: shown } = textLines(doc, itemText(doc, item.id), new Ids())
    if (item.removed) items.push(contentItem(doc, item, shown))
    for (const line of layout.hidden) lines.push({ itemId: item.id, line: contentLine(doc, line, new Ids()) })
  }
  return { items, lines }
}

/** The bytes a hash, an export or a comparison is made over: items and lines, keys sorted. [N13] */
export const canonicalJson = (content: NotulaContent): string => canonical(content)

export const lineText = (line: ContentLine): string => spansText(line.spans)

/** An item as plain text, one line of text each; table cells are separated by a tab. */
export function itemPlainText(item: ContentItem): string {
  const tableText = (table: ContentTable): string =>
    table.rows.map(row => row.cells.map(cell => cell.map(lineText).join(' ')).join('\t')).join('\n')
  return item.lines.map(line => (line.table ? tableText(line.table) : lineText(line))).join('\n')
}
