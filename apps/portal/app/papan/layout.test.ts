import { describe, expect, it } from 'vitest'
import { stepFrom, stretch } from './keys'
import { dropAt, heightOf, LANE_HEAD, layOut, rowsBetween, STEP } from './layout'
import { testCard } from './test-cards'

const cards = [
  testCard('a', { opdId: 'perkim' }),
  testCard('b', { status: 'berjalan', opdId: 'dinkes' }),
  testCard('c', { opdId: 'dinkes' }),
  testCard('d', { status: 'selesai', opdId: 'perkim', strategy: 'b' }),
  testCard('e', { strategy: 'a', from: { rapatId: 'r', lineId: 'l', isDraft: false } }),
]
const order = { opd: ['dinkes', 'perkim'], rapat: ['r'] }
const laid = (columns: 'status' | 'opd', lanes: 'tanpa' | 'opd' | 'strategi' | 'rapat') =>
  layOut(cards, { columns, lanes }, order)
const shown = (layout: ReturnType<typeof laid>) =>
  layout.lanes.map(lane => [lane.key, ...lane.cells.map(cell => cell.map(({ id }) => id).join(''))])

describe('the board in columns and lanes', () => {
  it('has a column for each status, and keeps the order of the board', () => {
    expect(shown(laid('status', 'tanpa'))).toEqual([[null, 'ace', 'b', '', 'd']])
  })

  it('has lanes in the order of what they stand for, those without one at the end', () => {
    expect(shown(laid('status', 'opd'))).toEqual([
      ['dinkes', 'c', 'b', '', ''],
      ['perkim', 'a', '', '', 'd'],
      [null, 'e', '', '', ''],
    ])
    expect(laid('status', 'strategi').lanes.map(({ key }) => key)).toEqual(['a', 'b', null])
    expect(laid('status', 'rapat').lanes.map(({ key }) => key)).toEqual(['r', null])
  })

  it('has a column for each OPD that has cards', () => {
    const layout = laid('opd', 'tanpa')
    expect(layout.columns.map(({ opdId, status }) => [opdId, status])).toEqual([
      ['dinkes', null],
      ['perkim', null],
      [null, null],
    ])
    expect(shown(layout)).toEqual([[null, 'bc', 'ad', 'e']])
  })

  it('reckons heights: what is dropped there, and what is to be seen', () => {
    const layout = laid('status', 'opd')
    const second = layout.lanes[1]?.top ?? 0
    expect(heightOf(layout, { lane: 1, column: 0, row: 1 })).toBe(second + LANE_HEAD + STEP)
    expect(dropAt(layout, 0, second + LANE_HEAD + 5)).toEqual({ lane: 1, row: 0 })
    expect(dropAt(layout, 0, second + LANE_HEAD + STEP)).toEqual({ lane: 1, row: 1 })
    expect(dropAt(layout, 2, second + LANE_HEAD + STEP)).toEqual({ lane: 1, row: 0 })
    expect(dropAt(layout, 0, 1e6)).toEqual({ lane: 2, row: 1 })
    const [lane] = laid('status', 'tanpa').lanes
    expect(lane && rowsBetween(lane, false, STEP * 1.5, STEP * 2.5)).toEqual([1, 3])
  })
})

describe('arrows on a board', () => {
  const layout = laid('status', 'opd')
  it('go over empty cells and into the next lane', () => {
    expect(stepFrom(layout, 'a', 'ArrowRight')).toBe('d')
    expect(stepFrom(layout, 'd', 'ArrowLeft')).toBe('a')
    expect(stepFrom(layout, 'c', 'ArrowDown')).toBe('a')
    expect(stepFrom(layout, 'a', 'ArrowUp')).toBe('c')
    expect(stepFrom(layout, 'e', 'ArrowDown')).toBeNull()
    expect(stepFrom(layout, 'gone', 'ArrowDown')).toBe('c')
  })

  it('go to the ends of a column, and choose what lies between', () => {
    const whole = laid('status', 'tanpa')
    expect(stepFrom(whole, 'c', 'Home')).toBe('a')
    expect(stepFrom(whole, 'c', 'End')).toBe('e')
    expect(stretch(whole, 'e', 'a')).toEqual(['a', 'c', 'e'])
    expect(stretch(whole, 'a', 'b')).toEqual(['b'])
  })
})
