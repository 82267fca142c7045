import { type Packet, PacketType, Decoder as PlainDecoder, Encoder as PlainEncoder } from 'socket.io-parser'
import { decodeCompact, encodeCompact } from './compact'

class CompactEncoder extends PlainEncoder {
  override encode(packet: Packet): ReturnType<PlainEncoder['encode']> {
    const isPlainEvent = packet.type === PacketType.EVENT && packet.id === undefined && packet.nsp === '/'
    const message = isPlainEvent ? encodeCompact(packet.data?.[0], packet.data?.[1]) : null
    return message === null ? super.encode(packet) : [message]
  }
}

class CompactDecoder extends PlainDecoder {
  /** Binary messages that belong to the event before them. */
  #attachments = 0

  override add(chunk: unknown): void {
    if (typeof chunk === 'string') {
      this.#attachments = Number(ATTACHMENTS.exec(chunk)?.[1] ?? 0)
      super.add(chunk)
    } else if (this.#attachments > 0) {
      this.#attachments -= 1
      super.add(chunk)
    } else {
      const data = decodeCompact(bytesOf(chunk))
      this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data })
    }
  }
}

/** Browsers hand over an ArrayBuffer, Node a Buffer. */
const bytesOf = (chunk: unknown): Uint8Array =>
  chunk instanceof Uint8Array ? chunk : new Uint8Array(chunk as ArrayBuffer)

/** Types 5 and 6 of Socket.IO: an event or an answer with binary attachments. */
const ATTACHMENTS = /^[56](\d+)-/

class ServerDecoder extends CompactDecoder {
  constructor() {
    // A client's position has one hash. More would be kept in memory until the last of them has come.
    super({ maxAttachments: 1 })
  }
}

/** For the `parser` of Socket.IO: busy events go as one binary message, all others as ever. */
export const socketParser = { Encoder: CompactEncoder, Decoder: CompactDecoder }
/** The same at the server. */
export const serverSocketParser = { Encoder: CompactEncoder, Decoder: ServerDecoder }
