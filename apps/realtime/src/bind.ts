import type { ErrorCode } from '@mufakat/kernel'
import {
  type Answer,
  CLIENT_EVENTS,
  type ClientAck,
  type ClientEvent,
  type ClientPayload,
  type ClientToServer,
  type ServerToClient,
} from '@mufakat/protocol'
import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import { codeOf } from './handshake'
import { SOCKET_RATES } from './limits'
import type { Person } from './people'
import type { Visit } from './permits'
import type { Log } from './ports'
import { type Rate, ratesOf } from './rate'

interface SocketData {
  visit: Visit
  person: Person
  /** Bytes of pushes. */
  intake: Rate
}
export type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>

/** One function per event of the catalogue; those with an ack return its value or throw `AppError`. */
export type Handlers = {
  [E in ClientEvent]: (
    socket: LiveSocket,
    payload: ClientPayload<E>,
  ) => [ClientAck<E>] extends [never] ? void : Promise<ClientAck<E>> | ClientAck<E>
}

/** Ends a connection for good, with a word: its client does not come back before signing in or reloading. */
export type Dismiss = (socket: LiveSocket, code: ErrorCode) => void

/**
 * The only place where something is read from a socket: counts it, parses it against the catalogue, calls the
 * handler and answers. What our own client never sends ends the connection with a reason (`goodbye`); the process
 * and the other sockets do not notice.
 */
export function bind(
  socket: LiveSocket,
  handlers: Handlers,
  { log, dismiss, limited }: { log: Log; dismiss: Dismiss; limited: (event: ClientEvent) => void },
): void {
  const rates = ratesOf(SOCKET_RATES)
  const { person } = socket.data
  const offended = (code: ErrorCode, event: string) => {
    log.warn({ code, event, personId: socket.data.visit.visitor.personId }, 'socket dismissed')
    dismiss(socket, code)
  }
  socket.use(([event], next) => {
    if (Object.hasOwn(CLIENT_EVENTS, event)) next()
    else offended('invalid-input', String(event).slice(0, 40))
  })
  const listen = <E extends ClientEvent>(event: E) => {
    const { payload, ack } = CLIENT_EVENTS[event]
    const onEvent = async (...args: unknown[]) => {
      const last = args.at(-1)
      const answer: ((answer: Answer<unknown>) => void) | null =
        ack !== null && typeof last === 'function' ? reply => last(reply) : null
      if (!rates[event].take() || !person.rates[event].take()) {
        // A dropped push leaves a hole in its lease's frames, which the next push makes known.
        limited(event)
        answer?.({ ok: false, code: 'rate-limited' })
        return
      }
      const parsed = payload.safeParse(args[0])
      if (!parsed.success) {
        const tooLarge = parsed.error.issues.some(issue => issue.message === 'too-large')
        offended(tooLarge ? 'too-large' : 'invalid-input', event)
        return
      }
      try {
        const value = await handlers[event](socket, parsed.data as ClientPayload<E>)
        answer?.({ ok: true, value })
      } catch (error) {
        const code = codeOf(error)
        if (code === 'unavailable' || code === 'unexpected') log.error({ err: error, event }, 'event failed')
        answer?.({ ok: false, code })
      }
    }
    // Socket.IO types each event's listener apart; the catalogue types them all here.
    ;(socket.on as (event: string, listener: (...args: unknown[]) => void) => void).call(
      socket,
      event,
      (...args) => void onEvent(...args),
    )
  }
  for (const event of Object.keys(CLIENT_EVENTS) as ClientEvent[]) listen(event)
}
