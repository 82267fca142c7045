import { type CsvFault, readCsv } from '../tables/csv'

/** More than all desa of the country together: the whole table of idn-area-data may be given as it comes. */
const MAX_ROWS = 100_000
export const MAX_CSV_BYTES = 4 * 1024 * 1024

export type RegionKind = 'district' | 'village'

/** A line of the file, in the columns of idn-area-data. Codes have their dots. */
export interface RegionLine {
  readonly kind: RegionKind
  readonly line: number
  readonly code: string
  readonly parent: string
  readonly name: string
}

const PARENT_COLUMN: Record<RegionKind, string> = { district: 'regency_code', village: 'district_code' }

/** "170601" and "17.06.01" are one code: older tables write no dots. */
function dotted(code: string): string {
  const digits = code.trim()
  if (!/^\d{4}(\d{2})?(\d{4})?$/.test(digits)) return digits
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)]
    .filter(Boolean)
    .join('.')
}

/**
 * The lines of one file, `code,regency_code,name` of kecamatan or `code,district_code,name` of desa and kelurahan;
 * commas or semicolons, columns in any order, others beside them. Lines are judged elsewhere.
 */
export function readRegionCsv(text: string): readonly RegionLine[] | CsvFault | 'csv-header' {
  if (text.length > MAX_CSV_BYTES) return 'csv-size'
  const lines = readCsv(text, { rows: MAX_ROWS + 1, recordBytes: 2_000 })
  if (typeof lines === 'string') return lines
  const [head, ...rows] = lines
  const header = (head?.cells ?? []).map(name => name.toLowerCase())
  const kind = (['district', 'village'] as const).find(one => header.includes(PARENT_COLUMN[one]))
  if (kind === undefined || !header.includes('code') || !header.includes('name')) return 'csv-header'
  const [code, parent, name] = ['code', PARENT_COLUMN[kind], 'name'].map(column => header.indexOf(column))
  const cell = (cells: readonly string[], column: number | undefined): string => cells[column ?? -1] ?? ''
  return rows.map(({ line, cells }) => ({
    kind,
    line,
    code: dotted(cell(cells, code)),
    parent: dotted(cell(cells, parent)),
    name: cell(cells, name).replace(/\s+/g, ' '),
  }))
}

/** A table in the same columns; a name never needs quotes (`plan.ts`). */
export const writeRegionCsv = (
  kind: RegionKind,
  rows: readonly { code: string; parent: string; name: string }[],
): string =>
  [`code,${PARENT_COLUMN[kind]},name`, ...rows.map(row => [row.code, row.parent, row.name].join(','))]
    .join('\n')
    .concat('\n')
