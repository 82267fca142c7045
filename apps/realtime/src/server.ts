import { createServer, type Server as HttpServer } from 'node:http'
import type { Database } from '@mufakat/db'
import type { ErrorCode } from '@mufakat/kernel'
import { MAX_PUSH_BYTES, serverSocketParser } from '@mufakat/protocol'
import { Server } from 'socket.io'
import { bind, type LiveServer } from './bind'
import { broadcastOf } from './broadcast'
import { Committer } from './committer'
import { createHandlers, endRefusedLease } from './handlers'
import { codeOf, isOwnOrigin, refusal, versionFlaw } from './handshake'
import type { Log, Ports } from './ports'
import { Projector } from './projector'
import { Rate } from './rate'
import type { RoomWorld } from './room'
import { POLL_MS, Rooms } from './rooms'

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
    refused: (member, documentId, clientId, code, reason) => {
      log.warn({ personId: member.personId, documentId, clientId, code, reason }, 'edit refused')
      if (code === 'refused-edit' || code === 'too-large')
        void endRefusedLease({ sql, log }, documentId, clientId)
    },
  }
  const rooms = new Rooms(world)
  const projector = new Projector(rooms, ports, log)
  const handlers = createHandlers({ sql, rooms, ports, log })

  io.use((socket, next) => {
    const flaw = versionFlaw(socket.handshake.auth)
    if (flaw !== null) return next(refusal(flaw))
    const { cookie } = socket.handshake.headers
    ports.visitor(cookie).then(
      visitor => {
        if (visitor === null) return next(refusal('not-signed-in'))
        socket.data = { visitor, cookie, intake: new Rate(...INTAKE) }
        next()
      },
      error => {
        log.error({ err: error }, 'handshake failed')
        next(refusal(codeOf(error)))
      },
    )
  })
  io.on('connection', socket => {
    bind(socket, handlers, log)
    socket.on('disconnecting', () => {
      for (const documentId of socket.rooms)
        if (documentId !== socket.id) rooms.of(documentId).leave(socket.id)
    })
  })

  const chores = startChores(log, [
    () => recheckPermits(io, rooms),
    () => rooms.poll(),
    () => projector.catchUp(),
    () => rooms.tidy(),
  ])
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
      await chores.stop()
      // Nothing new comes in; what came is committed and told before the lines go down.
      closing = true
      await rooms.settled()
      await committer.idle()
      await projector.flush()
      await io.close()
    },
  }
}

/** Removed people, changed roles, ended sessions and closed notula take effect on open sockets. */
async function recheckPermits(io: LiveServer, rooms: Rooms): Promise<void> {
  for (const room of rooms.all) {
    const { documentId } = room
    for (const member of [...room.members]) {
      member.permits.expire()
      const permit = await member.permits.fresh()
      if (permit !== null && permit.access === member.told) continue
      member.told = permit?.access ?? null
      const code: ErrorCode | null = permit === null ? 'not-found' : permit.code
      member.send('access', { documentId, access: permit?.access ?? null, code })
      if (permit !== null) continue
      room.leave(member.socketId)
      io.in(member.socketId).socketsLeave(documentId)
    }
  }
}

/** Runs the chores one after the other every `POLL_MS`; one that fails is tried again the next time. */
function startChores(log: Log, chores: readonly (() => Promise<void>)[]): { stop(): Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const run = async () => {
    for (const chore of chores) {
      if (stopped) return
      await chore().catch(error => log.warn({ err: error }, 'chore failed'))
    }
    if (!stopped) timer = setTimeout(start, POLL_MS)
  }
  const start = () => {
    round = run()
  }
  start()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
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

const COMMIT_WINDOW_MS = 8
/** Bytes of pushes per second and at once, of one socket. */
const INTAKE = [1_000_000, 8_000_000] as const
