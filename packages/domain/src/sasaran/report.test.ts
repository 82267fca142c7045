import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUARTERS } from '../triwulan'
import { FREQUENCIES, REPORT_STATES } from './codes'
import { type Measured, NOTHING_SAID } from './measured'
import { CELL_FAULTS, cellFault, cellHints, FAR_TIMES } from './plausible'
import { readAmount } from './read-amount'
import { cellStateOf, isDueIn, isFillable, type ReportStep, reportAfter } from './report'

const STEPS: readonly ReportStep[] = ['send', 'accept', 'return']
const percent = { factor: 100, lowest: 0, highest: 100, needsParts: false }
const count = { factor: null, lowest: 0, highest: null, needsParts: false }
const said = (value: number): Measured => ({ ...NOTHING_SAID, value })
const ratio = (numerator: number | null, denominator: number | null): Measured => ({
  ...{ ...NOTHING_SAID, numerator, denominator },
})
const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(whole => whole / 100)

describe('a report of a triwulan', () => {
  it('[SA18] is filled in, sent, and then accepted for good or returned', () => {
    expect(REPORT_STATES.filter(isFillable)).toEqual(['draf', 'dikembalikan'])
    expect(REPORT_STATES.map(state => STEPS.map(step => reportAfter(state, step)))).toEqual([
      ['dikirim', null, null],
      [null, 'diterima', 'dikembalikan'],
      ['dikirim', null, null],
      [null, null, null],
    ])
  })

  it('[SA19] tells of each cell whether it is empty, kept, waiting, invalid or locked', () => {
    const of = (state: (typeof REPORT_STATES)[number], isSaid: boolean, isValid: boolean) =>
      cellStateOf(state, { isSaid, isValid })
    expect(of('draf', false, true)).toBe('kosong')
    expect(of('dikembalikan', true, true)).toBe('tersimpan')
    expect(of('dikirim', true, true)).toBe('menunggu')
    expect(of('draf', true, false)).toBe('tidak_sah')
    for (const isSaid of [true, false]) expect(of('diterima', isSaid, true)).toBe('terkunci')
  })

  it('[SA20] owes values each triwulan, in II and IV, or in IV alone', () => {
    expect(FREQUENCIES.map(frequency => QUARTERS.filter(quarter => isDueIn(frequency, quarter)))).toEqual([
      [1, 2, 3, 4],
      [2, 4],
      [4],
    ])
  })
})

describe('a cell', () => {
  it('[SA16] is invalid with half a ratio, a denominator not above 0, beyond its limits, or N/A with a number', () => {
    expect(cellFault({ ...said(3), notAvailable: true }, count)).toBe('mixed')
    expect(cellFault({ ...NOTHING_SAID, notAvailable: true }, count)).toBeNull()
    expect(cellFault(ratio(3, null), percent)).toBe('half')
    expect(cellFault(ratio(3, 0), percent)).toBe('denominator')
    expect(cellFault(ratio(-1, 5), percent)).toBe('negative')
    expect(cellFault(said(-0.1), percent)).toBe('lowest')
    expect(cellFault(ratio(11, 10), percent)).toBe('highest')
    expect(cellFault(ratio(524, 11_083), percent)).toBeNull()
    expect(cellFault(NOTHING_SAID, percent)).toBeNull()
    expect(cellFault(said(4), { ...percent, needsParts: true })).toBe('parts')
    expect(cellFault(ratio(4, 100), { ...percent, needsParts: true })).toBeNull()
    const limits = fc.record({
      factor: fc.constant(null),
      lowest: fc.option(number),
      highest: fc.option(number),
      needsParts: fc.constant(false),
    })
    fc.assert(
      fc.property(number, limits, (value, bounded) => {
        const isWithin = value >= (bounded.lowest ?? value) && value <= (bounded.highest ?? value)
        const fault = cellFault(said(value), bounded)
        expect(fault === null).toBe(isWithin)
        if (fault !== null) expect(CELL_FAULTS).toContain(fault)
      }),
    )
  })

  it('[SA17] hints at what is far from the last value, at 0, at more than all, and at another denominator', () => {
    expect(cellHints(said(31), said(10), count)).toEqual(['far'])
    expect(cellHints(said(3), said(10), count)).toEqual(['far'])
    expect(cellHints(said(30), said(10), count)).toEqual([])
    expect(cellHints(said(0), said(10), count)).toEqual(['zero'])
    expect(cellHints(said(10), said(10), count)).toEqual(['same'])
    expect(cellHints(said(0), said(0), count)).toEqual([])
    expect(cellHints(ratio(12, 10), null, percent)).toEqual(['numerator'])
    expect(cellHints(ratio(5, 100), ratio(4, 40), percent)).toEqual(['denominator'])
    expect(cellHints(NOTHING_SAID, said(3), count)).toEqual([])
  })

  it('[SA17] finds nothing far within the limits of what is far, and no hint without a value before', () => {
    const positive = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(positive, positive, (value, last) => {
        const isFar = value > last * FAR_TIMES || value * FAR_TIMES < last
        expect(cellHints(said(value), said(last), count).includes('far')).toBe(isFar)
        expect(cellHints(said(value), null, count)).toEqual([])
      }),
    )
  })
})

describe('an amount as it is written', () => {
  it('[SA21] is read by the comma and the points of this country, and asked about where it can be meant two ways', () => {
    const read = (text: string) => {
      const amount = readAmount(text)
      return 'fault' in amount ? amount.fault : amount.value
    }
    expect(['1.234,56', '1234,56', '1234', ' 0,7 ', '-3,5', '−3,5', '', '12.5', '0.7067'].map(read)).toEqual([
      ...[1234.56, 1234.56, 1234, 0.7, -3.5, -3.5, null, 12.5, 0.7067],
    ])
    expect(['1.234', '11.083', '1.234.567'].map(read)).toEqual([1_234, 11_083, 1_234_567])
    expect(['0.123', '00.123', '1,23456', '1,2340000', '999999999999'].map(read)).toEqual([
      ...['ambiguous', 'ambiguous', 'decimals', 1.234, 'range'],
    ])
    expect(['12a', '1.23.4', '1,2,3', '1,234.56', 'N/A', '--1', '1e5', '.5', '5,'].map(read)).toEqual(
      Array.from({ length: 9 }, () => 'unread'),
    )
  })

  it('[SA21] reads back what Indonesian formatting writes', () => {
    const format = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 4 })
    const whole = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
    fc.assert(
      fc.property(whole, ten => {
        const value = ten / 10_000 + 0
        expect(readAmount(format.format(value))).toEqual({ value })
        expect(readAmount(String(value).replace('.', ','))).toEqual({ value })
      }),
    )
  })
})
