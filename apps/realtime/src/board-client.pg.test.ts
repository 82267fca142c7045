import { defined, newId } from '@mufakat/kernel'
import { type LiveBoard, type MoveQueue, openBoard } from '@mufakat/live'
import type { BoardMove } from '@mufakat/protocol'
import { addCard, readBoard } from '@mufakat/services'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BadLine, openBadLine } from './testing/bad-line'
import { seeded } from './testing/typist'
import { until } from './testing/until'
import { ORIGIN, openWorld, type World } from './testing/world'

// Many who move cards on one board, over lines that break, while the server is restarted.

const CARDS = 40
/** `BOARD_MOVES=10000` for a night. */
const MOVES = Number(process.env.BOARD_MOVES ?? 300)
const SEED = 20261126

let world: World
const opened: LiveBoard[] = []
const lines: BadLine[] = []
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  for (const board of opened) board.close()
  await Promise.all(lines.map(line => line.close()))
  await world.close()
})

async function actorOf(login: string) {
  const { personId } = await world.signedIn(login)
  return { personId, role: 'sekretariat', opdId: null } as const
}

class Queue implements MoveQueue {
  moves: readonly BoardMove[] = []
  /** Every move that was ever put in. */
  readonly made = new Map<string, BoardMove>()
  read = () => this.moves
  write(moves: readonly BoardMove[]): void {
    this.moves = moves
    for (const move of moves) this.made.set(move.commandId, move)
  }
}

async function player(url: string) {
  const { cookie } = await world.signedIn('sekretariat')
  const load = async () => readBoard(world.ctx, await actorOf('sekretariat'))
  const queue = new Queue()
  const board = openBoard({
    url,
    first: await load(),
    load,
    queue,
    socket: {
      transports: ['websocket'],
      reconnectionDelay: 20,
      reconnectionDelayMax: 60,
      extraHeaders: { origin: ORIGIN, cookie },
    },
  })
  opened.push(board)
  return { board, queue }
}

const orderOf = (cards: readonly { id: string; status: string }[]) =>
  cards.map(({ id, status }) => `${id} ${status}`)

it(`${MOVES} moves by four at once: one order everywhere, and what was acknowledged gives just that board (seed ${SEED})`, {
  timeout: 240_000,
}, async () => {
  const random = seeded(SEED)
  const pick = <T>(all: readonly T[]): T => defined(all[Math.floor(random() * all.length)], 'one of them')
  const boss = await actorOf('sekretariat')
  const [opd] = await world.sql<{ id: string }[]>`select id from opd where short_name = 'Perkim'`
  for (let n = 0; n < CARDS; n++)
    await addCard(world.ctx, boss, {
      ...{ commandId: newId(), title: `Kartu ${n}`, ownerOpdId: defined(opd, 'Perkim').id },
      ...{ due: null, priority: null, strategy: null, status: 'belum', place: { end: 'last' } },
    })
  const first = await readBoard(world.ctx, boss)
  const players: Awaited<ReturnType<typeof player>>[] = []
  for (let n = 0; n < 4; n++) {
    const line = await openBadLine(Number(new URL(world.url).port))
    lines.push(line)
    players.push(await player(line.url))
  }
  const snapshots = () => players.map(({ board }) => board.board.get())
  await until('everybody is there', () => snapshots().every(({ isOnline }) => isOnline))

  const act = ({ board }: (typeof players)[number]) => {
    const { cards } = board.board.get()
    const others = { after: pick(cards).id }
    const place = random() < 0.8 ? others : ({ end: pick(['first', 'last'] as const) } as const)
    const status = pick(['belum', 'berjalan', 'menunggu_verifikasi'] as const)
    board.move({ commandId: newId(), cardId: pick(cards).id, status, place })
  }
  for (let made = 0; made < MOVES; made++) {
    act(pick(players))
    // Breaks of single lines, and one restart of all in the middle.
    if (made % 100 === 50) {
      const line = pick(lines)
      line.freeze()
      line.heal()
    }
    if (made === MOVES / 2) await world.restart(async () => undefined)
    if (made % 10 === 0)
      await until('not too much waits', () => snapshots().every(({ waiting }) => waiting < 30), {
        withinMs: 60_000,
      })
  }
  await until(
    'everything is answered',
    () => snapshots().every(({ waiting, isOnline }) => isOnline && waiting === 0),
    {
      withinMs: 120_000,
    },
  )
  const after = await readBoard(world.ctx, boss)
  await until('everybody sees the same', () =>
    snapshots().every(({ cards }) => orderOf(cards).join() === orderOf(after.cards).join()),
  )
  expect(snapshots().flatMap(({ refused }) => refused)).toEqual([])

  // Every move was done once, and played again in the order of the board they give the board that there is.
  const made = new Map(players.flatMap(({ queue }) => [...queue.made]))
  const done = await world.sql<{ id: string; revision: string }[]>`
    select id, revision from card_command where revision > ${first.revision} order by revision`
  expect(done.length).toBe(MOVES)
  const replayed = first.cards.map(({ id, status }) => ({ id, status: status as string }))
  for (const { id } of done) {
    const { cardId, status, place } = defined(made.get(id), 'a move that somebody made')
    const beside = 'after' in place ? place.after : null
    const from = replayed.findIndex(card => card.id === cardId)
    if (beside === cardId) {
      defined(replayed[from], 'card').status = status
      continue
    }
    const [card] = replayed.splice(from, 1)
    const at = beside === null ? -1 : replayed.findIndex(one => one.id === beside) + 1
    const end = 'end' in place && place.end === 'first' ? 0 : replayed.length
    replayed.splice(beside === null ? end : at, 0, { ...defined(card, 'card'), status })
  }
  expect(orderOf(replayed)).toEqual(orderOf(after.cards))
})
