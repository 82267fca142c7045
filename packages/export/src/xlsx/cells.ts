import type { Tanggal } from '@mufakat/domain'
import { unzipSync } from 'fflate'
import writeSheets, { type CellObject } from 'write-excel-file/node'
import { printable } from '../printable'
import { zipParts } from '../zip'

/** What a spreadsheet would take for a formula, also once somebody saves the sheet as CSV. */
const FORMULA = /^(?:\s*[=+\-@]|[\t\r\n])/
/** Excel takes no more in one cell. */
const LONGEST = 32_000

const LOOK = { alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#999999' } as const
const HEAD = { ...LOOK, fontWeight: 'bold', align: 'center', backgroundColor: '#EBEBEB' } as const

/** Always typed as text, and with an apostrophe in front of what reads as a formula. */
export function textCell(text: string): CellObject {
  const clean = printable(text)
  const whole = clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean
  return { ...LOOK, value: FORMULA.test(text) || FORMULA.test(whole) ? `'${whole}` : whole, type: String }
}

export const numberCell = (value: number | null, format?: string): CellObject =>
  value === null ? { ...LOOK } : { ...LOOK, value, type: Number, ...(format === undefined ? {} : { format }) }

/** A day as a spreadsheet counts days, so that it can be sorted and reckoned with. */
export const dayCell = (day: Tanggal | null): CellObject =>
  day === null
    ? { ...LOOK }
    : { ...LOOK, value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', align: 'left' }

/** The head of a column. */
export const headCell = (title: string): CellObject => ({ ...HEAD, value: title, type: String })

/** The file of some sheets; the same bytes for the same sheets. */
export async function sheetsFile(sheets: Parameters<typeof writeSheets>[0]): Promise<Uint8Array> {
  const bytes = await writeSheets(sheets).toBuffer()
  // The library writes the hour into the archive.
  return zipParts(Object.entries(unzipSync(new Uint8Array(bytes))))
}
