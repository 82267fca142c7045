import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectTable } from '@mufakat/files'
import { readSheet } from 'read-excel-file/node'
import writeSheet from 'write-excel-file/node'
import { type CsvLine, guardedCell } from './csv'

export type XlsxFault = 'table-kind' | 'table-size'

/** A number as it stands in the file: how many digits of it are true has to be judged. */
class Digits {
  constructor(readonly text: string) {}
}

/** More digits than this a spreadsheet has not kept: the rest was made up. */
const TRUE_DIGITS = 15

/** How a number of a cell is written: as it stands there, or as people write it here, without what a reckoning left behind. */
type Written = 'point' | 'comma'

function textOf(value: unknown, written: Written): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (!(value instanceof Digits)) return String(value)
  const number = Number(value.text)
  if (!Number.isFinite(number)) return value.text
  if (written === 'comma' && !Number.isInteger(number))
    return String(Number(number.toPrecision(TRUE_DIGITS))).replace('.', ',')
  const text = Number.isInteger(number) ? BigInt(number).toString() : String(number)
  return text.replace(/\D/g, '').length > TRUE_DIGITS ? `≈${text}` : text
}

/** The rows of the first sheet that are not empty, every cell as text. What is no plain XLSX, or too large, is not read. */
export async function readXlsx(
  bytes: Uint8Array,
  limits: { readonly rows: number; readonly columns: number },
  written: Written = 'point',
): Promise<readonly CsvLine[] | XlsxFault> {
  // Judged by content where uploads are; that reads from a file.
  const path = join(tmpdir(), `mufakat-${randomUUID()}.xlsx`)
  try {
    await writeFile(path, bytes, { mode: 0o600 })
    const refused = await inspectTable(path, limits)
    if (refused !== null) return refused === 'bomb' ? 'table-size' : 'table-kind'
  } finally {
    await rm(path, { force: true })
  }
  try {
    const rows = await readSheet(Buffer.from(bytes), { parseNumber: text => new Digits(text) })
    return rows
      .map((row, at) => ({ line: at + 1, cells: row.map(value => textOf(value, written).trim()) }))
      .filter(({ cells }) => cells.some(cell => cell !== ''))
  } catch {
    return 'table-kind'
  }
}

/** A sheet of text: the first row is its head and stays in sight. */
export function writeXlsx(rows: readonly (readonly string[])[], widths: readonly number[]): Promise<Buffer> {
  const [head = [], ...body] = rows
  return writeSheet(
    [
      head.map(value => ({ value, fontWeight: 'bold' as const })),
      ...body.map(cells =>
        cells.map(cell => (cell === '' ? null : { value: guardedCell(cell), type: String })),
      ),
    ],
    { columns: widths.map(width => ({ width })), stickyRowsCount: 1 },
  ).toBuffer()
}
