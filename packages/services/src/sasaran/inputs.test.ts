import { describe, expect, it } from 'vitest'
import { addIndicatorInput, amountInput, cellInput } from './inputs'

const ID = '01920000-0000-7000-8000-000000000001'
const INDICATOR = {
  ...{
    programmeId: ID,
    name: 'Stunting',
    concept: '',
    classification: '',
    measure: '',
    unit: '%',
    decimals: 2,
  },
  ...{ direction: 'turun', level: 'desa', rollUp: 'rasio', accumulation: 'terakhir', frequency: 'semester' },
  ...{ factor: '100', source: 'Dinkes', ownerOpdId: ID, baseline: '5,7', baselineDate: '' },
  ...{ lowest: '0', highest: '100', isPublic: true, definition: 'Balita', since: { year: 2022, quarter: 1 } },
}
const faultOf = (more: object) =>
  addIndicatorInput
    .safeParse({ ...INDICATOR, ...more })
    .error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('inputs of targets', () => {
  it('[SA22] refuse to add percentages, a ratio without factor, and limits that cross', () => {
    expect(faultOf({})).toBeUndefined()
    expect(faultOf({ factor: '' })).toEqual([['factor', 'field.required']])
    expect(faultOf({ rollUp: 'jumlah' })).toEqual([['rollUp', 'field.ratio-not-added']])
    expect(faultOf({ rollUp: 'jumlah', factor: null })).toBeUndefined()
    expect(faultOf({ lowest: '101' })).toEqual([['highest', 'field.highest']])
    expect(faultOf({ factor: '0' })).toEqual([['factor', 'field.factor']])
  })

  it('[SA21] read amounts as they are written, and say what is wrong with one', () => {
    expect(amountInput.parse('1.234,5')).toBe(1_234.5)
    expect(amountInput.parse(' ')).toBeNull()
    expect(amountInput.safeParse('0.123').error?.issues[0]?.message).toBe('field.amount-ambiguous')
    const cell = { indicatorId: ID, regionCode: '17.06.01', value: 'x', numerator: '', denominator: '' }
    const rest = { notAvailable: false, finality: 'final', asOf: '', source: '', revision: 0 }
    expect(cellInput.safeParse({ ...cell, ...rest }).error?.issues[0]).toMatchObject({
      path: ['value'],
      message: 'field.amount-unread',
    })
  })
})
