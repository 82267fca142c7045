import type { BandBounds } from '../sasaran/capaian'
import type { Direction } from '../sasaran/codes'
import { withoutNoise } from '../sasaran/measured'
import { type JudgedBy, type TargetOf, targetOfYear } from '../sasaran/standing'
import { daysBetween, type Tanggal } from '../wib'

/** The straight way from the baseline to the last target. */
export interface Path {
  readonly from: { readonly on: Tanggal; readonly value: number }
  readonly to: { readonly on: Tanggal; readonly value: number }
}

/**
 * From the baseline's day to the end of the last year that has a target [DS5]; null where one of them is missing, where
 * there is no better, or where each triwulan tells what came about in it, which is no way from anywhere.
 */
export function pathOf(
  indicator: JudgedBy & { readonly baselineDate: Tanggal | null },
  targets: readonly TargetOf[],
): Path | null {
  const { baseline, baselineDate, direction, accumulation } = indicator
  if (baseline === null || baselineDate === null || direction === 'konteks') return null
  if (accumulation === 'kumulatif') return null
  const year = [...new Set(targets.map(target => target.year))]
    .sort((a, b) => b - a)
    .find(one => targetOfYear(targets, one, indicator) !== null)
  const value = year === undefined ? null : targetOfYear(targets, year, indicator)
  if (value === null) return null
  const to = { on: `${year}-12-31`, value }
  return baselineDate < to.on ? { from: { on: baselineDate, value: baseline }, to } : null
}

/** What the straight way says of a day; before its beginning the baseline, after its end the target. */
export function expectedOn({ from, to }: Path, day: Tanggal): number {
  const share = daysBetween(from.on, day) / daysBetween(from.on, to.on)
  const within = Math.min(1, Math.max(0, share))
  return withoutNoise(from.value + (to.value - from.value) * within)
}

/** Whether a value of a day is at least as good as the straight way says [DS6]; null: there is no way. */
export function isOnTheWay(
  direction: Direction,
  path: Path | null,
  { on, value }: { readonly on: Tanggal; readonly value: number },
): boolean | null {
  if (path === null || direction === 'konteks') return null
  const expected = expectedOn(path, on)
  return direction === 'naik' ? value >= expected : value <= expected
}

/**
 * What counts as near a target, from the lower bound of Baik up to the target itself [DS7], the lower number first; null
 * of a target of 0, which has no percentage, and of a context.
 */
export function nearTarget(
  direction: Direction,
  target: number | null,
  bounds: BandBounds,
): { low: number; high: number } | null {
  if (target === null || target <= 0 || direction === 'konteks') return null
  const share = bounds.baik / 100
  return direction === 'naik'
    ? { low: withoutNoise(target * share), high: target }
    : { low: target, high: withoutNoise(target * (2 - share)) }
}

/** Whether the last target of an indicator that shall fall is 0: the question of the whole regency [DS8]. */
export const isTowardsZero = (direction: Direction, path: Path | null): boolean =>
  direction === 'turun' && path?.to.value === 0
