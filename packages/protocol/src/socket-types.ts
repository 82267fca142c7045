import type { ErrorCode } from '@mufakat/kernel'
import type { z } from 'zod'
import type { CLIENT_EVENTS, SERVER_EVENTS } from './catalogue'

/** How an event with an ack is answered. The code's meaning is in `@mufakat/kernel`. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode }

export type ClientEvents = typeof CLIENT_EVENTS
export type ServerEvents = typeof SERVER_EVENTS
export type ClientEvent = keyof ClientEvents
export type ServerEvent = keyof ServerEvents

export type ClientPayload<E extends ClientEvent> = z.output<ClientEvents[E]['payload']>
export type ClientAck<E extends ClientEvent> = ClientEvents[E]['ack'] extends z.ZodType
  ? z.output<ClientEvents[E]['ack']>
  : never
export type ServerPayload<E extends ServerEvent> = z.output<ServerEvents[E]['payload']>

/** For `Server<ClientToServer, ServerToClient>` and `Socket<ServerToClient, ClientToServer>` of Socket.IO. */
export type ClientToServer = {
  [E in ClientEvent]: ClientEvents[E]['ack'] extends z.ZodType
    ? (payload: ClientPayload<E>, ack: (answer: Answer<ClientAck<E>>) => void) => void
    : (payload: ClientPayload<E>) => void
}
export type ServerToClient = { [E in ServerEvent]: (payload: ServerPayload<E>) => void }

export type Joined = ClientAck<'join'>
export type Present = Joined['present'][number]
export type Access = Joined['access']
