import type { Triwulan } from '../triwulan'
import { achievementOf, type BandBounds, bandOfCapaian, type Capaian, capaianOf, gapOf } from './capaian'
import type { Accumulation, AchievementState, Band, Direction } from './codes'
import { compareTriwulan, type DefinitionSince, isBrokenBetween } from './definition'
import { type Measured, NOTHING_SAID, numberOf } from './measured'
import { overPeriod } from './period'

/** What of an indicator its numbers are judged by. */
export interface JudgedBy {
  readonly direction: Direction
  readonly accumulation: Accumulation
  readonly factor: number | null
  readonly baseline: number | null
}

/** What is to be reached in a triwulan; `quarter` 0: in the year. */
export interface TargetOf {
  readonly year: number
  readonly quarter: number
  readonly value: number
}

/** Values of one region. */
export interface ValueAt extends Triwulan, Measured {}

export type Trend = 'membaik' | 'memburuk' | 'tetap'

export interface Judged {
  readonly target: number | null
  readonly realisasi: number | null
  readonly capaian: Capaian
  readonly band: Band | null
  readonly achievement: AchievementState | null
  /** What is left until the target, in the unit; 0 or less: it is reached; null: there is no target, or no value. */
  readonly gap: number | null
}

export interface IndicatorStanding extends Judged {
  /** The newest triwulan of which something was said, and the number; null: of none, or "N/A". */
  readonly at: Triwulan | null
  readonly value: number | null
  readonly notAvailable: boolean
  /** Whether `target` is the year's, because its triwulan has none. */
  readonly isTargetOfYear: boolean
  /** Against what is to be reached in the year of `at`. */
  readonly ofYear: Judged
  /** The number before it, unless a definition has broken the series since. */
  readonly previous: { readonly at: Triwulan; readonly value: number } | null
  readonly trend: Trend | null
}

/** Target of a triwulan alone. */
export const targetOfQuarter = (targets: readonly TargetOf[], at: Triwulan): number | null =>
  targets.find(target => target.year === at.year && target.quarter === at.quarter)?.value ?? null

/**
 * Target of a year [SA13]: what was set for it; otherwise that of its last triwulan, or, where triwulan add up and all four
 * have one, their sum. Targets of ratios do not add up.
 */
export function targetOfYear(
  targets: readonly TargetOf[],
  year: number,
  { accumulation, factor }: Pick<JudgedBy, 'accumulation' | 'factor'>,
): number | null {
  const ofYear = targets.filter(target => target.year === year)
  const said = ofYear.find(target => target.quarter === 0)
  if (said !== undefined) return said.value
  if (accumulation === 'terakhir') return ofYear.find(target => target.quarter === 4)?.value ?? null
  if (factor !== null || ofYear.length < 4) return null
  return ofYear.reduce((total, target) => total + Math.round(target.value * 1e4), 0) / 1e4
}

/** Which way a number went, by the indicator's own direction [SA14]; null: there is no better, or nothing to compare with. */
export function trendOf(direction: Direction, from: number | null, to: number | null): Trend | null {
  if (direction === 'konteks' || from === null || to === null) return null
  if (from === to) return 'tetap'
  return (direction === 'naik') === to > from ? 'membaik' : 'memburuk'
}

function judge(
  { direction, baseline }: JudgedBy,
  bounds: BandBounds,
  {
    target,
    realisasi,
    notAvailable,
  }: { target: number | null; realisasi: number | null; notAvailable: boolean },
): Judged {
  const capaian = capaianOf(direction, target, realisasi, baseline, notAvailable)
  return {
    target,
    realisasi,
    capaian,
    band: bandOfCapaian(capaian, bounds),
    achievement: achievementOf(capaian, bounds),
    gap:
      direction === 'konteks' || target === null || realisasi === null
        ? null
        : gapOf(direction, target, realisasi),
  }
}

/** What the year of a triwulan has come to by its end: its triwulan up to then, put together. */
function yearSoFar(
  indicator: JudgedBy,
  values: readonly ValueAt[],
  at: Triwulan,
): { value: number | null; notAvailable: boolean } {
  const parts = [1, 2, 3, 4]
    .filter(quarter => quarter <= at.quarter)
    .map(quarter => values.find(one => one.year === at.year && one.quarter === quarter) ?? NOTHING_SAID)
  const { measured } = overPeriod(indicator.accumulation, parts, indicator.factor)
  return { value: numberOf(measured, indicator.factor), notAvailable: measured.notAvailable }
}

/**
 * How an indicator stands in a region as of a triwulan [SA13–SA15]. The newest value that was said by then is held against
 * the target of its own triwulan, or, without one, the year so far against that of its year: a value of 2023 is never
 * measured by a target of 2026.
 * Source: domain.md §3, "capaian against the quarter's and the year's target".
 * @param values those that hold, of one region, in any order
 */
export function indicatorStanding({
  indicator,
  targets,
  values,
  definitions = [],
  at,
  bounds,
}: {
  indicator: JudgedBy
  targets: readonly TargetOf[]
  values: readonly ValueAt[]
  definitions?: readonly DefinitionSince[]
  at: Triwulan
  bounds: BandBounds
}): IndicatorStanding {
  const said = values
    .filter(one => compareTriwulan(one, at) <= 0)
    .filter(one => one.notAvailable || numberOf(one, indicator.factor) !== null)
    .sort(compareTriwulan)
  const latest = said.at(-1)
  const when = latest ?? at
  const value = latest === undefined ? null : numberOf(latest, indicator.factor)
  const notAvailable = latest?.notAvailable ?? false
  const soFar = yearSoFar(indicator, said, when)
  const yearTarget = targetOfYear(targets, when.year, indicator)
  const ofYear = judge(indicator, bounds, {
    target: yearTarget,
    realisasi: soFar.value,
    notAvailable: soFar.notAvailable,
  })
  const quarterTarget = targetOfQuarter(targets, when)
  const isTargetOfYear = quarterTarget === null && yearTarget !== null
  const judged = isTargetOfYear
    ? ofYear
    : judge(indicator, bounds, { target: quarterTarget, realisasi: value, notAvailable })
  const previous = previousOf(indicator, said, definitions)
  return {
    ...judged,
    at: latest === undefined ? null : { year: latest.year, quarter: latest.quarter },
    value,
    notAvailable,
    isTargetOfYear,
    ofYear,
    previous,
    trend: trendOf(indicator.direction, previous?.value ?? null, value),
  }
}

/** The newest number before the last of `said` that can be compared with it. */
function previousOf(
  { factor }: JudgedBy,
  said: readonly ValueAt[],
  definitions: readonly DefinitionSince[],
): IndicatorStanding['previous'] {
  const latest = said.at(-1)
  if (latest === undefined) return null
  const before = said.slice(0, -1).findLast(one => numberOf(one, factor) !== null)
  const value = before === undefined ? null : numberOf(before, factor)
  if (before === undefined || value === null || isBrokenBetween(definitions, before, latest)) return null
  return { at: { year: before.year, quarter: before.quarter }, value }
}
