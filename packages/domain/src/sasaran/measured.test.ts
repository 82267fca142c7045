import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCUMULATIONS } from './codes'
import {
  composedOf,
  finalityOf,
  gatheredFrom,
  type Measured,
  NOTHING_SAID,
  numberOf,
  rollUpOf,
} from './measured'
import { overPeriod } from './period'

const amount = (min: number, max: number) =>
  fc.integer({ min: min * 10_000, max: max * 10_000 }).map(whole => whole / 10_000)
const value = amount(0, 10_000).map((said): Measured => ({ ...NOTHING_SAID, value: said }))
const ratio = fc
  .tuple(fc.nat({ max: 5_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([numerator, denominator]): Measured => ({ ...NOTHING_SAID, numerator, denominator }))
/** States a percentage, without what it comes from. */
const stated = amount(0, 100).map((said): Measured => ({ ...NOTHING_SAID, value: said }))
const missing = fc.constant(NOTHING_SAID)
const nowhere = fc.constant<Measured>({ ...NOTHING_SAID, notAvailable: true })
const any = fc.oneof(value, ratio, missing, nowhere)

describe('the number that holds', () => {
  it('[SA6] is computed where both parts are there, whatever was typed beside them', () => {
    const typed = { ...NOTHING_SAID, value: 99, numerator: 524, denominator: 11_083 }
    expect(numberOf(typed, 100)).toBe(4.728)
    expect(numberOf(typed, null)).toBe(99)
    expect(numberOf({ ...typed, denominator: null }, 100)).toBe(99)
    fc.assert(
      fc.property(ratio, fc.constantFrom(1, 100, 1_000), (measured, factor) => {
        const number = numberOf(measured, factor) ?? Number.NaN
        expect(number).toBeGreaterThanOrEqual(0)
        const { numerator, denominator } = measured
        expect(Math.abs(number - ((numerator ?? 0) / (denominator ?? 1)) * factor)).toBeLessThanOrEqual(
          0.00005001,
        )
      }),
    )
  })

  it('[SA6] is none where it is not available, and N/A is never 0', () => {
    fc.assert(
      fc.property(any, fc.option(fc.constantFrom(1, 100)), (measured, factor) => {
        expect(numberOf({ ...measured, notAvailable: true }, factor)).toBeNull()
      }),
    )
    expect(numberOf(NOTHING_SAID, 100)).toBeNull()
    expect(numberOf({ ...NOTHING_SAID, numerator: 1, denominator: 0 }, 100)).toBeNull()
  })
})

describe('what regions come to', () => {
  it('[SA7] sums are those of what is there, in any order, and what is missing is counted and not filled in', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(value, missing, nowhere), { maxLength: 160 }), parts => {
        const { measured, of, given } = rollUpOf('jumlah', parts, null)
        const said = parts.flatMap(part => (part.value === null ? [] : [part.value]))
        expect([of, given]).toEqual([parts.length, said.length])
        const total = said.reduce((sum, one) => sum + one * 10_000, 0)
        if (said.length > 0) expect(Math.round((measured.value ?? 0) * 10_000)).toBe(Math.round(total))
        else expect(measured.value).toBeNull()
        expect(rollUpOf('jumlah', [...parts].reverse(), null)).toEqual({ measured, of, given })
        expect(rollUpOf('jumlah', [...parts, NOTHING_SAID], null).measured.value).toBe(measured.value)
      }),
    )
  })

  it('[SA7] a ratio lies between its least and its greatest part, and is not their mean', () => {
    const small = { ...NOTHING_SAID, numerator: 1, denominator: 2 }
    const large = { ...NOTHING_SAID, numerator: 0, denominator: 98 }
    expect(rollUpOf('rasio', [small, large], 100).measured).toEqual({
      ...{ value: 1, numerator: 1, denominator: 100, notAvailable: false },
    })
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 160 }), parts => {
        const whole = numberOf(rollUpOf('rasio', parts, 100).measured, 100) ?? Number.NaN
        const each = parts.map(part => numberOf(part, 100) ?? Number.NaN)
        expect(whole).toBeGreaterThanOrEqual(Math.min(...each) - 0.0001)
        expect(whole).toBeLessThanOrEqual(Math.max(...each) + 0.0001)
      }),
    )
  })

  it('[SA7] desa by way of their kecamatan come to the same as all desa at once', () => {
    const part = fc.oneof(ratio, missing, nowhere, stated)
    const districts = fc.array(fc.array(part, { minLength: 1, maxLength: 12 }), { maxLength: 15 })
    fc.assert(
      fc.property(districts, fc.constantFrom('rasio' as const, 'jumlah' as const), (all, kind) => {
        const factor = kind === 'rasio' ? 100 : null
        const below = all.map(villages => rollUpOf(kind, villages, factor).measured)
        const [byDistrict, atOnce] = [rollUpOf(kind, below, factor), rollUpOf(kind, all.flat(), factor)]
        expect(byDistrict.measured).toEqual(atOnce.measured)
      }),
    )
  })

  it('[SA7] a stated percentage adds nothing to a ratio, and `tidak` comes to nothing', () => {
    fc.assert(
      fc.property(fc.array(stated, { maxLength: 20 }), fc.array(any, { maxLength: 20 }), (typed, parts) => {
        expect(rollUpOf('rasio', typed, 100)).toMatchObject({ measured: { value: null }, given: 0 })
        expect(rollUpOf('tidak', parts, null).measured).toEqual(NOTHING_SAID)
      }),
    )
  })

  it('[SA7] is not available where no part is, and only then', () => {
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 20 }),
        fc.constantFrom('rasio' as const, 'jumlah' as const),
        (parts, kind) => {
          const isNowhere = parts.length > 0 && parts.every(part => part.notAvailable)
          expect(rollUpOf(kind, parts, kind === 'rasio' ? 100 : null).measured.notAvailable).toBe(isNowhere)
        },
      ),
    )
  })
})

describe('rows that were added where they lie', () => {
  const of = fc.integer({ min: 1, max: 20 })
  const ratios = fc.array(fc.oneof(ratio, nowhere), { minLength: 1, maxLength: 20 })
  const values = fc.array(fc.oneof(value, nowhere), { minLength: 1, maxLength: 20 })
  const total = (numbers: readonly (number | null)[]) => {
    const said = numbers.filter(one => one !== null)
    return said.length === 0 ? null : said.reduce((sum, one) => sum + Math.round(one * 10_000), 0) / 10_000
  }

  it('[SA7] come to the same as all of them with what is missing', () => {
    const kinds = fc.oneof(
      fc.tuple(fc.constant('rasio' as const), ratios),
      fc.tuple(fc.constant('jumlah' as const), values),
      fc.tuple(fc.constant('tidak' as const), values),
    )
    fc.assert(
      fc.property(kinds, of, ([kind, rows], more) => {
        const factor = kind === 'rasio' ? 100 : null
        const sums = {
          value: total(rows.map(row => row.value)),
          values: rows.filter(row => row.value !== null).length,
          numerator: total(rows.map(row => row.numerator)),
          denominator: total(rows.map(row => row.denominator)),
          ratios: rows.filter(row => row.denominator !== null).length,
          rows: rows.length,
          isNowhere: rows.every(row => row.notAvailable),
        }
        const missingToo = [...rows, ...Array.from({ length: more - 1 }, () => NOTHING_SAID)]
        expect(gatheredFrom(sums, kind, factor, missingToo.length)).toEqual(
          rollUpOf(kind, missingToo, factor),
        )
      }),
    )
  })
})

describe('what was stated for a region above', () => {
  it('[SA23] holds only where none of its parts has a number', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), fc.option(any), (parts, stated) => {
        const gathered = rollUpOf('jumlah', parts, null)
        const composed = composedOf(stated, gathered, null)
        if (gathered.given > 0 || stated === null) expect(composed).toBe(gathered)
        else expect([composed.measured, composed.of]).toEqual([stated, 1])
      }),
    )
  })
})

describe('semester and year', () => {
  const quarters = fc.array(any, { minLength: 1, maxLength: 4 })

  it('[SA8] `kumulatif` puts triwulan together as regions are, from numerators and denominators where it is a ratio', () => {
    fc.assert(
      fc.property(quarters, fc.constantFrom(null, 100), (parts, factor) => {
        const kind = factor === null ? 'jumlah' : 'rasio'
        expect(overPeriod('kumulatif', parts, factor)).toEqual(rollUpOf(kind, parts, factor))
      }),
    )
  })

  it('[SA8] `terakhir` is the last triwulan that has a number; its year is that of its second semester, if that has one', () => {
    const year = fc.array(any, { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(year, fc.constantFrom(null, 100), (parts, factor) => {
        const whole = overPeriod('terakhir', parts, factor)
        const said = parts.filter(part => numberOf(part, factor) !== null)
        expect([whole.of, whole.given]).toEqual([4, said.length])
        if (said.length > 0) expect(whole.measured).toBe(said.at(-1))
        const [first, second] = [0, 2].map(from =>
          overPeriod('terakhir', parts.slice(from, from + 2), factor),
        )
        const later = second?.given === 0 ? first : second
        expect(numberOf(whole.measured, factor)).toBe(numberOf(later?.measured ?? NOTHING_SAID, factor))
      }),
    )
  })

  it('[SA8] never tells a number where no triwulan has one', () => {
    const silent = fc.array(fc.oneof(missing, nowhere), { maxLength: 4 })
    fc.assert(
      fc.property(fc.constantFrom(...ACCUMULATIONS), silent, (accumulation, parts) => {
        expect(overPeriod(accumulation, parts, 100)).toMatchObject({ measured: { value: null }, given: 0 })
      }),
    )
  })

  it('[SA9] is final when all it was put together from is', () => {
    const finality = fc.constantFrom('final' as const, 'sementara' as const)
    fc.assert(
      fc.property(fc.array(finality, { maxLength: 12 }), parts => {
        const isFinal = parts.length > 0 && !parts.includes('sementara')
        expect(finalityOf(parts)).toBe(isFinal ? 'final' : 'sementara')
      }),
    )
  })
})
