import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Database } from '@mufakat/db'
import { type LiveBoard, type MoveQueue, openBoard, type WholeBoard } from '@mufakat/live'
import type { Move } from '../harness/board-lines'
import type { RunningSystem } from '../harness/system'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface MoverOptions {
  readonly system: RunningSystem
  readonly realtimePort: number
  readonly cookie: string
  readonly sql: Database['sql']
}

/** The client of a page without the page, over a line of its own. */
export class ScriptedMover implements MoveQueue {
  readonly acknowledged = new Map<string, Move>()
  readonly #sockets = new Set<Socket>()
  #waiting: readonly Move[] = []
  #board: LiveBoard | undefined

  static async open({ system, realtimePort, cookie, sql }: MoverOptions): Promise<ScriptedMover> {
    const mover = new ScriptedMover()
    const port = await mover.#listen(realtimePort)
    const load = () => wholeBoard(sql)
    mover.#board = openBoard({
      url: `http://127.0.0.1:${port}`,
      first: await load(),
      load,
      queue: mover,
      socket: {
        transports: ['websocket'],
        reconnectionDelay: 50,
        reconnectionDelayMax: 200,
        extraHeaders: { origin: system.baseUrl, cookie },
      },
    })
    return mover
  }

  cards = () => this.#snapshot().cards
  waiting = () => this.#snapshot().waiting
  isOnline = () => this.#snapshot().isOnline
  refused = () => this.#snapshot().refused

  move(move: Move): void {
    this.#board?.move(move)
  }

  drop(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  read = () => this.#waiting

  /** What leaves the queue without being refused was acknowledged. */
  write(moves: readonly Move[]): void {
    const refused = new Set(this.#board?.board.get().refused.map(({ move }) => move.commandId))
    const left = new Set(moves.map(({ commandId }) => commandId))
    for (const move of this.#waiting)
      if (!left.has(move.commandId) && !refused.has(move.commandId))
        this.acknowledged.set(move.commandId, move)
    this.#waiting = moves
  }

  #snapshot() {
    if (this.#board === undefined) throw new Error('not open')
    return this.#board.board.get()
  }

  #listen(realtimePort: number): Promise<number> {
    const proxy: Server = createServer(near => {
      const far = connect(realtimePort, '127.0.0.1')
      const end = () => {
        near.destroy()
        far.destroy()
      }
      for (const socket of [near, far]) {
        this.#sockets.add(socket)
        socket.on('error', end).on('close', () => {
          this.#sockets.delete(socket)
          end()
        })
      }
      near.pipe(far).pipe(near)
    })
    proxy.unref()
    return new Promise(done => {
      proxy.listen(0, '127.0.0.1', () => {
        const address = proxy.address()
        done(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  }
}

async function wholeBoard(sql: Database['sql']): Promise<WholeBoard> {
  const [board] = await sql<{ revision: string }[]>`select revision from board`
  const rows = await sql<{ id: string; title: string; status: 'belum'; rank: string; revision: string }[]>`
    select c.id, c.title, c.status, c.rank, c.revision from card c left join rapat r on r.id = c.rapat_id
    where c.removed_at is null and r.status is distinct from 'dibatalkan' and c.status <> 'dibatalkan' order by c.rank`
  return {
    revision: Number(board?.revision),
    cards: rows.map(row => ({
      ...{ opdId: null, jabatan: null, due: null, postponed: 0, priority: null, strategy: null },
      ...{ progress: 0, evidence: 0, accepted: 0, comments: 0, from: null },
      ...row,
      revision: Number(row.revision),
    })),
  }
}
