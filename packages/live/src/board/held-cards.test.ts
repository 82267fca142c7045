import type { Holding } from '@mufakat/protocol'
import { expect, it } from 'vitest'
import { HeldCards } from './held-cards'

const holding = (key: string, personId: string, id: string | null, act: 'open' | 'move' = 'open'): Holding =>
  id === null
    ? { key, who: null, card: null }
    : { key, who: { personId, name: personId, opd: null }, card: { id, act } }

const shown = (cards: HeldCards) =>
  [...cards.held.get()].map(([id, all]) => [id, ...all.map(({ name, act }) => `${name} ${act}`)])

it('tells who holds each card, somebody with two pages once, as moving when one of them moves it', () => {
  const cards = new HeldCards()
  cards.reset([holding('1', 'Ani', 'a'), holding('2', 'Budi', 'b')])
  cards.take(holding('3', 'Ani', 'a', 'move'))
  expect(shown(cards)).toEqual([
    ['a', 'Ani move'],
    ['b', 'Budi open'],
  ])
  cards.take(holding('2', 'Budi', 'a'))
  expect(shown(cards)).toEqual([['a', 'Ani move', 'Budi open']])
  for (const key of ['1', '2', '3']) cards.take(holding(key, '', null))
  expect(shown(cards)).toEqual([])
})

it('changes nothing for what it has never heard of', () => {
  const cards = new HeldCards()
  const before = cards.held.get()
  cards.take(holding('9', '', null))
  expect(cards.held.get()).toBe(before)
})
