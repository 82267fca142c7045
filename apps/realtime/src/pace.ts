import type { LiveServer, LiveSocket } from './bind'
import { BEHIND_BYTES, CAUGHT_UP_BYTES, OVERFLOW_BYTES, WAITING_MESSAGE_BYTES } from './limits'

/** A connection of Engine.IO, with the parts that its types keep to itself and a test holds it to. */
export interface Backlog {
  readonly writeBuffer: readonly { readonly data?: string | Uint8Array }[]
  readonly transport: {
    /** The websocket; none on polling. */
    readonly socket?: { readonly bufferedAmount?: number; terminate?(): void }
  }
  close(discard: boolean): void
}

/**
 * Readers who do not take what they are sent.
 *
 * 1. To whom more than `BEHIND_BYTES` wait nothing more of any room is written: others go on, memory does not grow.
 * 2. Once that has drained they are told to come again, and get what they lack by their position.
 * 3. Whose own questions go on filling memory (they may answer pings and read nothing) is cut off; that too passes.
 */
export class Pace {
  readonly #io: LiveServer
  readonly #onBehind: () => void
  /** Socket → bytes at which it is cut off. */
  readonly #behind = new Map<string, number>()
  #looking: NodeJS.Timeout | undefined

  constructor(io: LiveServer, onBehind: () => void = () => undefined) {
    this.#io = io
    this.#onBehind = onBehind
  }

  /** Who now gets nothing of their rooms. */
  get behind(): ReadonlyMap<string, number> {
    return this.#behind
  }

  /** Bytes that wait for readers, in all. */
  get waiting(): number {
    let bytes = 0
    for (const socket of this.#io.sockets.sockets.values()) bytes += waitingFor(socket)
    return bytes
  }

  isBehind(socket: LiveSocket): boolean {
    if (this.#behind.has(socket.id)) return true
    const bytes = waitingFor(socket)
    if (bytes <= BEHIND_BYTES) return false
    this.#behind.set(socket.id, bytes + OVERFLOW_BYTES)
    this.#onBehind()
    this.#lookLater()
    return true
  }

  /** Looks at everyone: also who is only answered, never told, can be behind. */
  lookAtAll(): void {
    for (const socket of this.#io.sockets.sockets.values()) this.isBehind(socket)
  }

  stop(): void {
    clearTimeout(this.#looking)
    this.#behind.clear()
  }

  #lookLater(): void {
    clearTimeout(this.#looking)
    this.#looking = setTimeout(() => this.#look(), LOOK_MS)
  }

  #look(): void {
    for (const [socketId, limit] of this.#behind) {
      const socket = this.#io.sockets.sockets.get(socketId)
      const bytes = socket === undefined ? 0 : waitingFor(socket)
      if (bytes > limit && socket !== undefined) cut(socket)
      if (bytes > CAUGHT_UP_BYTES && bytes <= limit) continue
      this.#behind.delete(socketId)
      if (socket === undefined || bytes > limit) continue
      for (const documentId of socket.rooms)
        if (documentId !== socketId) socket.emit('resync', { documentId, code: 'rate-limited' })
    }
    if (this.#behind.size > 0) this.#lookLater()
  }
}

function waitingFor(socket: LiveSocket): number {
  const { writeBuffer, transport } = socket.conn as unknown as Backlog
  let bytes = transport.socket?.bufferedAmount ?? 0
  for (const { data } of writeBuffer) bytes += WAITING_MESSAGE_BYTES + (data?.length ?? 0)
  return bytes
}

/** At once: what waits goes nowhere. */
function cut(socket: LiveSocket): void {
  const conn = socket.conn as unknown as Backlog
  if (conn.transport.socket?.terminate === undefined) conn.close(true)
  else conn.transport.socket.terminate()
}

/** How long a reader who has caught up may still be left out. */
const LOOK_MS = 500
