import type { IndicatorRow } from '@mufakat/db'
import { type Bounded, type CellFault, type Finality, type Measured, WHOLE_REGENCY } from '@mufakat/domain'
import { measuredOf } from './points'

/** The field of a cell beside which a fault is told. */
export const CELL_FIELDS: Readonly<Record<CellFault, string>> = {
  mixed: 'notAvailable',
  half: 'denominator',
  denominator: 'denominator',
  negative: 'numerator',
  parts: 'numerator',
  lowest: 'value',
  highest: 'value',
}

/** What bounds values of an indicator in a region. */
export const readAs = (
  { factor, lowest, highest, rollUp }: Pick<IndicatorRow, 'factor' | 'lowest' | 'highest' | 'rollUp'>,
  regionCode: string,
): Bounded => ({
  ...{ factor, lowest, highest },
  needsParts: rollUp === 'rasio' && regionCode !== WHOLE_REGENCY,
})

/** Only ratios have numerator and denominator, and where both are there, nothing else is stated. */
export function normalised(measured: Measured, factor: number | null): Measured {
  const { value, numerator, denominator, notAvailable } = measuredOf(measured)
  if (factor === null) return { value, numerator: null, denominator: null, notAvailable }
  const isWhole = numerator !== null && denominator !== null
  return { value: isWhole ? null : value, numerator, denominator, notAvailable }
}

interface Said extends Measured {
  readonly finality: Finality
  readonly asOf: string | null
  readonly source: string
}

/** Whether one says nothing that the other does not. */
export const saysTheSame = (one: Said, other: Said): boolean =>
  JSON.stringify([measuredOf(one), one.finality, one.asOf, one.source]) ===
  JSON.stringify([measuredOf(other), other.finality, other.asOf, other.source])
