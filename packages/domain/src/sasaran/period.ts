import type { Accumulation } from './codes'
import { type Gathered, type Measured, NOTHING_SAID, numberOf, rollUpOf } from './measured'

/**
 * What triwulan come to for a semester or a year [SA8]: put together where each tells what came about in it
 * (`kumulatif`: sums, or numerators over denominators of a ratio), otherwise the last that has a number (`terakhir`).
 * Source: domain.md §2, "base period: triwulan; roll-ups: semester and year", and §4 on cumulative percentages.
 * @param parts in the order of their triwulan, one for each, also where nothing was said
 */
export function overPeriod(
  accumulation: Accumulation,
  parts: readonly Measured[],
  factor: number | null,
): Gathered {
  if (accumulation === 'kumulatif') return rollUpOf(factor === null ? 'jumlah' : 'rasio', parts, factor)
  const said = parts.filter(part => numberOf(part, factor) !== null)
  const last = said.at(-1)
  const isNowhere = parts.length > 0 && parts.every(part => part.notAvailable)
  return {
    measured: last ?? { ...NOTHING_SAID, notAvailable: isNowhere },
    of: parts.length,
    given: said.length,
  }
}
