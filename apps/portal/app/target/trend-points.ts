import { type Band, compareTriwulan, romanQuarter, shiftTriwulan, type Triwulan } from '@mufakat/domain'
import type { IndicatorDetail } from '@mufakat/services'
import type { TrendPoint } from '@mufakat/ui/charts'

/** As many triwulan as a chart has room for: five years. */
const MOST = 20

type Drawn = Pick<IndicatorDetail, 'series' | 'breaks' | 'targets' | 'direction' | 'bounds' | 'at'>

/** Values that count as near a target: from the lower bound of the band Baik on; none where a target of 0 is aimed at. */
function nearOf({ direction, bounds }: Drawn, target: number | null) {
  const share = (band: Band) => bounds[band] / 100
  if (target === null || target <= 0 || direction === 'konteks') return null
  const far = direction === 'naik' ? target * share('baik') : target * (2 - share('baik'))
  return { low: Math.min(far, target), high: Math.max(far, target) }
}

/**
 * A point for each triwulan up to the one that is looked at; one of which nothing was said is a gap.
 * @param name of a triwulan in full
 * @param breakName what to call a new definition
 */
export function trendPoints(
  indicator: Drawn,
  name: (at: Triwulan) => string,
  breakName: (version: number) => string,
): TrendPoint[] {
  const { series, breaks, targets, at } = indicator
  const [first] = series
  if (first === undefined) return []
  const begin = shiftTriwulan(at, 1 - MOST)
  const points: TrendPoint[] = []
  let triwulan: Triwulan =
    compareTriwulan(first, begin) < 0 ? begin : { year: first.year, quarter: first.quarter }
  for (; compareTriwulan(triwulan, at) <= 0; triwulan = shiftTriwulan(triwulan, 1)) {
    const { year, quarter } = triwulan
    const nth = series.findIndex(one => one.year === year && one.quarter === quarter)
    const found = series[nth]
    const target =
      found?.target ?? targets.find(one => one.year === year && one.quarter === quarter)?.value ?? null
    points.push({
      period: name(triwulan),
      tick: romanQuarter(quarter),
      group: String(year),
      value: found?.number ?? null,
      notAvailable: found?.notAvailable ?? false,
      provisional: found?.finality === 'sementara',
      target,
      band: nearOf(indicator, target),
      ...(found !== undefined && breaks.includes(nth)
        ? { breakLabel: breakName(found.definitionVersion) }
        : {}),
    })
  }
  return points
}
