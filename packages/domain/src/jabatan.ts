import type { HoldingKind } from './codes'
import type { Tanggal } from './wib'

/** A person in a jabatan from one day to another, both included; `until` null is open-ended. */
export interface Holding {
  readonly jabatanId: string
  readonly personId: string
  readonly kind: HoldingKind
  readonly from: Tanggal
  readonly until: Tanggal | null
}

/** Who exercises a post: Plh. stands in for an absent holder; Plt. only fills a vacancy. */
const ACTS_FIRST: readonly HoldingKind[] = ['plh', 'definitif', 'plt']
/** A person's main post is the one they were appointed to; acting posts come beside it. */
const MAIN_FIRST: readonly HoldingKind[] = ['definitif', 'plt', 'plh']

export const isEffective = (holding: Pick<Holding, 'from' | 'until'>, on: Tanggal): boolean =>
  holding.from <= on && (holding.until === null || on <= holding.until)

const best = <H extends Holding>(holdings: readonly H[], order: readonly HoldingKind[]): H | null => {
  let found: H | null = null
  for (const holding of holdings) {
    if (found === null) found = holding
    const rank = order.indexOf(holding.kind) - order.indexOf(found.kind)
    // The later appointment wins; then the id, so that everyone picks the same.
    if (rank < 0 || (rank === 0 && laterThan(holding, found))) found = holding
  }
  return found
}

const laterThan = (a: Holding, b: Holding): boolean =>
  a.from > b.from || (a.from === b.from && `${a.jabatanId}${a.personId}` < `${b.jabatanId}${b.personId}`)

/** The holding that exercises a jabatan on a day (SPEC.md J1–J3), or null when it is vacant. */
export const holderOn = <H extends Holding>(
  holdings: readonly H[],
  jabatanId: string,
  on: Tanggal,
): H | null =>
  best(
    holdings.filter(holding => holding.jabatanId === jabatanId && isEffective(holding, on)),
    ACTS_FIRST,
  )

/** A person's main jabatan on a day (SPEC.md J4), which gives their OPD, or null when they hold none. */
export const mainHoldingOf = <H extends Holding>(
  holdings: readonly H[],
  personId: string,
  on: Tanggal,
): H | null =>
  best(
    holdings.filter(holding => holding.personId === personId && isEffective(holding, on)),
    MAIN_FIRST,
  )
