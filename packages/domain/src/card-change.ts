import type { NotulaState, TindakLanjutStatus } from './codes'
import { isOpenTindakLanjut } from './tindak-lanjut'
import type { Tanggal } from './wib'

/** What a rapat decides of a card, so that a notula that is not ratified says it (SPEC.md PP9). */
export const DECIDED_FIELDS = ['title', 'jabatan', 'priority', 'strategy'] as const
/** What is the card's own from the beginning. */
export const OWN_FIELDS = [
  'description',
  'startDate',
  'progress',
  'kendala',
  'target',
  'realisasi',
  'unit',
] as const
export const CARD_FIELDS = [...DECIDED_FIELDS, ...OWN_FIELDS] as const
export type DecidedField = (typeof DECIDED_FIELDS)[number]
export type CardField = (typeof CARD_FIELDS)[number]

/** Fields of which it is told what they were: the others are texts. */
export const TOLD_FIELDS: readonly CardField[] = [
  'priority',
  'strategy',
  'startDate',
  'progress',
  'target',
  'realisasi',
]

/** OPD that may support one card. */
export const MAX_SUPPORTERS = 40

/** Whether its notula, which is not ratified, still says what it is called, whose it is and until when (SPEC.md PP9). */
export const isLockedCard = (notulaState: NotulaState | null): boolean =>
  notulaState !== null && notulaState !== 'disahkan'

/** How far a card is told to be, in percent (SPEC.md PP27). */
export const toldProgress = (card: {
  readonly status: TindakLanjutStatus
  readonly progress: number
}): number => (card.status === 'selesai' ? 100 : card.progress)

/** A value as it was when somebody began to change it, and what they make of it. */
export interface Edit<T> {
  readonly from: T
  readonly to: T
}

/**
 * What an edit comes to (SPEC.md PP22): nothing where it stands so already, and `changed` where somebody else has
 * written something else meanwhile.
 */
export function editStep<T>(now: T, { from, to }: Edit<T>): 'same' | 'changed' | 'written' {
  if (now === to || from === to) return 'same'
  return now === from ? 'written' : 'changed'
}

export type TenggatFault = 'conflict' | 'to-past' | 'to-same' | 'reason'

/** Why a card does not get this tenggat (SPEC.md PP23); null: it may. */
export function tenggatFault(
  card: {
    readonly notulaState: NotulaState | null
    readonly status: TindakLanjutStatus
    readonly due: Tanggal | null
  },
  { to, reason, today }: { readonly to: Tanggal; readonly reason: string; readonly today: Tanggal },
): TenggatFault | null {
  if (isLockedCard(card.notulaState) || !isOpenTindakLanjut(card.status)) return 'conflict'
  if (to === card.due) return 'to-same'
  if (to < today) return 'to-past'
  return reason === '' && needsReason(card) ? 'reason' : null
}

/** The first tenggat of a card that no rapat has decided puts nothing off. */
export const needsReason = (card: {
  readonly notulaState: NotulaState | null
  readonly due: Tanggal | null
}): boolean => card.notulaState !== null || card.due !== null

/** Whether a tenggat was put off, rather than brought forward. */
export const isPutOff = ({ from, to }: { readonly from: Tanggal | null; readonly to: Tanggal }): boolean =>
  from === null || to > from
