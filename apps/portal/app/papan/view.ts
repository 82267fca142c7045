import { BOARD_STATUSES, type BoardStatus, isCode, type Tanggal, tenggatState } from '@mufakat/domain'
import type { BoardRights, CardView } from '@mufakat/services'

/** What a column of the board is, and what its lanes are. */
const COLUMNS = ['status', 'opd'] as const
export const LANES = ['tanpa', 'opd', 'strategi', 'rapat'] as const
export type LaneKind = (typeof LANES)[number]

export interface BoardFilter {
  readonly text: string
  readonly opdId: string | null
  readonly isOwn: boolean
  readonly isLate: boolean
  /** Waiting for the sekretariat. */
  readonly isToVerify: boolean
}

/** All that the address says of a board, so that it can be shared. */
export interface BoardLook {
  readonly filter: BoardFilter
  readonly columns: (typeof COLUMNS)[number]
  readonly lanes: LaneKind
  /** Without script: one column, and the rank after which it goes on. */
  readonly status: BoardStatus | null
  readonly after: string | null
}

const MAX_TEXT = 100
const ROW_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const oneOf = <Code extends string>(codes: readonly Code[], text: string | null): Code | null =>
  isCode(codes, text) ? text : null

/** What it does not know is as if it were not said. */
export function lookOf(params: URLSearchParams): BoardLook {
  const opdId = params.get('opd')
  return {
    filter: {
      text: (params.get('q') ?? '').trim().slice(0, MAX_TEXT),
      opdId: opdId !== null && ROW_ID.test(opdId) ? opdId : null,
      isOwn: params.get('milik') === 'saya',
      isLate: params.get('terlambat') === 'ya',
      isToVerify: params.get('verifikasi') === 'ya',
    },
    columns: oneOf(COLUMNS, params.get('kolom')) ?? 'status',
    lanes: oneOf(LANES, params.get('lajur')) ?? 'tanpa',
    status: oneOf(BOARD_STATUSES, params.get('status')),
    after: params.get('sesudah')?.slice(0, MAX_TEXT) ?? null,
  }
}

export const isFiltered = ({ text, opdId, isOwn, isLate, isToVerify }: BoardFilter): boolean =>
  text !== '' || opdId !== null || isOwn || isLate || isToVerify

/** The cards that somebody looks for, in their order; what was called off stands on no board. */
export function lookedFor(
  cards: readonly CardView[],
  filter: BoardFilter,
  { ownOpdIds, today }: { ownOpdIds: BoardRights['ownOpdIds']; today: Tanggal },
): readonly CardView[] {
  const wanted = filter.text.toLowerCase()
  return cards.filter(
    card =>
      card.status !== 'dibatalkan' &&
      (filter.opdId === null || card.opdId === filter.opdId) &&
      (!filter.isOwn || (card.opdId !== null && ownOpdIds.includes(card.opdId))) &&
      (!filter.isToVerify || card.status === 'menunggu_verifikasi') &&
      (!filter.isLate || tenggatState({ status: card.status, tenggat: card.due }, today) === 'terlambat') &&
      (wanted === '' || card.title.toLowerCase().includes(wanted)),
  )
}
