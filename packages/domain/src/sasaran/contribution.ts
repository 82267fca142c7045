import type { Edit } from '../card-change'

/** What a tindak lanjut adds to an indicator. */
export interface Contribution {
  /** In the unit of the indicator; null: not said. */
  readonly quantity: number | null
  /** Kemendagri code of a kecamatan or desa; empty: the whole kabupaten. */
  readonly regionCode: string
}

/** Indicators that one tindak lanjut contributes to. */
export const MAX_CONTRIBUTIONS = 10

const same = (one: Contribution | null, other: Contribution | null): boolean =>
  one?.quantity === other?.quantity && one?.regionCode === other?.regionCode

/** What saying a contribution comes to (SPEC.md SK3); `from` null: whoever says it saw none. */
export function contributionStep(
  now: Contribution | null,
  { from, to }: Edit<Contribution | null>,
): 'same' | 'changed' | 'written' {
  if (same(now, to)) return 'same'
  return same(now, from) ? 'written' : 'changed'
}
