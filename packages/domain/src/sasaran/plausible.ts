import { type Measured, numberOf } from './measured'

/** What of an indicator bounds its values. */
export interface Bounded {
  readonly factor: number | null
  readonly lowest: number | null
  readonly highest: number | null
  /** Whether values of regions are put together from numerators and denominators: a percentage alone would be lost. */
  readonly needsParts: boolean
}

/** Why a cell is not valid [SA16]; the words are under `field.cell-<fault>`. */
export const CELL_FAULTS = ['mixed', 'half', 'denominator', 'negative', 'parts', 'lowest', 'highest'] as const
export type CellFault = (typeof CELL_FAULTS)[number]

/** What is unusual about a valid cell, said beside it and never refused [SA17]; words are under `lapor.hint.<hint>`. */
export const CELL_HINTS = ['far', 'zero', 'numerator', 'denominator', 'same'] as const
export type CellHint = (typeof CELL_HINTS)[number]

/** From how many times the last value on, or below what part of it, a value is told to be far from it. */
export const FAR_TIMES = 3

/** From what change of the denominator on it is asked about: who is counted seldom changes so much in a triwulan. */
export const DENOMINATOR_SHARE = 0.5

/**
 * What makes a cell invalid [SA16]; null: nothing. "N/A" with a number, one half of a ratio, a denominator that is not above 0,
 * a numerator below 0, a percentage alone where its parts are needed, or a value beyond the limits of its indicator.
 */
export function cellFault(measured: Measured, indicator: Bounded): CellFault | null {
  const { value, numerator, denominator, notAvailable } = measured
  if (notAvailable) return (value ?? numerator ?? denominator) === null ? null : 'mixed'
  if ((numerator === null) !== (denominator === null)) return 'half'
  if (denominator !== null && denominator <= 0) return 'denominator'
  if (numerator !== null && numerator < 0) return 'negative'
  if (indicator.needsParts && value !== null && denominator === null) return 'parts'
  const holds = numberOf(measured, indicator.factor)
  if (holds === null) return null
  if (indicator.lowest !== null && holds < indicator.lowest) return 'lowest'
  return indicator.highest !== null && holds > indicator.highest ? 'highest' : null
}

/** Hints at what may be a slip of the pen, against the last value of the same region [SA17]; null: there is none. */
export function cellHints(measured: Measured, last: Measured | null, indicator: Bounded): CellHint[] {
  const value = numberOf(measured, indicator.factor)
  if (value === null) return []
  const before = last === null ? null : numberOf(last, indicator.factor)
  const { numerator, denominator } = measured
  const lastDenominator = last?.denominator ?? null
  const hints: Readonly<Record<CellHint, boolean>> = {
    far:
      before !== null &&
      before !== 0 &&
      value !== 0 &&
      (Math.abs(value) > Math.abs(before) * FAR_TIMES || Math.abs(value) * FAR_TIMES < Math.abs(before)),
    zero: value === 0 && before !== null && before !== 0,
    numerator:
      numerator !== null && denominator !== null && indicator.factor === 100 && numerator > denominator,
    denominator:
      denominator !== null &&
      lastDenominator !== null &&
      Math.abs(denominator - lastDenominator) > lastDenominator * DENOMINATOR_SHARE,
    same: before !== null && value === before && value !== 0 && numerator === (last?.numerator ?? null),
  }
  return CELL_HINTS.filter(hint => hints[hint])
}
