import {
  BOARD_STATUSES,
  type BoardStatus,
  type CardFilter,
  cardFilterOf,
  type FilterReader,
  isCode,
  isLookedFor,
} from '@mufakat/domain'
import type { CardView } from '@mufakat/services'

/** What a column of the board is, and what its lanes are. */
const COLUMNS = ['status', 'opd'] as const
export const LANES = ['tanpa', 'opd', 'strategi', 'rapat'] as const
export type LaneKind = (typeof LANES)[number]

/** All that the address says of a board, so that it can be shared. */
export interface BoardLook {
  readonly filter: CardFilter
  readonly columns: (typeof COLUMNS)[number]
  readonly lanes: LaneKind
  /** Without script: one column, and the rank after which it goes on. */
  readonly status: BoardStatus | null
  readonly after: string | null
  /** Without script: the card that is about to be moved. */
  readonly moving: string | null
}

const MAX_RANK_TEXT = 100

const oneOf = <Code extends string>(codes: readonly Code[], text: string | null): Code | null =>
  isCode(codes, text) ? text : null

/** What it does not know is as if it were not said. */
export function lookOf(params: URLSearchParams): BoardLook {
  return {
    // A board has its columns for that.
    filter: { ...cardFilterOf(params), status: null },
    columns: oneOf(COLUMNS, params.get('kolom')) ?? 'status',
    lanes: oneOf(LANES, params.get('lajur')) ?? 'tanpa',
    status: oneOf(BOARD_STATUSES, params.get('status')),
    after: params.get('sesudah')?.slice(0, MAX_RANK_TEXT) ?? null,
    moving: params.get('pindah'),
  }
}

/** The cards that somebody looks for, in their order; what was called off stands on no board. */
export const lookedFor = (
  cards: readonly CardView[],
  filter: CardFilter,
  reader: FilterReader,
): readonly CardView[] =>
  cards.filter(card => card.status !== 'dibatalkan' && isLookedFor(card, filter, reader))
