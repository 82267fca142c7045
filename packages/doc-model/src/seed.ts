import { randomId } from '@mufakat/kernel'
import * as Y from 'yjs'
import { addItem, itemText } from './items'
import type { JsonObject } from './json'
import { DEFAULT_KIND, TABLE_KIND } from './kinds'
import type { Span } from './line/spans'
import { LOCAL_EDIT, NOTULA_VERSION, rootName } from './notula-doc'
import { addColumn, addRow, cellText } from './tables'

export interface SeedLine {
  readonly id?: string
  readonly kind?: string
  readonly level?: number
  readonly attrs?: JsonObject
  /** Plain text, or spans with marks and embeds. */
  readonly text?: string
  readonly spans?: readonly Span[]
  /** Rows of cells of plain text; makes the line a table. */
  readonly table?: readonly (readonly string[])[]
}

export interface SeedItem {
  readonly id?: string
  readonly title: string
  readonly minutes?: number | null
  readonly presenter?: string | null
  readonly lines?: readonly SeedLine[]
}

/** A marker for a new line: only keys that differ from the default are written. */
export function newMarker(
  id: string,
  line: { kind?: string; level?: number; attrs?: Readonly<Record<string, unknown>> },
): Y.Map<unknown> {
  const entries: [string, unknown][] = [['id', id]]
  if (line.kind !== undefined && line.kind !== DEFAULT_KIND) entries.push(['kind', line.kind])
  if (line.level) entries.push(['level', line.level])
  for (const [name, value] of Object.entries(line.attrs ?? {}))
    if (value !== null && value !== undefined) entries.push([name, value])
  return new Y.Map(entries)
}

/** Writes lines at the end of a text. A line break inside a line's text becomes a space. */
export function appendLines(doc: Y.Doc, text: Y.Text, lines: readonly SeedLine[]): void {
  doc.transact(() => {
    for (const line of lines) {
      const id = line.id ?? randomId()
      const kind = line.table ? TABLE_KIND : line.kind
      text.insertEmbed(text.length, newMarker(id, { ...line, ...(kind === undefined ? {} : { kind }) }), {})
      for (const span of line.spans ?? (line.text ? [{ text: line.text }] : [])) {
        const marks = { ...span.marks }
        if ('text' in span) {
          if (span.text) text.insert(text.length, span.text.replace(/\n/g, ' '), marks)
        } else text.insertEmbed(text.length, span.embed as object, marks)
      }
      text.insert(text.length, '\n', {})
      if (line.table) seedTable(doc, id, line.table)
    }
  }, LOCAL_EDIT)
}

function seedTable(doc: Y.Doc, table: string, rows: readonly (readonly string[])[]): void {
  const width = Math.max(0, ...rows.map(row => row.length))
  const columns = Array.from({ length: width }, () => addColumn(doc, table))
  for (const cells of rows) {
    const row = addRow(doc, table)
    cells.forEach((cell, i) => {
      const column = columns[i]
      if (column !== undefined && cell) appendLines(doc, cellText(doc, table, row, column), [{ text: cell }])
    })
  }
}

/** Writes the first content of a notula: the version, the items and their lines, as one transaction. */
export function seedNotula(doc: Y.Doc, items: readonly SeedItem[]): void {
  doc.transact(() => {
    doc.getMap(rootName.meta).set('version', NOTULA_VERSION)
    for (const item of items) {
      const id = addItem(doc, item)
      if (item.lines?.length) appendLines(doc, itemText(doc, id), item.lines)
    }
  }, LOCAL_EDIT)
}
