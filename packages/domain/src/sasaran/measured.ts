import type { Finality, RollUp } from './codes'

/** What is known of an indicator in one triwulan and region. `value` null: nothing was said, or it is not available. */
export interface Measured {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** "N/A": it is said that there is no such value. That is no number, and never 0. */
  readonly notAvailable: boolean
}

/** Several of them put together, and of how many. */
export interface Gathered {
  readonly measured: Measured
  /** How many there should be, and how many have a number. */
  readonly of: number
  readonly given: number
}

export const NOTHING_SAID: Measured = {
  value: null,
  numerator: null,
  denominator: null,
  notAvailable: false,
}

/** Without what binary fractions add: (1 + (1 − 1.09)) × 100 is 91, not 90.99999999999999. */
export const withoutNoise = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

/** As values are kept: four digits behind the comma. */
const asKept = (value: number): number => Math.round(value * 1e4) / 1e4 + 0

/**
 * The number that holds [SA6]: numerator / denominator × factor where the indicator is a ratio and both are there,
 * otherwise what was said. Null where it is not available, or nothing was said.
 * Source: domain.md §4, "computed from numerators and denominators, never typed".
 * @param factor 100 for percent; null: the indicator is no ratio
 */
export function numberOf(measured: Measured, factor: number | null): number | null {
  const { value, numerator, denominator, notAvailable } = measured
  if (notAvailable) return null
  if (factor === null || numerator === null || denominator === null || denominator <= 0) return value
  return asKept((numerator / denominator) * factor)
}

/** A sum in whole ten-thousandths, so that the order of its parts does not matter. */
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + Math.round(value * 1e4), 0) / 1e4

const isSaid = (value: number | null): value is number => value !== null

/**
 * What desa come to for their kecamatan, and kecamatan for the kabupaten [SA7]: the sum of values (`jumlah`); the sum of
 * numerators over that of denominators (`rasio`); nothing (`tidak`). What is missing counts in `of` and is never filled
 * in: a part without numerator and denominator adds nothing to a ratio, whatever percentage it states.
 * Source: domain.md §4, "a cumulative percentage is computed from numerators and denominators, never typed or averaged".
 */
export function rollUpOf(kind: RollUp, parts: readonly Measured[], factor: number | null): Gathered {
  const isNowhere = parts.length > 0 && parts.every(part => part.notAvailable)
  const nothing = { ...NOTHING_SAID, notAvailable: isNowhere }
  const of = parts.length
  if (kind === 'rasio') {
    const ratios = parts.filter(
      part => !part.notAvailable && part.numerator !== null && (part.denominator ?? 0) > 0,
    )
    if (ratios.length === 0) return { measured: nothing, of, given: 0 }
    const numerator = sum(ratios.map(part => part.numerator ?? 0))
    const denominator = sum(ratios.map(part => part.denominator ?? 0))
    const whole = { value: null, numerator, denominator, notAvailable: false }
    return { measured: { ...whole, value: numberOf(whole, factor) }, of, given: ratios.length }
  }
  const values = parts.map(part => numberOf(part, factor)).filter(isSaid)
  const given = values.length
  if (kind === 'tidak' || given === 0)
    return { measured: kind === 'tidak' ? NOTHING_SAID : nothing, of, given }
  return { measured: { ...NOTHING_SAID, value: sum(values) }, of, given }
}

/** Rows that were added where they lie: what they sum up to, and how many of them said so. */
export interface PartSums {
  /** Sum of values, and of how many. */
  readonly value: number | null
  readonly values: number
  /** Sums of numerators and denominators where both are there, and of how many. */
  readonly numerator: number | null
  readonly denominator: number | null
  readonly ratios: number
  readonly rows: number
  /** Whether every row says that it is not available. */
  readonly isNowhere: boolean
}

/**
 * What rows come to that were added before [SA7]: the same as `rollUpOf` of each of them and of what is missing, because parts
 * come to the same in any order and grouping.
 * @param of how many there should be
 */
export function gatheredFrom(sums: PartSums, kind: RollUp, factor: number | null, of: number): Gathered {
  const isRatio = kind === 'rasio'
  const given = isRatio ? sums.ratios : sums.values
  if (kind === 'tidak') return { measured: NOTHING_SAID, of, given }
  const measured: Measured = {
    value: isRatio ? null : sums.value,
    numerator: isRatio ? sums.numerator : null,
    denominator: isRatio ? sums.denominator : null,
    notAvailable: sums.isNowhere && sums.rows >= of,
  }
  return { measured: { ...measured, value: numberOf(measured, factor) }, of, given }
}

/**
 * What holds for a region above the level that an indicator is told for [SA23]: what its parts come to, and only where none of
 * them has a number what was stated for the region itself, as it was before its parts were told.
 */
export function composedOf(stated: Measured | null, parts: Gathered, factor: number | null): Gathered {
  if (parts.given > 0 || stated === null) return parts
  return { measured: stated, of: 1, given: numberOf(stated, factor) === null ? 0 : 1 }
}

/** Put together of parts that may still change it may change too [SA9]; of none it is provisional. */
export const finalityOf = (parts: readonly Finality[]): Finality =>
  parts.length > 0 && parts.every(part => part === 'final') ? 'final' : 'sementara'
