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
import type { Limited } from './limits'
import type { Person } from './people'
import type { Visit } from './permits'
import type { Log } from './ports'
import type { Rates } from './rate'

interface SocketData {
  visit: Visit
  person: Person
  rates: Rates<Limited>
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
 * @returns binds a socket; all share the same functions, for there are thousands
 */
export function binder(
  handlers: Handlers,
  { log, dismiss, limited }: { log: Log; dismiss: Dismiss; limited: (event: ClientEvent) => void },
): (socket: LiveSocket) => void {
  const offended = (socket: LiveSocket, code: ErrorCode, event: string) => {
    log.warn({ code, event, personId: socket.data.visit.visitor.personId }, 'socket dismissed')
    dismiss(socket, code)
  }

  const take = async <E extends ClientEvent>(
    socket: LiveSocket,
    event: E,
    payload: unknown,
    reply: Reply,
  ) => {
    const { rates, person } = socket.data
    const answer = CLIENT_EVENTS[event].ack === null ? null : reply
    if (!rates.take(event) || !person.rates.take(event)) {
      // A dropped push leaves a hole in its lease's frames, which the next push makes known.
      limited(event)
      answer?.({ ok: false, code: 'rate-limited' })
      return
    }
    const parsed = CLIENT_EVENTS[event].payload.safeParse(payload)
    if (!parsed.success) {
      const tooLarge = parsed.error.issues.some(issue => issue.message === 'too-large')
      offended(socket, tooLarge ? 'too-large' : 'invalid-input', event)
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

  function onEvent(this: LiveSocket, event: unknown, ...args: unknown[]): void {
    const reply = args.at(-1)
    if (!isClientEvent(event)) offended(this, 'invalid-input', String(event).slice(0, 40))
    else void take(this, event, args[0], typeof reply === 'function' ? (reply as Reply) : null)
  }

  return socket => {
    socket.onAny(onEvent)
    socket.use(goesNoFurther)
  }
}

type Reply = ((answer: Answer<unknown>) => void) | null

const isClientEvent = (event: unknown): event is ClientEvent =>
  typeof event === 'string' && Object.hasOwn(CLIENT_EVENTS, event)

/** It has been taken above; as an event of Node's emitter it would be one more thing to guard. */
const goesNoFurther = (): void => undefined
