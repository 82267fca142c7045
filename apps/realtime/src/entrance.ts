import { type Server as HttpServer, type IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorCode } from '@mufakat/kernel'
import type { LiveServer, LiveSocket } from './bind'
import type { Door } from './door'
import { codeOf, isOwnOrigin, refusal, versionFlaw } from './handshake'
import { SOCKET_RATES, UNKNOWN_MS } from './limits'
import type { People, Person } from './people'
import { type Permits, Visit } from './permits'
import type { Log, Ports } from './ports'
import { Rates } from './rate'

export interface Entrance {
  readonly door: Door
  readonly people: People
  readonly permits: Permits
  readonly ports: Ports
  readonly log: Log
  readonly turnedAway: (code: ErrorCode) => void
}

/** Before anything of a connection is read: is it a page of ours, and may its network try? */
export function allowRequest(
  { door, turnedAway }: Pick<Entrance, 'door' | 'turnedAway'>,
  origins: readonly string[],
): (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) => void {
  return (request, decide) => {
    const code = isOwnOrigin(request, origins) ? door.knock(request) : 'foreign-origin'
    if (code === null) return decide(null, true)
    turnedAway(code)
    decide(code, false)
  }
}

/** The answer to an upgrade and the engine's first word leave in one write: half the handshake's cost is writing. */
export function gatherFirstWrites(http: HttpServer): void {
  http.prependListener('upgrade', (_request, socket) => {
    socket.cork()
    setImmediate(() => socket.uncork())
  })
}

type Connection = LiveSocket['conn']
type Answering = ServerResponse | { req: unknown }
type UpgradeRequest = IncomingMessage & { res?: Answering | null }

/** What the request said has been read; kept, it would be a fifth of the memory of a connection. */
function forgetHandshake(socket: LiveSocket): void {
  const { res } = socket.conn.request as UpgradeRequest
  // The engine's own answer to an upgrade listens to the line for as long as it stands. One to a poll is Node's.
  if (res && !(res instanceof ServerResponse)) res.req = null
  Object.assign(socket.conn, { request: null })
  Object.assign(socket, { handshake: null })
}

/** Lets in who has a session, and no more of them than a node can serve. */
export function guardEntrance(io: LiveServer, entrance: Entrance): void {
  const { door, people, permits, ports, log, turnedAway } = entrance
  // Nothing but what is here is kept for a connection, and no closure: of these there are thousands.
  const unknown = new Map<Connection, { readonly timer: NodeJS.Timeout; readonly known: () => void }>()
  const inside = new WeakMap<Connection, Person>()
  const known = (conn: Connection) => {
    const stranger = unknown.get(conn)
    if (stranger === undefined) return
    unknown.delete(conn)
    clearTimeout(stranger.timer)
    stranger.known()
  }
  function closed(this: Connection): void {
    known(this)
    door.ended()
    const person = inside.get(this)
    if (person !== undefined) people.leave(person)
  }
  io.engine.use((request: UpgradeRequest, res: Answering, next: () => void) => {
    request.res = res
    next()
  })
  io.engine.on('connection', (conn: Connection) => {
    // Socket.IO's own timeout would wait half a minute more for a poll that does not come.
    const timer = setTimeout(() => conn.close(true), UNKNOWN_MS)
    unknown.set(conn, { timer, known: door.opened(conn.request) })
    conn.on('close', closed)
  })

  const admit = async (socket: LiveSocket): Promise<ErrorCode | null> => {
    const flaw = versionFlaw(socket.handshake.auth)
    if (flaw !== null) return flaw
    const { cookie } = socket.handshake.headers
    const visitor = await ports.visitor(cookie)
    if (visitor === null) return 'not-signed-in'
    const { conn } = socket
    // Who has left meanwhile never will.
    if (conn.readyState !== 'open') return 'unavailable'
    // A page of ours comes in once on a connection.
    if (inside.has(conn)) return 'invalid-input'
    const person = people.enter(visitor.viewerId ?? visitor.personId)
    if (person === null) return 'rate-limited'
    inside.set(conn, person)
    socket.data = {
      visit: new Visit(permits, socket.id, visitor, cookie),
      person,
      rates: new Rates(SOCKET_RATES),
    }
    known(conn)
    forgetHandshake(socket)
    return null
  }
  io.use((socket, next) => {
    admit(socket).then(
      code => {
        if (code === null) return next()
        turnedAway(code)
        next(refusal(code))
      },
      error => {
        log.error({ err: error }, 'handshake failed')
        next(refusal(codeOf(error)))
      },
    )
  })
}
