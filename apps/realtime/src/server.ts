import { createServer } from 'node:http'
import type { Database } from '@mufakat/db'
import { MAX_PUSH_BYTES, serverSocketParser } from '@mufakat/protocol'
import { answerHealth } from '@mufakat/telemetry'
import { Server } from 'socket.io'
import { binder, type Dismiss, type LiveServer, type LiveSocket } from './bind'
import { Board } from './board'
import { broadcastOf } from './broadcast'
import { startChores } from './chores'
import { Committer } from './committer'
import { Door } from './door'
import { allowRequest, gatherFirstWrites, guardEntrance } from './entrance'
import { createHandlers, endRefusedLease, leaveRoom } from './handlers'
import { boundRequests } from './health'
import { openLeases } from './leases'
import { createMetrics } from './metrics'
import { Nodes } from './nodes'
import { Pace } from './pace'
import { People } from './people'
import { Permits } from './permits'
import type { Log, Ports } from './ports'
import { Projector } from './projector'
import { openReader } from './reader'
import type { RoomWorld } from './room'
import { Rooms } from './rooms'

export interface RealtimeOptions {
  readonly database: Database
  readonly ports: Ports
  readonly log: Log
  /** Origins of our pages, such as `https://mufakat.mukomukokab.go.id`. */
  readonly origins: readonly string[]
  readonly host: string
  /** Addresses and networks of proxies beside this machine's own. */
  readonly trustedProxies?: readonly string[]
  /** 0: any free one. */
  readonly port: number
  /** Statements start at most this often when busy, in ms. */
  readonly commitWindowMs?: number
  /** How often the store is asked what no bell has told, in ms; infinite: never. */
  readonly pollMs?: number
  /** False where the database cannot be listened to (behind a pooler): the poll alone then tells. */
  readonly bell?: boolean
}

export interface Realtime {
  readonly port: number
  /** Takes nothing more, commits what it has, then ends the connections. */
  close(): Promise<void>
}

export async function startRealtime(options: RealtimeOptions): Promise<Realtime> {
  const { database, ports, log, origins } = options
  const { sql } = database
  const http = createServer()
  boundRequests(http)
  const door = new Door(options.trustedProxies)
  const people = new People()
  let hearing = false
  const metrics = createMetrics({
    sockets: () => io.sockets.sockets.size,
    rooms: () => rooms.size,
    behind: () => pace.behind.size,
    waitingBytes: () => pace.waiting,
    isHearing: () => hearing,
  })
  const { turnedAway } = metrics
  const io: LiveServer = new Server(http, {
    serveClient: false,
    parser: serverSocketParser,
    // A silently dead line is noticed after at most their sum, 25 s; presence must go within 35.
    pingInterval: 10_000,
    pingTimeout: 15_000,
    maxHttpBufferSize: MAX_PUSH_BYTES * 2,
    allowRequest: allowRequest({ door, turnedAway }, origins),
  })
  gatherFirstWrites(http)
  const pace = new Pace(io, metrics.fellBehind)
  const dismiss: Dismiss = (socket, code) => {
    metrics.dismissed(code)
    socket.emit('goodbye', { code })
    // The reason leaves first.
    setImmediate(() => socket.disconnect(true))
  }

  let closing = false
  const committer = new Committer(sql, log, { windowMs: options.commitWindowMs ?? COMMIT_WINDOW_MS })
  const read = openReader(sql, (documentId, seq) => {
    metrics.damaged()
    log.error({ documentId, seq }, 'snapshot damaged, read from the log')
    const failed = (error: unknown) => log.warn({ err: error, documentId }, 'damaged snapshot not replaced')
    rooms.replaceSnapshot(documentId, seq).then(() => projector.edited(documentId), failed)
  })
  const world: RoomWorld = {
    sql,
    read,
    committer,
    log,
    broadcast: broadcastOf(io, pace),
    isClosing: () => closing,
    advanced(documentId, delivered) {
      metrics.delivered(delivered)
      projector.edited(documentId)
    },
    committed(documentId, { seq, edits, waitedMs }) {
      metrics.committed(edits, waitedMs / 1_000)
      nodes.grown(documentId, seq)
    },
    judged: ms => metrics.judged(ms / 1_000),
    refused(member, documentId, clientId, code, reason) {
      metrics.refused(code)
      log.warn({ personId: member.personId, documentId, clientId, code, reason }, 'edit refused')
      if (code === 'refused-edit' || code === 'too-large')
        void endRefusedLease({ sql, log }, documentId, clientId)
    },
  }
  const rooms = new Rooms(world)
  const projector = new Projector(rooms, ports, log)
  const nodes = new Nodes(sql, rooms, log)
  const permits = new Permits(asked => ports.permits(asked), {
    changed: seat => {
      const { documentId, known, visit } = seat
      const socket = io.sockets.sockets.get(visit.socketId)
      if (socket === undefined) return
      seat.told = known
      if (known === null) {
        visit.stand(seat)
        leaveRoom(socket, rooms.of(documentId))
      }
      const { access, code } = known ?? { access: null, code: 'not-found' as const }
      socket.emit('access', { documentId, access, code })
    },
    signedOut: visit => {
      const socket = io.sockets.sockets.get(visit.socketId)
      if (socket === undefined) return
      for (const { documentId } of visit.seats) leaveRoom(socket, rooms.of(documentId))
      permits.leave(visit)
      leaveBoard(visit.socketId)
      dismiss(socket, 'not-signed-in')
    },
  })
  const board = new Board(ports.board, log)
  const leaveBoard = (socketId: string) => {
    board.leave(socketId)
    board.holders.leave(socketId)
  }
  const own = { leases: openLeases(sql), board, boardPort: ports.board }
  const handlers = createHandlers({ sql, read, rooms, nodes, pace, dismiss, log, ...own })

  guardEntrance(io, { door, people, permits, ports, log, turnedAway })
  const bind = binder(handlers, { log, dismiss, limited: metrics.limited })
  function leave(this: LiveSocket): void {
    permits.leave(this.data.visit)
    leaveBoard(this.id)
    for (const documentId of this.rooms) if (documentId !== this.id) rooms.of(documentId).leave(this.id)
  }
  io.on('connection', socket => {
    permits.enter(socket.data.visit)
    bind(socket)
    socket.on('disconnecting', leave)
  })

  const chores = startChores(log, options.pollMs ?? POLL_MS, [
    () => permits.poll(),
    () => rooms.poll(),
    () => nodes.poll(),
    () => board.poll(hearing),
    () => projector.catchUp(),
    () => rooms.tidy(),
    async () => {
      pace.lookAtAll()
      people.tidy()
      door.tidy()
    },
  ])
  const failed = (error: unknown) => log.warn({ err: error }, 'not asked after the bell')
  const ears =
    options.bell === false
      ? null
      : database.listen({
          heard: ring => {
            if (ring.about === 'document') rooms.ring(ring.id).catch(failed)
            if (ring.about === 'noted')
              world.broadcast(ring.documentId, 'noted', { documentId: ring.documentId })
            if (ring.about === 'board') board.ring().catch(failed)
            else if (ring.about === 'session' || ring.about === 'person' || ring.about === 'document') {
              permits.rung(ring.about, ring.id).catch(failed)
              board.rung(ring.about, ring.id).catch(failed)
            } else nodes.heard(ring).catch(failed)
          },
          hearing: isHearing => {
            hearing = isHearing
            log.info({ isHearing }, 'bell')
            permits.hearing(isHearing).catch(failed)
            // What rang meanwhile never will be heard.
            if (isHearing) void Promise.all([rooms.poll(), nodes.poll(), board.poll(false)]).catch(failed)
          },
        })
  const ready = async () => {
    await sql`select 1`
  }
  answerHealth(http, { ready, metrics }, url => url.startsWith('/socket.io/'))
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(options.port, options.host, resolve)
  })
  const address = http.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    async close() {
      pace.stop()
      await Promise.all([chores.stop(), ears?.close()])
      // Nothing new comes in; what came is committed and told before the lines go down.
      closing = true
      await rooms.settled()
      await committer.idle()
      await projector.flush()
      await nodes.close().catch(error => log.warn({ err: error }, 'other nodes not told of the end'))
      await io.close()
    },
  }
}

const POLL_MS = 5_000
const COMMIT_WINDOW_MS = 8
