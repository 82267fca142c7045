import type { Triwulan } from '../triwulan'

/** A version of what an indicator means, and the first triwulan that it holds for. */
export interface DefinitionSince extends Triwulan {
  readonly version: number
  /** Values since then can't be compared with those before. */
  readonly breaks: boolean
}

/** Order of two triwulan: below 0 when `a` is earlier. */
export const compareTriwulan = (a: Triwulan, b: Triwulan): number =>
  a.year * 4 + a.quarter - (b.year * 4 + b.quarter)

/**
 * The version that a triwulan is measured by [SA11]: the newest that had begun, or for what is older than all of them
 * the first; null where there is none.
 */
export function definitionAt<Version extends DefinitionSince>(
  definitions: readonly Version[],
  at: Triwulan,
): Version | null {
  const inOrder = [...definitions].sort(compareTriwulan)
  return inOrder.findLast(version => compareTriwulan(version, at) <= 0) ?? inOrder[0] ?? null
}

/** Whether a definition that breaks the series began after the first triwulan, up to the second [SA12]. */
export const isBrokenBetween = (
  definitions: readonly DefinitionSince[],
  earlier: Triwulan,
  later: Triwulan,
): boolean =>
  definitions.some(
    version =>
      version.breaks && compareTriwulan(version, earlier) > 0 && compareTriwulan(version, later) <= 0,
  )

/**
 * A series cut where a definition breaks it [SA12]: points of one segment can be compared, and a line may join them.
 * @param points in order of time
 */
export function segmentsOf<Point extends Triwulan>(
  points: readonly Point[],
  definitions: readonly DefinitionSince[],
): Point[][] {
  const segments: Point[][] = []
  let last: Point | null = null
  for (const point of points) {
    const segment = segments.at(-1)
    if (segment === undefined || last === null || isBrokenBetween(definitions, last, point))
      segments.push([point])
    else segment.push(point)
    last = point
  }
  return segments
}
