import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  achievementOf,
  bandOf,
  bandOfCapaian,
  type Capaian,
  capaianOf,
  DEFAULT_BANDS,
  gapOf,
} from './capaian'
import { BANDS, DIRECTIONS, type Direction } from './codes'

/** As values are kept: four digits behind the comma. */
const amount = (min: number, max: number) =>
  fc.integer({ min: min * 10_000, max: max * 10_000 }).map(whole => whole / 10_000)
const target = amount(0, 100_000).filter(value => value > 0)
const realisasi = amount(0, 300_000)
const falling = fc.constantFrom<Direction>('turun', 'hitung_mundur')
const percentOf = (capaian: Capaian) => (capaian.kind === 'persen' ? capaian.percent : Number.NaN)
const percent = (direction: Direction, of: number, reached: number) =>
  percentOf(capaianOf(direction, of, reached, null))

describe('capaian where higher is better', () => {
  it('[SA1] is realisasi against target: 100 at the target, 0 at nothing, and more with every more', () => {
    expect(percent('naik', 80, 60)).toBe(75)
    expect(percent('naik', 50, 100)).toBe(200)
    fc.assert(
      fc.property(target, realisasi, realisasi, (of, one, other) => {
        expect(percent('naik', of, of)).toBe(100)
        expect(percent('naik', of, 0)).toBe(0)
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(percent('naik', of, less)).toBeLessThanOrEqual(percent('naik', of, more))
      }),
    )
  })
})

describe('capaian where lower is better', () => {
  it('[SA2] is 100 at the target, 200 at nothing, below 0 from more than twice of it, and less with every more', () => {
    expect(percent('turun', 10, 9)).toBe(110)
    expect(percent('turun', 10, 12)).toBe(80)
    expect(percent('turun', 10, 25)).toBe(-50)
    // 90.99999999999999 in binary fractions.
    expect(percent('turun', 1, 1.09)).toBe(91)
    fc.assert(
      fc.property(falling, target, realisasi, realisasi, (direction, of, one, other) => {
        expect(percent(direction, of, of)).toBe(100)
        expect(percent(direction, of, 0)).toBe(200)
        expect(percent(direction, of, of * 2)).toBe(0)
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(percent(direction, of, less)).toBeGreaterThanOrEqual(percent(direction, of, more))
        // Both formulas say alike whether a target is reached, and mirror each other about it.
        expect(percent(direction, of, one) + percent('naik', of, one)).toBeCloseTo(200, 4)
      }),
    )
  })
})

describe('capaian against a target of 0', () => {
  it('[SA3] tells what is left and the share of the way, and never divides by zero', () => {
    expect(capaianOf('turun', 0, 0.7, 3.17)).toEqual({ kind: 'sisa', gap: 0.7, wayShare: 0.77918 })
    expect(capaianOf('hitung_mundur', 0, 28, 28)).toEqual({ kind: 'sisa', gap: 28, wayShare: 0 })
    expect(capaianOf('turun', 0, 4, null)).toEqual({ kind: 'sisa', gap: 4, wayShare: null })
    expect(capaianOf('turun', 0, 4, 0)).toEqual({ kind: 'sisa', gap: 4, wayShare: null })
    fc.assert(
      fc.property(
        fc.constantFrom<Direction>('naik', 'turun', 'hitung_mundur'),
        fc.oneof(fc.constant(0), amount(-1_000, 0)),
        amount(-300_000, 300_000),
        fc.option(amount(-1_000, 100_000)),
        (direction, of, reached, baseline) => {
          const capaian = capaianOf(direction, of, reached, baseline)
          if (capaian.kind !== 'sisa') throw new Error('not what is left')
          expect(Number.isFinite(capaian.gap)).toBe(true)
          expect(capaian.wayShare === null || Number.isFinite(capaian.wayShare)).toBe(true)
          expect(capaian.wayShare === null).toBe(baseline === null || baseline === of)
          expect(capaian.gap <= 0).toBe(direction === 'naik' ? reached >= of : reached <= of)
        },
      ),
    )
  })

  it('[SA3] the way is none at the baseline, all of it at the target, and grows towards it', () => {
    fc.assert(
      fc.property(
        falling,
        amount(1, 100_000),
        amount(0, 1),
        amount(0, 1),
        (direction, baseline, one, other) => {
          const share = (reached: number) => {
            const capaian = capaianOf(direction, 0, reached, baseline)
            return capaian.kind === 'sisa' ? (capaian.wayShare ?? Number.NaN) : Number.NaN
          }
          expect([share(baseline), share(0)]).toEqual([0, 1])
          expect(share(baseline * 2)).toBe(-1)
          const [near, far] = [Math.min(one, other) * baseline, Math.max(one, other) * baseline]
          expect(share(near)).toBeGreaterThanOrEqual(share(far))
        },
      ),
    )
  })
})

describe('where there is no capaian', () => {
  it('[SA4] says why: a context, N/A, no value, no target, in this order', () => {
    const said = fc.option(amount(-1_000, 100_000))
    fc.assert(
      fc.property(
        fc.constantFrom(...DIRECTIONS),
        said,
        said,
        said,
        fc.boolean(),
        (direction, of, reached, baseline, notAvailable) => {
          const capaian = capaianOf(direction, of, reached, baseline, notAvailable)
          const reason = capaian.kind === 'tanpa' ? capaian.reason : null
          if (direction === 'konteks') expect(reason).toBe('konteks')
          else if (notAvailable) expect(reason).toBe('tidak_tersedia')
          else if (reached === null) expect(reason).toBe('belum_ada_data')
          else if (of === null) expect(reason).toBe('tanpa_target')
          else expect(reason).toBeNull()
        },
      ),
    )
  })
})

describe('bands', () => {
  it('[SA5] begin at 91, 76, 66 and 51, and nothing is rounded up into a better one', () => {
    const of = (value: number) => bandOf(value, DEFAULT_BANDS)
    expect([100, 91, 90.9, 76, 75.99, 66, 65, 51, 50.9, 0, -50].map(of)).toEqual([
      ...['sangat_baik', 'sangat_baik', 'baik', 'baik', 'cukup', 'cukup', 'kurang', 'kurang'],
      ...['sangat_kurang', 'sangat_kurang', 'sangat_kurang'],
    ])
    expect(of(180)).toBe('sangat_baik')
  })

  it('[SA5] are never worse for more, whatever bounds are set', () => {
    const bounds = fc
      .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 })
      .map(all => all.sort((a, b) => b - a))
      .map(([sangat_baik = 0, baik = 0, cukup = 0, kurang = 0]) => ({
        ...{ sangat_baik, baik, cukup, kurang },
        sangat_kurang: Number.NEGATIVE_INFINITY,
      }))
    fc.assert(
      fc.property(bounds, amount(-500, 500), amount(0, 500), (by, value, more) => {
        const rank = (percentage: number) => BANDS.indexOf(bandOf(percentage, by))
        expect(rank(value + more)).toBeLessThanOrEqual(rank(value))
        expect(bandOf(by.baik, by)).toBe('baik')
      }),
    )
  })
})

describe('what is said of an indicator in a word', () => {
  const word = (capaian: Capaian) => achievementOf(capaian, DEFAULT_BANDS)

  it('[SA10] is tercapai from 100 on, mendekati from Baik on; nothing where nothing is judged', () => {
    const persen = (value: number) => word({ kind: 'persen', percent: value })
    expect([120, 100, 99.9, 76, 75.9, -10].map(persen)).toEqual([
      ...['tercapai', 'tercapai', 'mendekati', 'mendekati', 'belum_tercapai', 'belum_tercapai'],
    ])
    expect(word({ kind: 'sisa', gap: 0, wayShare: null })).toBe('tercapai')
    expect(word({ kind: 'sisa', gap: 0.7, wayShare: 0.78 })).toBe('mendekati')
    expect(word({ kind: 'sisa', gap: 3, wayShare: null })).toBe('belum_tercapai')
    expect(word({ kind: 'tanpa', reason: 'belum_ada_data' })).toBe('belum_ada_data')
    expect(word({ kind: 'tanpa', reason: 'tidak_tersedia' })).toBe('belum_ada_data')
    expect(word({ kind: 'tanpa', reason: 'konteks' })).toBeNull()
    expect(word({ kind: 'tanpa', reason: 'tanpa_target' })).toBeNull()
    expect(bandOfCapaian({ kind: 'sisa', gap: 0, wayShare: null }, DEFAULT_BANDS)).toBe('sangat_baik')
    expect(bandOfCapaian({ kind: 'sisa', gap: 1, wayShare: null }, DEFAULT_BANDS)).toBeNull()
  })

  it('[SA10] agrees with what is left: reached when that is 0 or less, and only then', () => {
    const judged = fc.constantFrom<Direction>('naik', 'turun', 'hitung_mundur')
    fc.assert(
      fc.property(judged, amount(0, 1_000), amount(0, 2_000), (direction, of, reached) => {
        const isReached = word(capaianOf(direction, of, reached, null)) === 'tercapai'
        // A share a millionth of a percent away from 100 is 100.
        fc.pre(of === 0 || reached === of || Math.abs(reached - of) / of > 1e-7)
        expect(isReached).toBe(gapOf(direction, of, reached) <= 0)
      }),
    )
  })
})
