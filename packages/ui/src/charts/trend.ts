import { type Scale, scaleOf } from './scale'

/** One period in which a value is due. */
export interface TrendPoint {
  /** In full, e.g. "Triwulan I 2026": what is read out and stands in the table. */
  period: string
  /** Under the axis, where there is room for each; e.g. "I". */
  tick: string
  /** What several periods stand under; e.g. "2026". */
  group: string
  /** Null: there is none, which is drawn as a gap and never as 0. */
  value: number | null
  /** It was said that there is none ("N/A"). */
  notAvailable?: boolean
  /** The source may still change it: drawn hollow. */
  provisional?: boolean
  target?: number | null
  /** What counts as near the target. */
  band?: { low: number; high: number } | null
  /** Set on the first period that was measured in another way: what to call that. */
  breakLabel?: string | undefined
}

export interface Baseline {
  value: number
  label: string
}

/** What a trend calls its parts. */
export interface TrendWords {
  value: string
  target: string
  baseline: string
  band: string
  provisional: string
  final: string
  notAvailable: string
  /** Of a period without a value. */
  none: string
  period: string
  definition: string
  /** What opens the table, e.g. "Tabel". */
  table: string
}

/** Neighbours that a line may join: both have a value, and the definition did not change between them. */
export const joined = (points: readonly TrendPoint[]): readonly number[] =>
  points.flatMap((point, i) => {
    const before = points[i - 1]
    const isJoined =
      i > 0 &&
      point.value !== null &&
      before !== undefined &&
      before.value !== null &&
      point.breakLabel === undefined
    return isJoined ? [i] : []
  })

/** The scale that holds everything that is drawn. */
export function trendScale(
  points: readonly TrendPoint[],
  baseline: Baseline | null,
  room: { height: number; pad: number; count: number },
): Scale {
  const values = points.flatMap(({ value, target, band }) => [value, target, band?.low, band?.high])
  return scaleOf(
    [...values, baseline?.value].filter(value => value !== null && value !== undefined),
    room,
  )
}

/** Where each group begins, and how many of its periods there are. */
export function groupsOf(points: readonly TrendPoint[]): { group: string; at: number; count: number }[] {
  const groups: { group: string; at: number; count: number }[] = []
  points.forEach((point, at) => {
    const last = groups.at(-1)
    if (last?.group === point.group) last.count += 1
    else groups.push({ group: point.group, at, count: 1 })
  })
  return groups
}

/** How many definitions came before that of each period, so that each has markers of its own. */
export function definitionsOf(points: readonly TrendPoint[]): number[] {
  let count = 0
  return points.map(point => {
    if (point.breakLabel !== undefined) count += 1
    return count
  })
}

/** Periods with the same target as one stroke each, and the target that a step leads from. */
export function targetsOf(
  points: readonly TrendPoint[],
): { from: number; to: number; target: number; before: number | null }[] {
  const runs: { from: number; to: number; target: number; before: number | null }[] = []
  points.forEach(({ target }, i) => {
    if (target === null || target === undefined) return
    const last = runs.at(-1)
    const isNext = last !== undefined && last.to === i
    if (isNext && last.target === target) last.to = i + 1
    else runs.push({ from: i, to: i + 1, target, before: isNext ? last.target : null })
  })
  return runs
}
