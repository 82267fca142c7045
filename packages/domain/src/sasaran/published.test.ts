import { describe, expect, it } from 'vitest'
import type { Quarter } from '../triwulan'
import { capaianOf, DEFAULT_BANDS } from './capaian'
import type { Direction } from './codes'
import { NOTHING_SAID, numberOf } from './measured'
import { indicatorStanding } from './standing'

/**
 * The figures that domain.md §4 names as published for the regency, with capaian that were worked out by hand. Targets
 * are examples: none is published.
 */
const standing = (
  direction: Direction,
  baseline: number | null,
  said: readonly [year: number, quarter: Quarter, value: number][],
  target: number | null,
) => {
  const [last] = said.slice(-1)
  const [year, quarter] = last ?? [2024, 4]
  return indicatorStanding({
    indicator: { direction, accumulation: 'terakhir', factor: null, baseline },
    targets: target === null ? [] : [{ year, quarter: 0, value: target }],
    values: said.map(([y, q, value]) => ({ ...NOTHING_SAID, year: y, quarter: q, value })),
    at: { year, quarter },
    bounds: DEFAULT_BANDS,
  })
}

describe('published figures of Mukomuko', () => {
  it('[SA2] P0 11.44 (2022) → 10.76 (2023): (1 + (1 − 10.76 / 10.5)) × 100 = 97.523810, better than the year before', () => {
    expect(
      standing(
        'turun',
        11.44,
        [
          [2022, 1, 11.44],
          [2023, 1, 10.76],
        ],
        10.5,
      ),
    ).toMatchObject({
      capaian: { kind: 'persen', percent: 97.52381 },
      band: 'sangat_baik',
      achievement: 'mendekati',
      gap: 0.26,
      trend: 'membaik',
      previous: { at: { year: 2022, quarter: 1 }, value: 11.44 },
    })
  })

  it('[SA3] extreme poverty: 1,422 of 201,227 = 0.7067 %; 0.7067 is left to 0 %, 77.71 % of the way from 3.17 % lies behind', () => {
    const share = numberOf({ ...NOTHING_SAID, numerator: 1_422, denominator: 201_227 }, 100)
    expect(share).toBe(0.7067)
    expect(share?.toFixed(1)).toBe('0.7')
    // (3.17 − 0.7067) / 3.17 = 2.4633 / 3.17
    expect(capaianOf('turun', 0, share, 3.17)).toEqual({ kind: 'sisa', gap: 0.7067, wayShare: 0.777066 })
    expect(standing('turun', 3.17, [[2024, 4, 0.7067]], 0)).toMatchObject({
      achievement: 'mendekati',
      gap: 0.7067,
    })
  })

  it('[SA6] stunting of the register: 524 / 11,083 × 100 = 4.7280, published as 4.73', () => {
    const share = numberOf({ ...NOTHING_SAID, numerator: 524, denominator: 11_083 }, 100)
    expect(share).toBe(4.728)
    expect(share?.toFixed(2)).toBe('4.73')
    // 4.728 / 5 = 0.9456; 2 − 0.9456 = 1.0544
    expect(capaianOf('turun', 5, share, 5.7)).toEqual({ kind: 'persen', percent: 105.44 })
  })

  it('[SA2] stunting of the survey: 22.2 (2023) against 14 is 41.43 %, Sangat Kurang; the register of the same year says 5.1', () => {
    // 22.2 / 14 = 1.585714; 2 − 1.585714 = 0.414286
    expect(
      standing(
        'turun',
        22.3,
        [
          [2022, 4, 22.3],
          [2023, 4, 22.2],
        ],
        14,
      ),
    ).toMatchObject({
      capaian: { percent: 41.428571 },
      band: 'sangat_kurang',
      achievement: 'belum_tercapai',
      trend: 'membaik',
    })
  })

  it('[SA3] slums: a countdown from 28 locations; none is done, 28 are left', () => {
    expect(standing('hitung_mundur', 28, [[2023, 4, 28]], 0)).toMatchObject({
      capaian: { kind: 'sisa', gap: 28, wayShare: 0 },
      band: 'sangat_kurang',
      achievement: 'belum_tercapai',
    })
    // 28 → 21: a quarter of the way.
    expect(capaianOf('hitung_mundur', 0, 21, 28)).toEqual({ kind: 'sisa', gap: 21, wayShare: 0.25 })
  })

  it('[SA4] KPM PKH 7,917 (2024) is told for its context: no better, no band, nothing left', () => {
    expect(standing('konteks', null, [[2024, 4, 7_917]], 8_000)).toMatchObject({
      ...{
        value: 7_917,
        capaian: { kind: 'tanpa', reason: 'konteks' },
        band: null,
        achievement: null,
        gap: null,
      },
    })
  })

  it('[SA1] houses that are mended: 40 of the 3,500 proposed come to 1.142857 %', () => {
    expect(capaianOf('naik', 3_500, 40, null)).toEqual({ kind: 'persen', percent: 1.142857 })
  })
})
