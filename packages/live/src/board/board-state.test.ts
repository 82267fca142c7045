import type { BoardCard, BoardMove } from '@mufakat/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BoardState } from './board-state'

const card = (id: string, rank: string, revision: number, more: Partial<BoardCard> = {}): BoardCard => ({
  id,
  rank,
  revision,
  ...{ title: id, opdId: null, jabatan: null, due: null, postponed: 0, priority: null, strategy: null },
  ...{ status: 'belum', progress: 0, evidence: 0, accepted: 0, comments: 0, from: null },
  ...more,
})
const move = (
  cardId: string,
  place: BoardMove['place'],
  status: BoardMove['status'] = 'belum',
): BoardMove => ({
  commandId: `c-${cardId}`,
  cardId,
  status,
  place,
})
const ids = (state: BoardState) =>
  state
    .list()
    .map(({ id }) => id)
    .join('')
const start = () =>
  new BoardState({ revision: 3, cards: [card('b', 'a1', 2), card('a', 'a0', 1), card('c', 'a2', 3)] })

describe('the board of a client', () => {
  it('is in the order of ranks, whatever order it was told in', () => {
    expect(ids(start())).toBe('abc')
  })

  it('comes to the same, however often and in whatever order changes are told', () => {
    // Each change is one card as it was from a revision on, or its end.
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), isGone: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (made, picks) => {
        const told = made.map(({ id, isGone }, i) => {
          const revision = i + 4
          // Ranks that nobody else has at any time.
          const cards = isGone ? [] : [card(id, `b${String((revision * 7) % 97).padStart(2, '0')}`, revision)]
          return { revision, cards, gone: isGone ? [id] : [] }
        })
        const [inOrder, shuffled] = [start(), start()]
        for (const one of told) inOrder.take(one)
        const again = [...told, ...told]
        while (again.length > 0) {
          const [at] = [picks.next().value ?? 0]
          const [one] = again.splice(at % again.length, 1)
          if (one !== undefined) shuffled.take(one)
        }
        expect(shuffled.list()).toEqual(inOrder.list())
        expect(shuffled.revision).toBe(inOrder.revision)
      }),
    )
  })

  it('shows what waits where it would be put, and what the server says beneath it', () => {
    const state = start()
    state.wait([move('c', { before: 'a' }, 'berjalan'), move('a', { end: 'last' })])
    expect(ids(state)).toBe('cba')
    expect(state.list()[0]?.status).toBe('berjalan')
    state.take({ revision: 4, cards: [card('d', 'Zz', 4)], gone: [] })
    expect(ids(state)).toBe('dcba')
    state.wait([])
    expect(ids(state)).toBe('dabc')
  })

  it('puts at the end what should stand beside a card that is gone, and leaves alone what is gone itself', () => {
    const state = start()
    state.wait([move('a', { after: 'x' }), move('x', { end: 'first' }), move('b', { after: 'b' }, 'selesai')])
    expect(ids(state)).toBe('bca')
    expect(state.list()[0]?.status).toBe('selesai')
  })

  it('is the same array until something changes', () => {
    const state = start()
    expect(state.list()).toBe(state.list())
    const before = state.list()
    state.takeCard(card('a', 'a0', 1))
    expect(state.list()).toBe(before)
    state.takeCard(card('a', 'a9', 5))
    expect(ids(state)).toBe('bca')
  })
})
