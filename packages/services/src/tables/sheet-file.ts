import type { SheetInput } from './cells'
import { plainCell, readCsv } from './csv'
import { readXlsx } from './xlsx'

/** Why a file is no table; the ends of keys of words. */
type FileFault = 'table-size' | 'table-kind' | 'csv-broken'

/** A file somebody chose. */
export interface TableFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a file by what its name says it is; every cell as it was before it was kept from spreadsheets. */
export async function linesOfFile(
  file: TableFile,
  { most, rows, columns }: { readonly most: number; readonly rows: number; readonly columns: number },
  written: 'point' | 'comma' = 'point',
): Promise<SheetInput['rows'] | FileFault> {
  if (file.bytes.length > most) return 'table-size'
  const isXlsx = /\.xlsx$/i.test(file.name)
  if (!isXlsx && !/\.csv$/i.test(file.name)) return 'table-kind'
  const lines = isXlsx
    ? await readXlsx(file.bytes, { rows, columns }, written)
    : readCsv(new TextDecoder().decode(file.bytes), { rows, recordBytes: 20_000 })
  if (lines === 'csv-size') return 'table-size'
  if (typeof lines === 'string') return lines
  return lines.map(({ line, cells }) => ({ line, cells: cells.map(plainCell) }))
}
