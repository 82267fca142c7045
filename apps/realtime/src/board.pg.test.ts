import { defined, newId } from '@mufakat/kernel'
import type { ServerPayload } from '@mufakat/protocol'
import { addCard, setRapatStatus } from '@mufakat/services'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connected, openWorld, type RawSocket, type World } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld({ pollMs: Number.POSITIVE_INFINITY })
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 })
type Cards = ServerPayload<'cards'>

async function opdOf(shortName: string): Promise<string> {
  const [row] = await world.sql<{ id: string }[]>`select id from opd where short_name = ${shortName}`
  return defined(row, shortName).id
}

async function made(title: string, opd: string): Promise<string> {
  const { personId } = await world.signedIn('sekretariat')
  const ownerOpdId = await opdOf(opd)
  const facts = { title, ownerOpdId, due: null, priority: null, strategy: null, status: 'belum' } as const
  const { card } = await addCard(
    world.ctx,
    { personId, role: 'sekretariat', opdId: null },
    { commandId: newId(), ...facts, place: { end: 'last' } },
  )
  return card.id
}

/** Somebody who has the board open, and what they heard. */
async function watcher(login: string, clients: Pick<World, 'socket'> = world) {
  const socket = await clients.socket(login)
  await connected(socket)
  const heard: Cards[] = []
  let reboards = 0
  socket.on('cards', cards => heard.push(cards))
  socket.on('reboard', () => {
    reboards += 1
  })
  const revision = await revisionNow()
  const answer = await socket.emitWithAck('board', { since: revision })
  return { socket, heard, answer, reboards: () => reboards }
}

async function revisionNow(): Promise<number> {
  const [row] = await world.sql<{ revision: string }[]>`select revision from board`
  return Number(row?.revision)
}

const move = (socket: RawSocket, cardId: string, more: object = {}) =>
  socket.emitWithAck('move', {
    ...{ commandId: newId(), cardId, status: 'berjalan' as const, place: { end: 'last' as const } },
    ...more,
  })

it('a move is answered after the commit and heard by all who may see the card; of others only that it is not there', async () => {
  const cardId = await made('Jalan lingkungan', 'Perkim')
  const [mover, boss, neighbour] = [
    await watcher('kepala.perkim'),
    await watcher('bupati'),
    await watcher('kepala.dinkes'),
  ]
  const answer = await move(mover.socket, cardId)
  expect(answer).toMatchObject({ ok: true, value: { card: { id: cardId, status: 'berjalan' } } })
  const revision = answer.ok ? answer.value.revision : 0
  await soon(() => {
    for (const { heard } of [mover, boss])
      expect(heard.at(-1)).toMatchObject({ revision, cards: [{ id: cardId, revision }], gone: [] })
    expect(neighbour.heard.at(-1)).toEqual({
      since: revision - 1,
      revision,
      cards: [],
      gone: [cardId],
    })
  })
})

it('what changes without a socket is heard too, also at another node', async () => {
  const other = await world.secondNode()
  const here = await watcher('sekretariat')
  const there = await watcher('bupati', other)
  const cardId = await made('Dari halaman', 'Dinkes')
  await soon(() => {
    for (const { heard } of [here, there]) expect(heard.at(-1)?.cards[0]?.id).toBe(cardId)
  })
  await other.close()
})

it('who comes with an older revision is told what lies between, and nothing is missed', async () => {
  const since = await revisionNow()
  const cardId = await made('Sementara itu', 'Perkim')
  const socket = await world.socket('sekretariat')
  await connected(socket)
  const answer = await socket.emitWithAck('board', { since })
  expect(answer).toMatchObject({ ok: true, value: { reset: false, cards: [{ id: cardId }] } })
  // One from the time to come, as after a restored backup: nothing is known since then.
  const ahead = await socket.emitWithAck('board', { since: since + 1_000_000 })
  expect(ahead).toMatchObject({ ok: true, value: { reset: true } })
})

it('a command that comes twice is done once', async () => {
  const cardId = await made('Dua kali', 'Perkim')
  const { socket } = await watcher('sekretariat')
  const command = { commandId: newId() }
  const [first, second] = await Promise.all([move(socket, cardId, command), move(socket, cardId, command)])
  expect(second).toEqual(first)
})

it('refusals are codes, and nothing moves', async () => {
  const cardId = await made('Bukan miliknya', 'Dinkes')
  const [stranger, reader, guest] = [
    await watcher('kepala.perkim'),
    await watcher('bupati'),
    await watcher('tamu'),
  ]
  expect(guest.answer).toEqual({ ok: false, code: 'forbidden' })
  const before = await revisionNow()
  expect(await move(stranger.socket, cardId)).toEqual({ ok: false, code: 'not-found' })
  expect(await move(reader.socket, cardId)).toEqual({ ok: false, code: 'forbidden' })
  const boss = await watcher('sekretariat')
  expect(await move(boss.socket, cardId, { status: 'selesai' })).toEqual({ ok: false, code: 'invalid-input' })
  expect(await move(boss.socket, cardId, { place: { after: newId() } })).toEqual({
    ok: false,
    code: 'not-found',
  })
  expect(await revisionNow()).toBe(before)
})

it('whose sight changes is told to read anew', async () => {
  const { personId } = await world.signedIn('sekretariat')
  const dinkes = await watcher('kepala.dinkes')
  const { rapatId } = await world.rapat()
  const of = (id: string) => ({ personId: id, role: 'sekretariat', opdId: null }) as const
  await world.sql`insert into tindak_lanjut (rapat_id, line_id, item_id, position, text, owner_opd_id)
    values (${rapatId}, 'l1', 'i', 0, 'Dibahas bersama', ${await opdOf('Perkim')})`
  await world.sql`insert into card (id, rapat_id, line_id, title, owner_opd_id, rank, revision, created_at, updated_at)
    values (${newId()}, ${rapatId}, 'l1', 'Dibahas bersama', ${await opdOf('Perkim')}, 'zz', 0, now(), now())`
  await setRapatStatus(world.ctx, of(personId), { rapatId, status: 'berlangsung' })
  expect(dinkes.reboards()).toBe(0)
  await world.sql`insert into rapat_opd (rapat_id, opd_id) values (${rapatId}, ${await opdOf('Dinkes')})`
  await soon(() => expect(dinkes.reboards()).toBe(1))
})
