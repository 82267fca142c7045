import { DISTRICTS_CSV, VILLAGES_CSV } from './wilayah-csv'

/** Rows below the heading; the tables quote nothing and hold no comma inside a name. */
const rows = (csv: string): string[][] =>
  csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(line => line.split(','))

/** The kecamatan and their desa and kelurahan, as rows of the database. */
export function demoRegions() {
  return {
    districts: rows(DISTRICTS_CSV).map(([code = '', regencyCode = '', name = '']) => ({
      code,
      regencyCode,
      name,
    })),
    villages: rows(VILLAGES_CSV).map(([code = '', districtCode = '', name = '']) => ({
      code,
      districtCode,
      name,
      // Kemendagri: the last segment of a kelurahan begins with 1, of a desa with 2.
      kind: code.split('.').at(-1)?.startsWith('1') ? ('kelurahan' as const) : ('desa' as const),
    })),
  }
}
