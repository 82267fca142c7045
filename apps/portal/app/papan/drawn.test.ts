import { describe, expect, it } from 'vitest'
import { drawnOf, nearestFirst } from './drawn'
import { LANE_HEAD, layOut, STEP } from './layout'
import { testCard } from './test-cards'
import { nextFaces } from './use-faces'

const cards = Array.from('abcdefgh', (id, i) => testCard(id, { opdId: i < 6 ? 'dinkes' : 'perkim' }))
const order = { opd: ['dinkes', 'perkim'], rapat: [] }
const layout = layOut(cards, { columns: 'status', lanes: 'opd' }, order)
const span = (from: number, to: number) => ({ from, to, left: 0, right: 10_000 })
const ids = (from: number, to: number, active: string | null) =>
  nearestFirst(layout, drawnOf(layout, span(from, to), active), span(from, to), active)

describe('what is drawn of a board', () => {
  it('is what lies within the span, of the lanes that do', () => {
    expect(ids(LANE_HEAD + STEP, LANE_HEAD + 3 * STEP, null).sort()).toEqual(['b', 'c'])
    const second = layout.lanes[1]?.top ?? 0
    expect(drawnOf(layout, span(0, second), null).map(({ lane }) => lane.key)).toEqual(['dinkes'])
    expect(ids(second, second + LANE_HEAD + STEP, null)).toEqual(['g'])
  })

  it('has the card with the focus wherever it stands, at its place in the order', () => {
    expect(drawnOf(layout, span(LANE_HEAD + 4 * STEP, LANE_HEAD + 5 * STEP), 'a')[0]?.rows[0]).toEqual([0, 4])
    expect(drawnOf(layout, span(0, LANE_HEAD + STEP), 'f')[0]?.rows[0]).toEqual([0, 5])
    expect(ids(0, STEP, 'h')).toContain('h')
  })

  it('begins with the card with the focus, and goes on from the middle of the span', () => {
    expect(ids(LANE_HEAD, LANE_HEAD + 5 * STEP, 'a')).toEqual(['a', 'c', 'd', 'b', 'e'])
  })

  it('of a board with a column for each OPD leaves out those beside it', () => {
    const wide = layOut(cards, { columns: 'opd', lanes: 'tanpa' }, order)
    const [lane] = drawnOf(wide, { from: 0, to: STEP, left: 0, right: 100 }, null)
    expect(lane?.rows.map(rows => rows.length)).toEqual([1, 0])
  })
})

describe('cards that come into view', () => {
  it('get their face a few at a time, in their order, and keep it', () => {
    const first = nextFaces(['a', 'b', 'c', 'd'], new Set(['d']), 2)
    expect([...first]).toEqual(['a', 'b', 'd'])
    expect([...nextFaces(['b', 'c', 'd'], first, 2)]).toEqual(['b', 'c', 'd'])
  })
})
