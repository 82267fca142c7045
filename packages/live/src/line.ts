import { ERROR_CODES, type ErrorCode } from '@mufakat/kernel'
import {
  type Answer,
  CLIENT_EVENTS,
  type ClientAck,
  type ClientPayload,
  type ClientToServer,
  type Joined,
  PROTOCOL_VERSION,
  SERVER_EVENTS,
  type ServerEvent,
  type ServerPayload,
  type ServerToClient,
  socketParser,
} from '@mufakat/protocol'
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'

export type SocketSettings = Partial<ManagerOptions & SocketOptions>

export type ServerMessage = {
  [E in ServerEvent]: { readonly event: E; readonly payload: ServerPayload<E> }
}[ServerEvent]

type OfDocument = Extract<ServerMessage, { payload: { documentId: string } }>

/** What is about the board, or about the line, comes on the same connection. */
export const isOfDocument = (message: ServerMessage): message is OfDocument => 'documentId' in message.payload

export interface LineEvents {
  /** A connection stands and nothing is known on it yet. */
  connected(): void
  disconnected(): void
  /** Trying again makes no sense. */
  dead(code: ErrorCode): void
  received(message: ServerMessage): void
}

/**
 * The connection: comes back by itself with jitter, tells passing troubles from permanent ones, parses what the
 * server says, and notices a silently dead line by asking for a sign of life.
 */
export class Line {
  readonly #socket: Socket<ServerToClient, ClientToServer>
  readonly #events: LineEvents
  #retry: ReturnType<typeof setTimeout> | undefined
  #welcome: ReturnType<typeof setTimeout> | undefined
  #beating = false
  #damages = 0
  #ended = false
  /** How long an answer to `join` is waited for. Longer each time it has not come: on a thin line it may be large. */
  #answerMs: number
  readonly #leastAnswerMs: number

  constructor(url: string, events: LineEvents, settings: SocketSettings) {
    this.#events = events
    this.#leastAnswerMs = settings.ackTimeout ?? LEAST_ANSWER_MS
    this.#answerMs = this.#leastAnswerMs
    this.#socket = io(url, {
      auth: { version: PROTOCOL_VERSION },
      parser: socketParser,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      withCredentials: true,
      forceNew: true,
      reconnectionDelay: 250,
      reconnectionDelayMax: 3_000,
      randomizationFactor: 0.5,
      timeout: 8_000,
      autoConnect: false,
      ...settings,
    })
    const { io: manager } = this.#socket
    // Socket.IO waits without end for the server's word who has come in; the line itself may be well meanwhile.
    manager.on('open', () => {
      clearTimeout(this.#welcome)
      this.#welcome = setTimeout(() => manager.engine?.close(), WELCOME_MS)
    })
    manager.on('close', () => clearTimeout(this.#welcome))
    this.#socket.on('connect', () => {
      clearTimeout(this.#welcome)
      events.connected()
    })
    this.#socket.on('disconnect', reason => {
      // What Socket.IO keeps would be said on the next line before coming in; all of it is sent anew then.
      this.#socket.sendBuffer = []
      events.disconnected()
      // After these two Socket.IO does not come back by itself.
      if (reason === 'io server disconnect') this.#connectLater()
    })
    this.#socket.on('connect_error', error => {
      clearTimeout(this.#welcome)
      events.disconnected()
      const code = codeOf(error)
      // Something on the way swallows one transport without a word: the next attempt begins with the other.
      if (error.message === 'timeout') this.#socket.io.opts.transports?.reverse()
      if (code !== null && PERMANENT.has(code)) this.end(code)
      else if (!this.#socket.active) this.#connectLater()
    })
    for (const event of Object.keys(SERVER_EVENTS) as ServerEvent[]) this.#listen(event)
    this.#socket.connect()
  }

  get isUp(): boolean {
    return this.#socket.connected
  }

  get emit(): Socket<ServerToClient, ClientToServer>['emit'] {
    return this.#socket.emit.bind(this.#socket)
  }

  /**
   * @returns the answer, or the code of the error: `unavailable` when none comes in time, or a damaged one
   */
  async join(asked: Parameters<ClientToServer['join']>[0]): Promise<Joined | ErrorCode> {
    const socket = this.#socket
    try {
      const answer = await socket.timeout(this.#answerMs).emitWithAck('join', asked)
      if (!answer.ok) return answer.code
      const joined = CLIENT_EVENTS.join.ack.safeParse(answer.value)
      if (joined.success) {
        this.#damages = 0
        this.#answerMs = this.#leastAnswerMs
        return joined.data
      }
      this.damaged()
      return 'unavailable'
    } catch {
      if (socket.connected) this.#answerMs = Math.min(this.#answerMs * 2, MOST_ANSWER_MS)
      return 'unavailable'
    }
  }

  /** @returns a lease to keep; null when there is none to be had now */
  async spare(documentId: string): Promise<number | null> {
    try {
      const answer = await this.#socket.timeout(SPARE_MS).emitWithAck('spare', { documentId })
      return answer.ok ? CLIENT_EVENTS.spare.ack.parse(answer.value).clientId : null
    } catch {
      return null
    }
  }

  /** @returns the answer; `unavailable` when none comes in time, or a damaged one */
  async ask<E extends 'board' | 'move'>(event: E, payload: ClientPayload<E>): Promise<Answer<ClientAck<E>>> {
    try {
      // Socket.IO cannot follow that event and payload belong together.
      const line = this.#socket.timeout(ASK_MS) as unknown as {
        emitWithAck(event: string, payload: unknown): Promise<Answer<unknown>>
      }
      const answer = await line.emitWithAck(event, payload)
      if (!answer.ok) return answer
      return { ok: true, value: CLIENT_EVENTS[event].ack.parse(answer.value) as ClientAck<E> }
    } catch {
      return { ok: false, code: 'unavailable' }
    }
  }

  /** Takes the line down when the server does not answer: it then comes back, or shows that it is away. */
  async beat(): Promise<void> {
    if (this.#beating || !this.isUp) return
    this.#beating = true
    try {
      await this.#socket.timeout(BEAT_MS).emitWithAck('beat', {})
    } catch {
      this.#socket.io.engine?.close()
    } finally {
      this.#beating = false
    }
  }

  /** Comes in anew, as whoever the browser's session says by now. */
  renew(): void {
    if (this.#ended) return
    this.#socket.disconnect()
    this.#socket.connect()
  }

  /**
   * What has not our shape, on a line that both ends agreed to speak our version on, was damaged on its way: a new
   * line brings it whole. One that is always damaged comes from a server that we do not understand after all.
   */
  damaged(): void {
    this.#damages += 1
    if (this.#damages > MAX_DAMAGES) this.end('old-client')
    else this.#socket.io.engine?.close()
  }

  end(code: ErrorCode | null): void {
    if (this.#ended) return
    this.#ended = true
    clearTimeout(this.#retry)
    clearTimeout(this.#welcome)
    this.#socket.disconnect()
    if (code !== null) this.#events.dead(code)
  }

  #connectLater(): void {
    if (this.#ended) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#socket.connect(), 500 + Math.random() * 1_500)
  }

  #listen<E extends ServerEvent>(event: E): void {
    const schema: { safeParse(value: unknown): { success: boolean; data?: unknown } } =
      SERVER_EVENTS[event].payload
    const listener = (payload: unknown) => {
      const parsed = schema.safeParse(payload)
      if (!parsed.success) this.damaged()
      else if (event === 'goodbye') this.end((parsed.data as ServerPayload<'goodbye'>).code)
      else this.#events.received({ event, payload: parsed.data } as ServerMessage)
    }
    // Socket.IO types each event's listener apart; the catalogue types them all here.
    ;(this.#socket.on as (event: string, listener: (payload: unknown) => void) => void).call(
      this.#socket,
      event,
      listener,
    )
  }
}

function codeOf(error: Error): ErrorCode | null {
  const data = 'data' in error ? error.data : null
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null
  return ERROR_CODES.find(known => known === code) ?? null
}

/** What the same attempt would meet again. */
const PERMANENT = new Set<ErrorCode>(['not-signed-in', 'old-client', 'invalid-input', 'foreign-origin'])
/** The server gives up on who has not said in 10 s who they are, its own answer included. */
const WELCOME_MS = 11_000
const LEAST_ANSWER_MS = 10_000
const MOST_ANSWER_MS = 160_000
/** There is no hurry: it is asked for again. */
const SPARE_MS = 10_000
/** A page of changes on a thin line. */
const ASK_MS = 15_000
const BEAT_MS = 2_000
const MAX_DAMAGES = 8
