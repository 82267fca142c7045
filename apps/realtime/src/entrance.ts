import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { ErrorCode } from '@mufakat/kernel'
import type { LiveServer, LiveSocket } from './bind'
import type { Door } from './door'
import { codeOf, isOwnOrigin, refusal, versionFlaw } from './handshake'
import { SOCKET_INTAKE, UNKNOWN_MS } from './limits'
import type { People } from './people'
import { type Permits, Visit } from './permits'
import type { Log, Ports } from './ports'
import { Rate } from './rate'

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

/** Lets in who has a session, and no more of them than a node can serve. */
export function guardEntrance(io: LiveServer, entrance: Entrance): void {
  const { door, people, permits, ports, log, turnedAway } = entrance
  const unknown = new WeakMap<object, () => void>()
  io.engine.on('connection', (conn: LiveSocket['conn']) => {
    const opened = door.opened(conn.request)
    // Socket.IO's own timeout would wait half a minute more for a poll that does not come.
    const timer = setTimeout(() => conn.close(true), UNKNOWN_MS)
    unknown.set(conn, () => {
      clearTimeout(timer)
      opened.known()
    })
    conn.once('close', () => {
      clearTimeout(timer)
      opened.ended()
    })
  })

  const admit = async (socket: LiveSocket): Promise<ErrorCode | null> => {
    const flaw = versionFlaw(socket.handshake.auth)
    if (flaw !== null) return flaw
    const { cookie } = socket.handshake.headers
    const visitor = await ports.visitor(cookie)
    if (visitor === null) return 'not-signed-in'
    const person = people.enter(visitor.personId)
    if (person === null) return 'rate-limited'
    if (socket.conn.readyState === 'open') socket.conn.once('close', () => people.leave(person))
    else people.leave(person)
    socket.data = {
      visit: new Visit(permits, socket.id, visitor, cookie),
      person,
      intake: new Rate(...SOCKET_INTAKE),
    }
    unknown.get(socket.conn)?.()
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
