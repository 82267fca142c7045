import { defined, newId } from '@mufakat/kernel'
import type { Holding } from '@mufakat/protocol'
import { addCard } from '@mufakat/services'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connected, openWorld, type World } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld({ pollMs: Number.POSITIVE_INFINITY })
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 })

async function opdOf(shortName: string): Promise<string> {
  const [row] = await world.sql<{ id: string }[]>`select id from opd where short_name = ${shortName}`
  return defined(row, shortName).id
}

async function cardOf(opd: string): Promise<string> {
  const { personId } = await world.signedIn('sekretariat')
  const facts = { due: null, priority: null, strategy: null, status: 'belum' } as const
  const { card } = await addCard(
    world.ctx,
    { personId, role: 'sekretariat', opdId: null },
    {
      ...{ commandId: newId(), title: 'Dipegang', ownerOpdId: await opdOf(opd) },
      ...{ ...facts, place: { end: 'last' } },
    },
  )
  return card.id
}

/** Somebody with the board open, and who holds what as they were told. */
async function watcher(login: string, { withBoard = true } = {}) {
  const socket = await world.socket(login)
  await connected(socket)
  const holds = new Map<string, Holding>()
  const take = (holding: Holding) => {
    if (holding.card === null) holds.delete(holding.key)
    else holds.set(holding.key, holding)
  }
  socket.on('held', take)
  if (withBoard) {
    const answer = await socket.emitWithAck('board', { since: 0 })
    if (answer.ok) for (const holding of answer.value.held) take(holding)
  }
  const seen = () => [...holds.values()].map(({ who, card }) => `${who?.name} ${card?.act} ${card?.id}`)
  return { socket, seen }
}

it('who holds a card is seen by those who may read it, and by who holds the same; not by others, nor by themselves', async () => {
  const cardId = await cardOf('Perkim')
  const [boss, perkim, dinkes] = [
    await watcher('bupati'),
    await watcher('kepala.perkim'),
    await watcher('kepala.dinkes'),
  ]
  const page = await watcher('staf.perkim', { withBoard: false })
  page.socket.emit('hold', { card: { id: cardId, act: 'open' } })
  await soon(() => {
    for (const { seen } of [boss, perkim]) expect(seen()).toEqual([expect.stringContaining(`open ${cardId}`)])
  })
  perkim.socket.emit('hold', { card: { id: cardId, act: 'move' } })
  await soon(() => {
    expect(page.seen()).toEqual([expect.stringContaining(`move ${cardId}`)])
    expect(boss.seen()).toHaveLength(2)
    expect(perkim.seen()).toHaveLength(1)
  })
  // Who opens the board later is told, too.
  expect((await watcher('sekretariat')).seen()).toHaveLength(2)
  expect(dinkes.seen()).toEqual([])

  perkim.socket.emit('hold', { card: null })
  await soon(() => expect(page.seen()).toEqual([]))
  // It goes with the line.
  page.socket.disconnect()
  await soon(() => expect(boss.seen()).toEqual([]))
})

it('a card that one may not read is not held, and what was held before is let go', async () => {
  const [own, foreign] = [await cardOf('Dinkes'), await cardOf('Perkim')]
  const boss = await watcher('bupati')
  const dinkes = await watcher('kepala.dinkes')
  dinkes.socket.emit('hold', { card: { id: own, act: 'open' } })
  await soon(() => expect(boss.seen()).toHaveLength(1))
  dinkes.socket.emit('hold', { card: { id: foreign, act: 'open' } })
  await soon(() => expect(boss.seen()).toEqual([]))
})

it('a card that changes its owner is told only to who may read it now', async () => {
  const cardId = await cardOf('Dinkes')
  const [boss, dinkes] = [await watcher('bupati'), await watcher('kepala.dinkes')]
  const sekretariat = await watcher('sekretariat')
  sekretariat.socket.emit('hold', { card: { id: cardId, act: 'open' } })
  await soon(() => {
    for (const { seen } of [boss, dinkes]) expect(seen()).toHaveLength(1)
  })
  await world.sql.begin(async tx => {
    await tx`update card set owner_opd_id = ${await opdOf('Perkim')},
      revision = (select revision + 1 from board) where id = ${cardId}`
    await tx`update board set revision = revision + 1`
  })
  await soon(() => expect(dinkes.seen()).toEqual([]))
  expect(boss.seen()).toHaveLength(1)
})
