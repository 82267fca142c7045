import { createServer, type Server as HttpServer } from 'node:http'
import type { Database } from '@mufakat/db'
import { MAX_PUSH_BYTES, serverSocketParser } from '@mufakat/protocol'
import { Server } from 'socket.io'
import { bind, dismiss, type LiveServer } from './bind'
import { broadcastOf } from './broadcast'
import { startChores } from './chores'
import { Committer } from './committer'
import { createHandlers, endRefusedLease, leaveRoom } from './handlers'
import { codeOf, isOwnOrigin, refusal, versionFlaw } from './handshake'
import { Nodes } from './nodes'
import { Permits, Visit } from './permits'
import type { Log, Ports } from './ports'
import { Projector } from './projector'
import { Rate } from './rate'
import type { RoomWorld } from './room'
import { Rooms } from './rooms'

export interface RealtimeOptions {
  readonly database: Database
  readonly ports: Ports
  readonly log: Log
  /** Origins of our pages, such as `https://mufakat.mukomukokab.go.id`. */
  readonly origins: readonly string[]
  readonly host: string
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
  const io: LiveServer = new Server(http, {
    serveClient: false,
    parser: serverSocketParser,
    // A silently dead line is noticed after at most their sum, 25 s; presence must go within 35.
    pingInterval: 10_000,
    pingTimeout: 15_000,
    maxHttpBufferSize: MAX_PUSH_BYTES * 2,
    allowRequest: (request, decide) => {
      if (isOwnOrigin(request, origins)) decide(null, true)
      else decide('foreign-origin', false)
    },
  })

  let closing = false
  const committer = new Committer(sql, log, { windowMs: options.commitWindowMs ?? COMMIT_WINDOW_MS })
  const world: RoomWorld = {
    sql,
    committer,
    log,
    broadcast: broadcastOf(io),
    isClosing: () => closing,
    advanced: documentId => projector.edited(documentId),
    committed: (documentId, head) => nodes.grown(documentId, head.seq),
    refused: (member, documentId, clientId, code, reason) => {
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
      dismiss(socket, 'not-signed-in')
    },
  })
  const handlers = createHandlers({ sql, rooms, nodes, log })

  io.use((socket, next) => {
    const flaw = versionFlaw(socket.handshake.auth)
    if (flaw !== null) return next(refusal(flaw))
    const { cookie } = socket.handshake.headers
    ports.visitor(cookie).then(
      visitor => {
        if (visitor === null) return next(refusal('not-signed-in'))
        socket.data = { visit: new Visit(permits, socket.id, visitor, cookie), intake: new Rate(...INTAKE) }
        next()
      },
      error => {
        log.error({ err: error }, 'handshake failed')
        next(refusal(codeOf(error)))
      },
    )
  })
  io.on('connection', socket => {
    permits.enter(socket.data.visit)
    bind(socket, handlers, log)
    socket.on('disconnecting', () => {
      permits.leave(socket.data.visit)
      for (const documentId of socket.rooms)
        if (documentId !== socket.id) rooms.of(documentId).leave(socket.id)
    })
  })

  const chores = startChores(log, options.pollMs ?? POLL_MS, [
    () => permits.poll(),
    () => rooms.poll(),
    () => nodes.poll(),
    () => projector.catchUp(),
    () => rooms.tidy(),
  ])
  const failed = (error: unknown) => log.warn({ err: error }, 'not asked after the bell')
  const ears =
    options.bell === false
      ? null
      : database.listen({
          heard: ring => {
            if (ring.about === 'document') rooms.ring(ring.id).catch(failed)
            const heard =
              ring.about === 'session' || ring.about === 'person' || ring.about === 'document'
                ? permits.rung(ring.about, ring.id)
                : nodes.heard(ring)
            heard.catch(failed)
          },
          hearing: isHearing => {
            log.info({ isHearing }, 'bell')
            permits.hearing(isHearing).catch(failed)
            // What rang meanwhile never will be heard.
            if (isHearing) void Promise.all([rooms.poll(), nodes.poll()]).catch(failed)
          },
        })
  answerHealth(http, async () => {
    await sql`select 1`
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(options.port, options.host, resolve)
  })
  const address = http.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    async close() {
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

/** `/healthz`: the process answers. `/readyz`: it can also commit. */
function answerHealth(http: HttpServer, ready: () => Promise<void>): void {
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io') === true) return
    const say = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (request.url === '/healthz') say(200, { ok: true })
    else if (request.url === '/readyz') {
      ready().then(
        () => say(200, { ok: true }),
        () => say(503, { ok: false }),
      )
    } else say(404, { ok: false })
  })
}

const POLL_MS = 5_000
const COMMIT_WINDOW_MS = 8
/** Bytes of pushes per second and at once, of one socket. */
const INTAKE = [1_000_000, 8_000_000] as const
