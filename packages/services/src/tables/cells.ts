import { z } from 'zod'
import type { CsvLine } from './csv'

/** Rows of a table below its head. A regency has some hundreds of people in it. */
export const MAX_TABLE_ROWS = 2_000
export const MAX_TABLE_BYTES = 2 * 1024 * 1024
const MAX_COLUMNS = 50
export const TABLE_GRID = { rows: MAX_TABLE_ROWS + 1, columns: MAX_COLUMNS } as const

/** A file as it was read: handed in again to do what was looked at. */
export const sheetInput = z.object({
  head: z.array(z.string().max(1_000)).max(MAX_COLUMNS),
  rows: z
    .array(
      z.object({ line: z.number().int().min(1), cells: z.array(z.string().max(8_000)).max(MAX_COLUMNS) }),
    )
    .max(MAX_TABLE_ROWS),
})
export type SheetInput = z.infer<typeof sheetInput>

/** The lines of a file as a sheet; null when it is larger than one may be, or has no head. */
export function sheetOf([head, ...rows]: readonly CsvLine[]): SheetInput | null {
  const parsed = sheetInput.safeParse({
    head: head?.cells.map(name => name.toLowerCase().replaceAll(' ', '_')) ?? [],
    rows,
  })
  return parsed.success ? parsed.data : null
}

/** "A" for 0, "AA" for 26: as a spreadsheet names its columns. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}
