import type { Align, Block, Cell, Paragraph, Run, Table } from '../paper'
import { printable } from '../printable'

/** Text of people or of the catalogue as runs; nothing gets into a paper by another way. */
export const runs = (text: string, style: Omit<Run, 'text'> = {}): readonly Run[] =>
  text === '' ? [] : [{ text: printable(text), ...style }]

export const paragraph = (text: string, look: Omit<Paragraph, 'type' | 'runs'> = {}): Paragraph => ({
  type: 'paragraph',
  runs: runs(text),
  ...look,
})

/** A sentence that ends in a name with a point ("S.E.") has one point, not two. */
export const sentence = (text: string): string => text.replace(/\.\.(?=\s|$)/g, '.')

/** A cell of a table, or a value: one paragraph. */
export const cell = (text: string, look: Omit<Paragraph, 'type' | 'runs'> = {}): Cell => [
  paragraph(text, { align: 'left', ...look }),
]

export const numbered = (texts: readonly string[], level = 0): Block => ({
  type: 'list',
  items: texts.map((text, at) => ({ level, number: at + 1, runs: runs(text) })),
})

interface ColumnTitle {
  readonly title: string
  readonly weight: number
  readonly align?: Align
}

/** A table with a head of titles; a text in a row becomes a cell with the column's alignment. */
export const table = (
  columns: readonly ColumnTitle[],
  rows: readonly (readonly (string | Cell)[])[],
  look: Pick<Table, 'size' | 'rowHeight' | 'width'> = {},
): Table => ({
  type: 'table',
  weights: columns.map(({ weight }) => weight),
  head: columns.map(({ title }) => [
    { type: 'paragraph', runs: runs(title, { bold: true }), align: 'center' },
  ]),
  rows: rows.map(row =>
    row.map((value, at) =>
      typeof value === 'string' ? cell(value, { align: columns[at]?.align ?? 'left' }) : value,
    ),
  ),
  ...look,
})
