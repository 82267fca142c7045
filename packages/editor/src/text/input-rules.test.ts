import { describe, expect, it } from 'vitest'
import { applyLineRule, lineRuleFor } from './input-rules'
import { shown, stateOf } from './testing-text'

describe('input rules', () => {
  it.each([
    ['-', 'butir', 0],
    ['*', 'butir', 0],
    ['1.', 'nomor', 0],
    ['a)', 'nomor', 0],
    ['#', 'judul', 0],
    ['##', 'judul', 1],
    ['>', 'kutipan', 0],
  ])('%s and a space make %s', (typed, kind, level) => {
    expect(lineRuleFor(typed)).toEqual({ kind, level })
  })

  it('set attributes of the line and take off what was typed', () => {
    const state = stateOf([{ words: '-|isi' }])
    const tr = applyLineRule(state)
    expect(tr && shown(state.apply(tr))).toEqual(['butir:|isi'])
    expect(tr?.steps.every(step => step.toJSON().stepType !== 'replaceAround')).toBe(true)
  })

  it('do nothing within words or in a line that has a kind', () => {
    expect(applyLineRule(stateOf([{ words: 'a -|' }]))).toBeNull()
    expect(applyLineRule(stateOf([{ kind: 'keputusan', words: '-|' }]))).toBeNull()
  })
})
