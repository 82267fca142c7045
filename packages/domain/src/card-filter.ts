import {
  isCode,
  PRIORITIES,
  type Priority,
  STRATEGIES,
  type Strategy,
  TINDAK_LANJUT_STATUSES,
  type TindakLanjutStatus,
} from './codes'
import { tenggatState } from './tindak-lanjut'
import { isTanggal, type Tanggal } from './wib'

/** Whose work is looked for: that of one's OPD, or of one's own jabatan with what one follows or has added. */
export const WHOSE = ['opd', 'pribadi'] as const
export type Whose = (typeof WHOSE)[number]

/** What somebody looks for among tindak lanjut; all of it holds. Null, false and empty: whatever it is. */
export interface CardFilter {
  readonly text: string
  readonly opdId: string | null
  readonly strategy: Strategy | null
  readonly status: TindakLanjutStatus | null
  readonly priority: Priority | null
  readonly rapatId: string | null
  readonly whose: Whose | null
  readonly isLate: boolean
  /** Waiting for the sekretariat. */
  readonly isToVerify: boolean
  readonly dueFrom: Tanggal | null
  readonly dueTo: Tanggal | null
}

export const MAX_FILTER_TEXT = 100

export const NO_FILTER: CardFilter = {
  text: '',
  opdId: null,
  strategy: null,
  status: null,
  priority: null,
  rapatId: null,
  whose: null,
  isLate: false,
  isToVerify: false,
  dueFrom: null,
  dueTo: null,
}

/** Names of what an address says of a filter. */
export const FILTER_NAMES = [
  'q',
  'opd',
  'strategi',
  'status',
  'prioritas',
  'rapat',
  'milik',
  'terlambat',
  'verifikasi',
  'dari',
  'sampai',
] as const

const ROW_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const rowId = (text: string | null): string | null => (text !== null && ROW_ID.test(text) ? text : null)
const tanggal = (text: string | null): Tanggal | null => (text !== null && isTanggal(text) ? text : null)
const oneOf = <Code extends string>(codes: readonly Code[], text: string | null): Code | null =>
  isCode(codes, text) ? text : null

/** A filter out of an address (SPEC.md PV1); what it does not know is as if it were not said. */
export function cardFilterOf(params: { get(name: string): string | null }): CardFilter {
  const whose = params.get('milik')
  return {
    text: (params.get('q') ?? '').trim().slice(0, MAX_FILTER_TEXT),
    opdId: rowId(params.get('opd')),
    strategy: oneOf(STRATEGIES, params.get('strategi')),
    status: oneOf(TINDAK_LANJUT_STATUSES, params.get('status')),
    priority: oneOf(PRIORITIES, params.get('prioritas')),
    rapatId: rowId(params.get('rapat')),
    // "saya" has always been that of one's OPD: addresses that were kept stay what they were.
    whose: whose === 'saya' ? 'opd' : oneOf(WHOSE, whose),
    isLate: params.get('terlambat') === 'ya',
    isToVerify: params.get('verifikasi') === 'ya',
    dueFrom: tanggal(params.get('dari')),
    dueTo: tanggal(params.get('sampai')),
  }
}

/** The same filter as an address says it, with nothing that is not looked for. */
export function filterParams(filter: CardFilter): [name: string, value: string][] {
  const said: readonly (readonly [(typeof FILTER_NAMES)[number], string | null])[] = [
    ['q', filter.text || null],
    ['opd', filter.opdId],
    ['strategi', filter.strategy],
    ['status', filter.status],
    ['prioritas', filter.priority],
    ['rapat', filter.rapatId],
    ['milik', filter.whose === 'opd' ? 'saya' : filter.whose],
    ['terlambat', filter.isLate ? 'ya' : null],
    ['verifikasi', filter.isToVerify ? 'ya' : null],
    ['dari', filter.dueFrom],
    ['sampai', filter.dueTo],
  ]
  return said.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]))
}

export const isFiltered = (filter: CardFilter): boolean => filterParams(filter).length > 0

/** Who looks: what is theirs, and which day it is. */
export interface FilterReader {
  readonly today: Tanggal
  /** The own OPD, and those it has taken the place of. */
  readonly ownOpdIds: readonly string[]
  readonly ownJabatan: readonly string[]
  /** Cards that this person follows or has added. */
  readonly ownCardIds: ReadonlySet<string>
}

interface FilteredCard {
  readonly id: string
  readonly title: string
  readonly opdId: string | null
  readonly jabatan: string | null
  readonly due: Tanggal | null
  readonly strategy: Strategy | null
  readonly priority: Priority | null
  readonly status: TindakLanjutStatus
  readonly from: { readonly rapatId: string } | null
}

function isTheirs(card: FilteredCard, whose: Whose | null, reader: FilterReader): boolean {
  if (whose === null) return true
  const isOfOpd = card.opdId !== null && reader.ownOpdIds.includes(card.opdId)
  if (whose === 'opd') return isOfOpd
  const isOfJabatan = isOfOpd && card.jabatan !== null && reader.ownJabatan.includes(card.jabatan)
  return isOfJabatan || reader.ownCardIds.has(card.id)
}

const isWithin = (due: Tanggal | null, { dueFrom, dueTo }: CardFilter): boolean =>
  (dueFrom === null || (due !== null && due >= dueFrom)) && (dueTo === null || (due !== null && due <= dueTo))

/** Whether a card is looked for (PV2); the same that the database answers. */
export function isLookedFor(card: FilteredCard, filter: CardFilter, reader: FilterReader): boolean {
  const { status, due } = card
  return (
    (filter.opdId === null || card.opdId === filter.opdId) &&
    (filter.strategy === null || card.strategy === filter.strategy) &&
    (filter.status === null || status === filter.status) &&
    (filter.priority === null || card.priority === filter.priority) &&
    (filter.rapatId === null || card.from?.rapatId === filter.rapatId) &&
    (!filter.isToVerify || status === 'menunggu_verifikasi') &&
    (!filter.isLate || tenggatState({ status, tenggat: due }, reader.today) === 'terlambat') &&
    isWithin(due, filter) &&
    isTheirs(card, filter.whose, reader) &&
    (filter.text === '' || card.title.toLowerCase().includes(filter.text.toLowerCase()))
  )
}
