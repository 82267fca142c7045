import type { FileIndicatorRow, FileValueRow, HeldValueRow, ValuePlace } from '@mufakat/db'
import {
  cellFault,
  compareTriwulan,
  type DefinitionSince,
  definitionAt,
  FINALITIES,
  type Finality,
  isQuarter,
  numberOf,
  readAmount,
  romanQuarter,
  type Tanggal,
  type Triwulan,
  triwulanRange,
  WHOLE_REGENCY,
} from '@mufakat/domain'
import { pastedDay } from '../kartu/paste-cells'
import { readAs } from '../sasaran/cell'
import { isToldFor, type Regions } from '../sasaran/regions'
import { changesOf, plainText, type Row, WrongCell, yesNo } from '../tables/row'
import type { ValueColumn } from './sheet'
import { writeAmount } from './write-amount'

/** What every row is judged against. */
export interface Known {
  readonly byName: ReadonlyMap<string, readonly FileIndicatorRow[]>
  readonly byId: ReadonlyMap<string, FileIndicatorRow>
  readonly definitions: ReadonlyMap<string, readonly DefinitionSince[]>
  readonly regions: Regions
  readonly regencyCode: string
  readonly today: Tanggal
  readonly now: Triwulan
  /** Columns in which somewhere a point stands before decimals. */
  readonly pointed: ReadonlySet<string>
}

/** A row that can be read: where it belongs, what it says, and the version that measures it. */
export interface ReadRow {
  readonly label: string
  readonly indicator: FileIndicatorRow
  readonly row: FileValueRow
  readonly definitionVersion: number
  readonly reason: string
  /** Columns that the file leaves open: what holds stays. */
  readonly open: ReadonlySet<'sifat' | 'tanggal_data' | 'sumber'>
}

const TRIWULAN = /^(?:tw|triwulan)?\s*(i{1,3}|iv|[1-4])$/
const ROMAN = ['i', 'ii', 'iii', 'iv']
/** A point that parts thousands, or stands before decimals. */
const EITHER = /^[-−]?\d{1,3}\.\d{3}$/
const LONGEST = { source: 200, reason: 1_000 }

const wrong = (column: ValueColumn, reason: string): WrongCell => new WrongCell(column, reason)

function indicatorOf(row: Row, known: Known): FileIndicatorRow {
  const said = row.text('indikator', 300)
  const byId = known.byId.get(said.toLowerCase())
  if (byId !== undefined) return byId
  const [found, ...others] = known.byName.get(plainText(said)) ?? []
  if (found === undefined) throw wrong('indikator', 'indicator')
  if (others.length > 0) throw wrong('indikator', 'indicator-twice')
  return found
}

function triwulanOf(row: Row, { now }: Known): Triwulan {
  const year = Number(row.text('tahun', 10))
  if (!Number.isInteger(year) || year < 2000 || year > 2100) throw wrong('tahun', 'year')
  const [, said = ''] = TRIWULAN.exec(plainText(row.text('triwulan', 20))) ?? []
  const quarter = ROMAN.includes(said) ? ROMAN.indexOf(said) + 1 : Number(said)
  if (!isQuarter(quarter)) throw wrong('triwulan', 'quarter')
  const at = { year, quarter }
  if (compareTriwulan(at, now) > 0) throw wrong(year > now.year ? 'tahun' : 'triwulan', 'future')
  return at
}

function regionOf(row: Row, indicator: FileIndicatorRow, known: Known): { code: string; name: string } {
  const said = row.optional('kode_wilayah') ?? ''
  const code = said === known.regencyCode ? WHOLE_REGENCY : said
  const region = known.regions.find(code)
  if (region === null) throw wrong('kode_wilayah', 'region')
  if (!isToldFor(indicator.level, code)) throw wrong('kode_wilayah', 'region-fine')
  return { code, name: region.name ?? '' }
}

function amountOf(row: Row, column: 'nilai' | 'pembilang' | 'penyebut', known: Known): number | null {
  const text = row.optional(column) ?? ''
  if (known.pointed.has(column) && EITHER.test(text.replace(/\s/g, '')))
    throw wrong(column, 'amount-ambiguous')
  const read = readAmount(text)
  if ('fault' in read) throw wrong(column, `amount-${read.fault}`)
  return read.value
}

/** Which cell a fault of a whole value is said at. */
const AT = {
  mixed: 'tidak_tersedia',
  half: 'penyebut',
  denominator: 'penyebut',
  negative: 'pembilang',
  parts: 'pembilang',
  lowest: 'nilai',
  highest: 'nilai',
} as const

function measuredOf(
  row: Row,
  { indicator, code }: { indicator: FileIndicatorRow; code: string },
  known: Known,
) {
  const { factor, decimals } = indicator
  const notAvailable = row.yes('tidak_tersedia', false)
  const [value, numerator, denominator] = (['nilai', 'pembilang', 'penyebut'] as const).map(column =>
    amountOf(row, column, known),
  ) as [number | null, number | null, number | null]
  const isRatio = factor !== null
  if (!isRatio && (numerator !== null || denominator !== null))
    throw wrong(numerator === null ? 'penyebut' : 'pembilang', 'no-ratio')
  const measured = { value, numerator, denominator, notAvailable }
  const fault = cellFault(measured, readAs(indicator, code))
  if (fault !== null) throw wrong(AT[fault], `cell-${fault}`)
  const holds = numberOf(measured, factor)
  if (!notAvailable && holds === null) throw wrong('nilai', 'required')
  if (value !== null && holds !== null && Math.abs(value - holds) > 0.5 * 10 ** -decimals + 1e-9)
    throw wrong('nilai', 'ratio-differs')
  return { ...measured, value: holds }
}

function dayOf(row: Row, at: Triwulan, { today }: Known): Tanggal | null {
  const text = row.optional('tanggal_data') ?? ''
  if (text === '') return null
  const day = pastedDay(text)
  if (day === null) throw wrong('tanggal_data', 'date')
  if (day > today) throw wrong('tanggal_data', 'future-day')
  if (day > triwulanRange(at).to) throw wrong('tanggal_data', 'as-of')
  return day
}

function finalityIn(row: Row): Finality | null {
  return (row.optional('sifat') ?? '') === '' ? null : row.code('sifat', FINALITIES)
}

/** Reads one row by itself; throws `WrongCell`. What it leaves open is filled in by what holds. */
export function readRow(row: Row, known: Known): ReadRow {
  const indicator = indicatorOf(row, known)
  const at = triwulanOf(row, known)
  const region = regionOf(row, indicator, known)
  const measured = measuredOf(row, { indicator, code: region.code }, known)
  const finality = finalityIn(row)
  const asOf = dayOf(row, at, known)
  const source = row.within('sumber', row.optional('sumber') ?? '', LONGEST.source)
  const reason = row.within('alasan', row.optional('alasan') ?? '', LONGEST.reason)
  const definition = definitionAt(known.definitions.get(indicator.id) ?? [], at)
  if (definition === null) throw wrong('indikator', 'definition')
  const open = new Set<'sifat' | 'tanggal_data' | 'sumber'>()
  if (finality === null) open.add('sifat')
  if (asOf === null) open.add('tanggal_data')
  if (source === '') open.add('sumber')
  return {
    label: [indicator.name, region.name, `TW ${romanQuarter(at.quarter)} ${at.year}`]
      .filter(Boolean)
      .join(' · '),
    indicator,
    row: {
      indicatorId: indicator.id,
      regionCode: region.code,
      ...at,
      ...measured,
      finality: finality ?? 'sementara',
      asOf: asOf ?? '',
      source: source || indicator.source,
    },
    definitionVersion: definition.version,
    reason,
    open,
  }
}

/** How a value reads in the columns of a file. */
export const toldValue = (row: FileValueRow): Readonly<Record<string, string>> => ({
  nilai: row.value === null ? '' : writeAmount(row.value),
  pembilang: row.numerator === null ? '' : writeAmount(row.numerator),
  penyebut: row.denominator === null ? '' : writeAmount(row.denominator),
  tidak_tersedia: row.notAvailable ? yesNo(true) : '',
  sifat: row.finality,
  tanggal_data: row.asOf,
  sumber: row.source,
})

export const keyOf = ({ indicatorId, regionCode, year, quarter }: ValuePlace): string =>
  `${indicatorId} ${year} ${quarter} ${regionCode}`

/** What a row that could be read does to what holds there (domain, IV2, IV4); throws `WrongCell`. */
export function compare({ row, open, reason }: ReadRow, held: HeldValueRow | undefined) {
  if (held === undefined) {
    if (row.asOf === '') throw wrong('tanggal_data', 'required')
    return { row, fields: [] }
  }
  const after = {
    ...row,
    ...(open.has('sifat') ? { finality: held.finality } : {}),
    ...(open.has('tanggal_data') ? { asOf: held.asOf } : {}),
    ...(open.has('sumber') ? { source: held.source } : {}),
  }
  const fields = changesOf(toldValue(held), toldValue(after))
  if (fields.length > 0 && reason === '') throw wrong('alasan', 'reason')
  return { row: after, fields }
}
