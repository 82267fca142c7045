import { describe, expect, it } from 'vitest'
import { layOut } from './layout'
import { faultOf, movesBack, movesTo, rowAt, targetOfDrop, targetOfStatus, targetOfWay } from './moves'
import { testCard } from './test-cards'

const cards = [
  testCard('a'),
  testCard('b', { status: 'berjalan' }),
  testCard('c'),
  testCard('d', { opdId: 'perkim' }),
]
const order = { opd: ['perkim'], rapat: [] }
const layout = layOut(cards, { columns: 'status', lanes: 'tanpa' }, order)
const rights = {
  movesAll: true,
  movesOwn: true,
  createsAll: true,
  createsOwn: true,
  verifies: true,
  ownOpdIds: [],
}
const id = () => 'x'

describe('moves of cards', () => {
  it('one step, or to an end, beside what stands there', () => {
    expect(targetOfWay(layout, 'c', 'up')).toEqual({ status: null, place: { before: 'a' } })
    expect(targetOfWay(layout, 'a', 'down')).toEqual({ status: null, place: { after: 'c' } })
    expect(targetOfWay(layout, 'a', 'bottom')).toEqual({ status: null, place: { after: 'd' } })
    expect(targetOfWay(layout, 'd', 'top')).toEqual({ status: null, place: { before: 'a' } })
    expect(targetOfWay(layout, 'a', 'up')).toBeNull()
    expect(targetOfWay(layout, 'd', 'down')).toBeNull()
    expect(targetOfWay(layout, 'a', 'left')).toBeNull()
    expect(targetOfWay(layout, 'c', 'right')).toEqual({ status: 'berjalan', place: { after: 'b' } })
    expect(targetOfWay(layout, 'b', 'right')).toEqual({ status: 'menunggu_verifikasi', place: null })
    expect(targetOfStatus(layout, 'd', 'berjalan')).toEqual({ status: 'berjalan', place: { before: 'b' } })
  })

  it('by dropping, never into another lane or the column of another OPD', () => {
    expect(targetOfDrop(layout, ['a'], { lane: 0, column: 0, row: 2 })).toEqual({
      status: 'belum',
      place: { after: 'c' },
    })
    expect(targetOfDrop(layout, ['a', 'c'], { lane: 0, column: 0, row: 2 })).toEqual({
      status: 'belum',
      place: { before: 'd' },
    })
    const lanes = layOut(cards, { columns: 'status', lanes: 'opd' }, order)
    expect(targetOfDrop(lanes, ['d'], { lane: 1, column: 0, row: 0 })).toBe('lane')
    const opd = layOut(cards, { columns: 'opd', lanes: 'tanpa' }, order)
    expect(targetOfDrop(opd, ['d'], { lane: 0, column: 1, row: 0 })).toBe('lane')
    expect(targetOfDrop(opd, ['a'], { lane: 0, column: 1, row: 3 })).toEqual({
      status: null,
      place: { after: 'c' },
    })
  })

  it('that the rules refuse are known before', () => {
    const [a, , , d] = cards
    if (!a || !d) throw new Error('cards')
    expect(faultOf(a, 'selesai', rights)).toBe('evidence')
    expect(faultOf({ ...a, accepted: 1 }, 'selesai', rights)).toBeNull()
    const own = { ...rights, movesAll: false, verifies: false, ownOpdIds: ['perkim'] }
    expect(faultOf(a, 'berjalan', own)).toBe('not-own')
    expect(faultOf(d, 'berjalan', own)).toBeNull()
    expect(faultOf(d, 'selesai', own)).toBe('forbidden')
  })

  it('of many follow each other, and lead back to where each stood', () => {
    expect(movesTo(cards.slice(2), { status: 'berjalan', place: { before: 'b' } }, id)).toEqual([
      { commandId: 'x', cardId: 'c', status: 'berjalan', place: { before: 'b' } },
      { commandId: 'x', cardId: 'd', status: 'berjalan', place: { after: 'c' } },
    ])
    expect(movesTo(cards.slice(1, 2), { status: 'selesai', place: null }, id)).toEqual([
      { commandId: 'x', cardId: 'b', status: 'selesai', place: { after: 'b' } },
    ])
    expect(movesBack(cards, new Set(['a', 'c']), id).map(({ cardId, place }) => [cardId, place])).toEqual([
      ['a', { end: 'first' }],
      ['c', { after: 'b' }],
    ])
  })

  it('say which from the top a card is then', () => {
    expect(rowAt(layout, 'a', { after: 'c' })).toBe(2)
    expect(rowAt(layout, 'd', { after: 'a' })).toBe(2)
    expect(rowAt(layout, 'd', { before: 'a' })).toBe(1)
    expect(rowAt(layout, 'd', null)).toBeNull()
  })
})
