import type { ErrorCode, Result } from '@mufakat/kernel'
import { err, ok } from '@mufakat/kernel'
import type { NotulaState, Priority, RapatStatus, Strategy } from './codes'
import type { Tanggal } from './wib'

/** What somebody commits themselves to when they accept a tindak lanjut (SPEC.md BU2). */
export interface Commitment {
  readonly text: string
  readonly ownerOpdId: string | null
  readonly jabatan: string | null
  readonly tenggat: Tanggal | null
  readonly priority: Priority | null
  readonly strategy: Strategy | null
}

/** How the owner answered: as it stands, or with something else in its place. */
export const ANSWER_KINDS = ['diterima', 'ditawar'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** What became of a counter-offer. */
export const COUNTER_STATES = ['terbuka', 'diambil', 'ditolak'] as const
export type CounterState = (typeof COUNTER_STATES)[number]

/** What a counter-offer would have instead; null leaves it as it is. */
export interface CounterOffer {
  readonly text: string | null
  readonly ownerOpdId: string | null
  readonly tenggat: Tanggal | null
}

/**
 * The text whose SHA-256 seals an acceptance: one field per line in this order, `name=value`, line breaks in values as
 * spaces, nothing for what is not set.
 */
export const commitmentText = (commitment: Commitment): string =>
  [
    'mufakat-tindak-lanjut-1',
    ...(
      [
        ['uraian', commitment.text],
        ['opd', commitment.ownerOpdId],
        ['jabatan', commitment.jabatan],
        ['tenggat', commitment.tenggat],
        ['prioritas', commitment.priority],
        ['strategi', commitment.strategy],
      ] as const
    ).map(([name, value]) => `${name}=${(value ?? '').replace(/\s*\n\s*/g, ' ')}`),
  ].join('\n')

/** What an owner's latest word on a tindak lanjut amounts to: it holds, another is offered, or it says something else now. */
export const ANSWER_STANDINGS = ['diterima', 'ditawar', 'berubah'] as const
export type AnswerStanding = (typeof ANSWER_STANDINGS)[number]

interface GivenAnswer {
  readonly kind: AnswerKind
  /** Of a counter-offer. */
  readonly state: CounterState | null
  /** Of what was answered. */
  readonly hash: string
}

/**
 * What shows beside a tindak lanjut of what its owner has said (SPEC.md BU6); null: nothing that still says something.
 * @param answers oldest first
 * @param hash of what stands there
 */
export function standingAnswer<A extends GivenAnswer>(
  answers: readonly A[],
  hash: string,
): { readonly standing: AnswerStanding; readonly answer: A } | null {
  const offer = answers.findLastIndex(one => one.kind === 'ditawar' && one.state === 'terbuka')
  const holding = answers.findLastIndex(one => one.kind === 'diterima' && one.hash === hash)
  const accepted = answers.findLastIndex(one => one.kind === 'diterima')
  const [standing, at] =
    offer > holding
      ? (['ditawar', offer] as const)
      : holding >= 0
        ? (['diterima', holding] as const)
        : (['berubah', accepted] as const)
  const answer = answers[at]
  return answer === undefined ? null : { standing, answer }
}

interface RapatNow {
  readonly status: RapatStatus
  readonly notulaState: NotulaState
}

/** Whether what is decided may be read back and answered now (SPEC.md BU1). */
export function takesAnswers(rapat: RapatNow): Result<true, ErrorCode> {
  if (rapat.notulaState === 'disahkan' || rapat.status === 'dibatalkan') return err('document-closed')
  const isHeld = rapat.status === 'berlangsung' || rapat.status === 'selesai'
  return isHeld ? ok(true) : err('conflict')
}

/** Whether a counter-offer says anything else than what stands there (SPEC.md BU4). */
export function isOtherThan(commitment: Commitment, offer: CounterOffer): boolean {
  return (
    (offer.text !== null && offer.text.trim() !== commitment.text.trim()) ||
    (offer.ownerOpdId !== null && offer.ownerOpdId !== commitment.ownerOpdId) ||
    (offer.tenggat !== null && offer.tenggat !== commitment.tenggat)
  )
}

export interface ReadBackLoad {
  readonly total: number
  /** Accepted as they stand now. */
  readonly accepted: number
  /** With a counter-offer that nobody has decided about. */
  readonly countered: number
  /** Without an owner, so that nobody can accept. */
  readonly ownerless: number
}

/** How far a reading has come (SPEC.md BU5). */
export function readBackLoad(
  list: readonly {
    readonly hasOwner: boolean
    readonly isAccepted: boolean
    readonly isCountered: boolean
  }[],
): ReadBackLoad {
  const count = (holds: (one: (typeof list)[number]) => boolean) => list.filter(holds).length
  return {
    total: list.length,
    accepted: count(one => one.isAccepted),
    countered: count(one => one.isCountered),
    ownerless: count(one => !one.hasOwner),
  }
}
