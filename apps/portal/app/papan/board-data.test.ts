import { describe, expect, it } from 'vitest'
import { packBoard, unpackBoard } from './packed'
import { moveQueue } from './queue'
import { testCard } from './test-cards'
import { lookedFor, lookOf } from './view'

const from = (rapatId: string, isDraft = false) => ({ rapatId, lineId: `line-${rapatId}`, isDraft })

describe('a whole board', () => {
  it('comes out of its rows as it went in', () => {
    const board = {
      revision: 7,
      cards: [
        testCard('a', { opdId: 'o', from: from('r', true), due: '2026-12-01', priority: 'tinggi' }),
        testCard('b', {
          opdId: 'p',
          from: from('s'),
          evidence: 3,
          accepted: 1,
          jabatan: 'Camat',
          postponed: 2,
        }),
        testCard('c', { opdId: 'o', strategy: 'b', status: 'selesai', progress: 40 }),
      ],
    }
    expect(unpackBoard(JSON.parse(JSON.stringify(packBoard(board))))).toEqual(board)
  })
})

describe('what an address says of a board', () => {
  const reader = { today: '2026-11-26', ownOpdIds: ['p'], ownJabatan: [], ownCardIds: new Set<string>() }
  const found = (search: string) => {
    const cards = [
      testCard('Jalan', { opdId: 'o', due: '2026-11-25' }),
      testCard('Rumah', { opdId: 'p', status: 'menunggu_verifikasi' }),
      testCard('Batal', { opdId: 'o', status: 'dibatalkan' }),
      testCard('Jalan lama', { opdId: 'o', due: '2026-11-25', status: 'selesai' }),
    ]
    const { filter } = lookOf(new URLSearchParams(search))
    return lookedFor(cards, filter, reader).map(({ id }) => id)
  }
  it('is what is looked for, and nothing that it does not know', () => {
    expect(found('')).toEqual(['Jalan', 'Rumah', 'Jalan lama'])
    expect(found('q=jalan')).toEqual(['Jalan', 'Jalan lama'])
    expect(found('terlambat=ya')).toEqual(['Jalan'])
    expect(found('milik=saya')).toEqual(['Rumah'])
    expect(found('verifikasi=ya')).toEqual(['Rumah'])
    const look = lookOf(new URLSearchParams('kolom=x&lajur=y&status=dibatalkan&opd=1'))
    expect(look).toMatchObject({ columns: 'status', lanes: 'tanpa', status: null })
    expect(look.filter.opdId).toBeNull()
    expect(lookOf(new URLSearchParams('kolom=opd&lajur=rapat&status=selesai'))).toMatchObject({
      ...{ columns: 'opd', lanes: 'rapat', status: 'selesai' },
    })
  })
})

describe('moves that wait in a browser', () => {
  const storage = () => {
    const stored = new Map<string, string>()
    return {
      stored,
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => void stored.set(key, text),
      removeItem: (key: string) => void stored.delete(key),
    }
  }
  const move = (commandId: string) => ({
    ...{ commandId, cardId: 'a', status: 'belum' as const, place: { end: 'last' as const } },
  })

  it('of one person are kept, and leave nothing when all were sent', () => {
    const place = storage()
    moveQueue('p', place).write([move('1')])
    expect(moveQueue('q', place).read()).toEqual([])
    const queue = moveQueue('p', place)
    expect(queue.read()).toEqual([move('1')])
    queue.write([])
    expect(place.stored.size).toBe(0)
  })

  it('of two pages do not write over each other', () => {
    const place = storage()
    const [one, other] = [moveQueue('p', place), moveQueue('p', place)]
    one.write([move('1')])
    other.write([move('2')])
    one.write([])
    expect(moveQueue('p', place).read()).toEqual([move('2')])
  })

  it('are none where something else stands', () => {
    const place = storage()
    place.setItem('mufakat:papan:p', '{"a":1}')
    expect(moveQueue('p', place).read()).toEqual([])
    place.setItem('mufakat:papan:p', 'x')
    expect(moveQueue('p', place).read()).toEqual([])
  })
})
