import { DEFAULT_BANDS, type Quarter } from '@mufakat/domain'
import type { SeriesPoint } from '@mufakat/services'
import { describe, expect, it } from 'vitest'
import { trendPoints } from './trend-points'

const point = (
  year: number,
  quarter: Quarter,
  number: number | null,
  more: Partial<SeriesPoint> = {},
): SeriesPoint => ({
  ...{ year, quarter, number, value: number, numerator: null, denominator: null },
  ...{ notAvailable: number === null, finality: 'final', of: 1, given: 1, asOf: `${year}-12-31` },
  ...{ source: 'BPS', definitionVersion: 1, valueId: 'v', reason: '', target: null },
  ...more,
})

const draw = (series: SeriesPoint[], more: Partial<Parameters<typeof trendPoints>[0]> = {}) =>
  trendPoints(
    {
      series,
      ...{
        breaks: [],
        targets: [],
        direction: 'turun',
        bounds: DEFAULT_BANDS,
        at: { year: 2026, quarter: 4 },
      },
      ...more,
    },
    at => `${at.quarter}/${at.year}`,
    version => `v${version}`,
  )

describe('the points of a trend', () => {
  it('draws nothing of nothing', () => {
    expect(draw([])).toEqual([])
  })

  it('leaves a gap for every triwulan without a word, up to the one that is looked at', () => {
    const points = draw([point(2026, 1, 5), point(2026, 3, null)])
    expect(points.map(one => [one.period, one.value, one.notAvailable])).toEqual([
      ['1/2026', 5, false],
      ['2/2026', null, false],
      ['3/2026', null, true],
      ['4/2026', null, false],
    ])
  })

  it('goes back five years at most', () => {
    expect(draw([point(2015, 1, 5), point(2026, 4, 4)])).toHaveLength(20)
  })

  it('says where a definition is new, also after gaps', () => {
    const points = draw([point(2025, 4, 5), point(2026, 2, 3, { definitionVersion: 2 })], { breaks: [1] })
    expect(points.map(one => one.breakLabel)).toEqual([undefined, undefined, 'v2', undefined, undefined])
  })

  it('shows a target also where nothing was reported, with what is near it by the direction', () => {
    const targets = [{ year: 2026, quarter: 4, value: 100 }]
    const [last] = draw([point(2026, 3, 90)], { targets }).slice(-1)
    expect(last).toMatchObject({ value: null, target: 100, band: { low: 100, high: 124 } })
    const [higher] = draw([point(2026, 3, 90)], { targets, direction: 'naik' }).slice(-1)
    expect(higher?.band).toEqual({ low: 76, high: 100 })
  })

  it('has nothing near a target of 0, nor of what is told for its context', () => {
    const targets = [{ year: 2026, quarter: 4, value: 0 }]
    expect(draw([point(2026, 4, 1)], { targets }).at(-1)?.band).toBeNull()
    const some = [{ year: 2026, quarter: 4, value: 5 }]
    expect(draw([point(2026, 4, 1)], { targets: some, direction: 'konteks' }).at(-1)?.band).toBeNull()
  })
})
