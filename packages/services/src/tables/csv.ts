import { parse } from 'csv-parse/sync'

/** Why a file cannot be read at all; the names are ends of message keys. */
export type CsvFault = 'csv-size' | 'csv-broken'

export interface CsvLine {
  /** In the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** What parts the cells: a tab as copied from a spreadsheet, else as spreadsheets write it here, where the comma is the decimal one. */
function delimiterOf(text: string): '\t' | ';' | ',' {
  if (/^[^\n]*\t/.test(text)) return '\t'
  return /^[^\n,]*;/.test(text) ? ';' : ','
}

/** The lines of a CSV that are not empty, with tabs, commas or semicolons. */
export function readCsv(
  text: string,
  limits: { readonly rows: number; readonly recordBytes: number },
): readonly CsvLine[] | CsvFault {
  let rows: { record: string[]; info: { lines: number } }[]
  const delimiter = delimiterOf(text)
  try {
    rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      max_record_size: limits.recordBytes,
      relax_column_count: true,
      // What is copied quotes a cell only when a line ends in it: an inch is no quote.
      relax_quotes: delimiter === '\t',
      skip_empty_lines: true,
      to: limits.rows + 1,
      trim: true,
    }) as unknown as typeof rows
  } catch {
    return 'csv-broken'
  }
  if (rows.length > limits.rows) return 'csv-size'
  return rows.map(({ record, info }) => ({ line: info.lines, cells: record }))
}

/** What a spreadsheet would take for a formula. */
const FORMULA = /^(?:\s*[=+\-@]|[\t\r\n])/

/** A cell that no spreadsheet takes for a formula: an apostrophe stands in front of what would be one. */
export const guardedCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The same cell as it was. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text

const quoted = (text: string): string => (/[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const written = (cell: string | number | null): string =>
  typeof cell === 'string' ? quoted(guardedCell(cell)) : cell === null ? '' : String(cell)

/** A CSV that spreadsheets read as UTF-8; a number has a point before its decimals. */
export const writeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map(cells => `${cells.map(written).join(',')}\r\n`).join('')}`
