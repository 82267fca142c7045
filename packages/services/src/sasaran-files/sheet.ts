import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { hasNikLike, isPersonalColumn } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { z } from 'zod'
import { isRowId } from '../context'
import { columnName } from '../tables/cells'
import { linesOfFile, type TableFile } from '../tables/sheet-file'

/** A year of some indicators for every desa. */
export const MAX_VALUE_ROWS = 20_000
export const MAX_VALUE_BYTES = 6 * 1024 * 1024
const MAX_COLUMNS = 30

/** The columns of a file of values, in the order in which they are written. */
export const VALUE_COLUMNS = [
  { name: 'kode_wilayah', width: 16, example: '17.06.01' },
  { name: 'wilayah', width: 24, example: '' },
  { name: 'indikator', width: 44, example: 'Prevalensi stunting (e-PPGBM)' },
  { name: 'tahun', width: 8, example: '2026' },
  { name: 'triwulan', width: 9, example: '3' },
  { name: 'nilai', width: 16, example: '' },
  { name: 'pembilang', width: 14, example: '524' },
  { name: 'penyebut', width: 14, example: '11083' },
  { name: 'tidak_tersedia', width: 14, example: '' },
  { name: 'sifat', width: 12, example: 'sementara' },
  { name: 'tanggal_data', width: 14, example: '2026-09-30' },
  { name: 'sumber', width: 28, example: 'e-PPGBM' },
  { name: 'alasan', width: 36, example: '' },
] as const
export type ValueColumn = (typeof VALUE_COLUMNS)[number]['name']

/** Without these a file is none of values. */
const NEEDED: readonly ValueColumn[] = ['indikator', 'tahun', 'triwulan']
const NUMBERS: readonly string[] = ['nilai', 'pembilang', 'penyebut'] satisfies ValueColumn[]

const sheetInput = z.object({
  head: z.array(z.string().max(200)).max(MAX_COLUMNS),
  rows: z
    .array(
      z.object({ line: z.number().int().min(1), cells: z.array(z.string().max(2_000)).max(MAX_COLUMNS) }),
    )
    .max(MAX_VALUE_ROWS),
})
/** A file as it was read. */
export type ValueSheet = z.infer<typeof sheetInput>

/** What makes a file none that is taken, with the cell where there is one. */
export interface ValueRefusal {
  readonly fault: 'person' | 'nik'
  readonly cell: string
  /** The head of its column, as it stands there. */
  readonly column: string
}

const refused = (fault: string): AppError =>
  new AppError('invalid-input', fault, { fields: { file: `field.${fault}` } })

const headOf = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, '_')

/** Sixteen digits; not those behind the comma of a number that a spreadsheet has reckoned, and not those of an id. */
const isNikIn = (column: string, text: string): boolean =>
  !isRowId(text.trim()) && hasNikLike(NUMBERS.includes(column) ? (text.split(',')[0] ?? '') : text)

/** The first thing in a file that is about a person (domain, IV1); null: nothing is. */
export function personIn({ head, rows }: ValueSheet): ValueRefusal | null {
  const at = head.findIndex(isPersonalColumn)
  if (at >= 0) return { fault: 'person', cell: columnName(at), column: head[at] ?? '' }
  for (const { line, cells } of rows)
    for (const [i, text] of cells.entries())
      if (text !== '' && isNikIn(head[i] ?? '', text))
        return { fault: 'nik', cell: `${columnName(i)}${line}`, column: head[i] ?? '' }
  return null
}

/** @throws AppError `invalid-input` for what is no table of values */
export async function readValueFile(file: TableFile): Promise<ValueSheet> {
  const grid = { rows: MAX_VALUE_ROWS + 1, columns: MAX_COLUMNS }
  const lines = await linesOfFile(file, { most: MAX_VALUE_BYTES, ...grid }, 'comma')
  if (lines === 'table-size') throw refused('impor-size')
  if (typeof lines === 'string') throw refused(lines)
  const [head, ...rows] = lines
  const sheet = sheetInput.safeParse({ head: head?.cells.map(headOf) ?? [], rows })
  if (!sheet.success) throw refused('impor-size')
  return sheet.data
}

export function requireColumns({ head, rows }: ValueSheet): void {
  if (NEEDED.some(name => !head.includes(name))) throw refused('impor-head')
  if (rows.length === 0) throw refused('csv-none')
}

/** A file to be handed on by a page, a tenth as long. */
export const packSheet = (sheet: ValueSheet): string =>
  deflateRawSync(
    Buffer.from(JSON.stringify([sheet.head, sheet.rows.map(row => [row.line, ...row.cells])])),
  ).toString('base64')

/** Longer is no file that was read here. */
const MAX_UNPACKED = 32 * 1024 * 1024
const packed = z.tuple([z.array(z.string()), z.array(z.tuple([z.number()], z.string()))])

/** What a page handed on. @throws AppError `conflict` for what is none */
export function unpackSheet(text: string): ValueSheet {
  try {
    const bytes = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: MAX_UNPACKED })
    const [head, rows] = packed.parse(JSON.parse(bytes.toString()))
    return sheetInput.parse({ head, rows: rows.map(([line, ...cells]) => ({ line, cells })) })
  } catch {
    throw new AppError('conflict', 'sheet')
  }
}
