import { cardFilterOf, filterParams } from './card-filter'
import { isCode } from './codes'

/** Columns of the table of tindak lanjut, in their order; the title is always there. */
export const CARD_COLUMNS = [
  'opd',
  'jabatan',
  'tenggat',
  'status',
  'prioritas',
  'strategi',
  'progres',
  'bukti',
  'rapat',
] as const
export type CardColumn = (typeof CARD_COLUMNS)[number]
/** What is shown when nothing was chosen. */
const USUAL: readonly CardColumn[] = ['opd', 'tenggat', 'status', 'prioritas', 'progres', 'bukti']

export const CARD_SORTS = ['papan', 'judul', ...CARD_COLUMNS] as const
export type CardSort = (typeof CARD_SORTS)[number]

export const CARD_GROUPS = ['opd', 'status', 'strategi', 'rapat', 'bulan'] as const
export type CardGroup = (typeof CARD_GROUPS)[number]

/** How a table is put: all of it stands in the address. */
export interface CardTableLook {
  readonly sort: CardSort
  readonly isDown: boolean
  readonly group: CardGroup | null
  readonly columns: readonly CardColumn[]
}

/** The views of the same cards. */
export const CARD_VIEWS = ['papan', 'tabel', 'kalender'] as const
export type CardViewName = (typeof CARD_VIEWS)[number]

/** Whom a kept view is shared with. */
export const SHARINGS = ['saya', 'opd', 'semua'] as const
export type Sharing = (typeof SHARINGS)[number]

const LOOK_NAMES: Readonly<Record<CardViewName, readonly string[]>> = {
  papan: ['kolom', 'lajur'],
  tabel: ['urut', 'grup', 'tampil'],
  kalender: [],
}

const MAX_VALUE = 100

interface Query {
  get(name: string): string | null
  getAll(name: string): string[]
}

/** A form says a name once for each; an address that is kept says all of them at once. */
function columnsOf(said: readonly string[]): readonly CardColumn[] {
  const named = said.flatMap(text => text.split(','))
  const known = CARD_COLUMNS.filter(column => named.includes(column))
  return known.length === 0 ? USUAL : known
}

/** How the table is put, out of an address; what it does not know is as if it were not said. */
export function cardTableLookOf(params: Query): CardTableLook {
  const said = params.get('urut') ?? ''
  const sort = said.replace(/^-/, '')
  const group = params.get('grup')
  return {
    sort: isCode(CARD_SORTS, sort) ? sort : 'papan',
    isDown: said.startsWith('-') && isCode(CARD_SORTS, sort),
    group: isCode(CARD_GROUPS, group) ? group : null,
    columns: columnsOf(params.getAll('tampil')),
  }
}

/**
 * What of an address is kept as a view (SPEC.md PV3): its filter and how it is put, in one order and one spelling, so
 * that nothing else can be handed on by it.
 */
export function keptQuery(view: CardViewName, search: string): string {
  const params = new URLSearchParams(search)
  const kept = filterParams(cardFilterOf(params))
  for (const name of LOOK_NAMES[view]) {
    const value = params.getAll(name).join(',')
    if (value !== '' && value.length <= MAX_VALUE && /^[a-z,-]+$/.test(value)) kept.push([name, value])
  }
  return new URLSearchParams(kept).toString()
}
