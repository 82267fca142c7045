import { describe, expect, it } from 'vitest'
import { changedTargets, storedTargets, targetErrors, targetYears, typedTargets } from './targets-form.server'

describe('the grid of targets', () => {
  it('has the years around this one, and those that have targets', () => {
    expect(targetYears([{ year: 2022, quarter: 0, value: 1 }], 2026)).toEqual([2022, 2025, 2026, 2027, 2028])
  })

  it('writes targets as they are read back', () => {
    expect(storedTargets([{ year: 2026, quarter: 4, value: 10.76 }])).toEqual({ 't.2026.4': '10,76' })
  })

  it('takes for changed what is another than what stood there, also what was emptied', () => {
    const form = new FormData()
    for (const [name, from, to] of [
      ['t.2026.1', '5', '5'],
      ['t.2026.2', '5', ' 5 '],
      ['t.2026.3', '5', ''],
      ['t.2026.0', '', '0,5'],
      ['t.1999.1', '', '7'],
    ] as const) {
      form.set(`lama.${name}`, from)
      form.set(name, to)
    }
    const changed = changedTargets({ from: typedTargets(form, 'lama.'), to: typedTargets(form) })
    expect(changed).toEqual([
      { name: 't.2026.3', year: 2026, quarter: 3, from: '5', to: '' },
      { name: 't.2026.0', year: 2026, quarter: 0, from: '', to: '0,5' },
    ])
    const errors = { fields: { 'targets.1.to': 'field.amount-unread' }, form: 'invalid-input' as const }
    expect(targetErrors(errors, changed).fields).toEqual({ 't.2026.0': 'field.amount-unread' })
  })
})
