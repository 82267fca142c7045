import { describe, expect, it } from 'vitest'
import {
  isBelow,
  mayStandUnder,
  mergeFault,
  type OpdPlace,
  predecessorsOf,
  successionOf,
  successorOf,
  treeOrder,
} from './opd'

const opd = (id: string, more: Partial<OpdPlace> = {}): OpdPlace => ({
  id,
  parentId: null,
  mergedInto: null,
  active: true,
  ...more,
})

describe('the tree of OPD', () => {
  const all = [
    opd('dinas'),
    opd('upt', { parentId: 'puskesmas' }),
    opd('puskesmas', { parentId: 'dinas' }),
    opd('badan'),
  ]

  it('[O1] has no circle', () => {
    expect(isBelow(all, 'upt', 'dinas')).toBe(true)
    expect(mayStandUnder(all, 'dinas', 'upt')).toBe(false)
    expect(mayStandUnder(all, 'dinas', 'dinas')).toBe(false)
    expect(mayStandUnder(all, 'dinas', 'badan')).toBe(true)
    expect(mayStandUnder(all, 'upt', 'dinas')).toBe(true)
  })

  it('[O1] is told from above, each OPD once', () => {
    expect(treeOrder(all).map(({ opd: one, depth }) => `${depth} ${one.id}`)).toEqual([
      '0 dinas',
      '1 puskesmas',
      '2 upt',
      '0 badan',
    ])
    expect(treeOrder([opd('a', { parentId: 'not here' })])).toHaveLength(1)
  })
})

describe('a merger', () => {
  const all = [
    opd('a', { mergedInto: 'b', active: false }),
    opd('b', { mergedInto: 'c', active: false }),
    opd('c'),
    opd('closed', { active: false }),
  ]

  it('[O2] goes once, to an active one that is another', () => {
    expect(mergeFault(all, 'c', 'c')).toBe('same')
    expect(mergeFault(all, 'a', 'c')).toBe('already')
    expect(mergeFault(all, 'c', 'closed')).toBe('inactive')
    expect(mergeFault(all, 'c', 'nowhere')).toBe('inactive')
    expect(mergeFault(all, 'closed', 'c')).toBeNull()
  })

  it('[O3] is followed to its end, also where the rows make a circle', () => {
    expect(['a', 'b', 'c', 'closed'].map(id => successorOf(all, id))).toEqual(['c', 'c', 'c', 'closed'])
    expect(successionOf(all, 'a')).toEqual(['a', 'b', 'c'])
    expect(successionOf(all, 'closed')).toEqual(['closed'])
    expect(predecessorsOf(all, 'c').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(predecessorsOf(all, 'b')).toEqual([])
    const circle = [opd('x', { mergedInto: 'y' }), opd('y', { mergedInto: 'x' })]
    expect(successionOf(circle, 'x')).toEqual(['x', 'y'])
    expect(successorOf(circle, 'x')).toBe('y')
  })
})
