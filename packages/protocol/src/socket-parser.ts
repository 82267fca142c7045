import { type Packet, PacketType, Decoder as PlainDecoder, Encoder as PlainEncoder } from 'socket.io-parser'
import { ByteReader, ByteWriter, MalformedBytes } from './bytes'
import { decodeCompact, encodeCompact } from './compact'

/*
 * Every packet is one message. Socket.IO would send one that holds bytes as a text and one message more for each run
 * of bytes: an answer to `join` as four, each a write of its own at the server and a wait for the next at the client.
 *
 * - A busy event: see compact.ts, codes 1 to 4.
 * - Any other packet with bytes: code 5 · the text with placeholders, as Socket.IO writes it · the runs of bytes.
 * - Any other: its text, as ever.
 */
const WITH_BYTES = 5

class OneMessageEncoder extends PlainEncoder {
  override encode(packet: Packet): ReturnType<PlainEncoder['encode']> {
    const isPlainEvent = packet.type === PacketType.EVENT && packet.id === undefined && packet.nsp === '/'
    const message = isPlainEvent ? encodeCompact(packet.data?.[0], packet.data?.[1]) : null
    if (message !== null) return [message]
    const [text, ...runs] = super.encode(packet)
    if (runs.length === 0) return [text]
    const written = [UTF8.encode(text), ...runs.map(bytesOf)]
    const out = new ByteWriter(written.reduce((size, { length }) => size + length + LENGTH_BYTES, 1))
    out.uint(WITH_BYTES)
    for (const run of written) out.run(run)
    return [out.done()]
  }
}

class OneMessageDecoder extends PlainDecoder {
  readonly #maxRuns: number

  constructor(maxRuns = 8) {
    super({ maxAttachments: maxRuns })
    this.#maxRuns = maxRuns
  }

  override add(chunk: unknown): void {
    if (typeof chunk === 'string') {
      // Nothing is kept in memory for what may never come.
      if (ATTACHMENTS.test(chunk)) throw new MalformedBytes('bytes of their own')
      super.add(chunk)
      return
    }
    const message = bytesOf(chunk)
    if (message[0] === WITH_BYTES) this.#addWithBytes(new ByteReader(message.subarray(1)))
    else this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data: decodeCompact(message) })
  }

  #addWithBytes(input: ByteReader): void {
    const text = TEXT.decode(input.run())
    const runs: Uint8Array[] = []
    // A copy: what is kept of it must not hold the whole message.
    while (!input.atEnd && runs.length <= this.#maxRuns) runs.push(new Uint8Array(input.run()))
    if (runs.length === 0 || runs.length !== Number(ATTACHMENTS.exec(text)?.[1]))
      throw new MalformedBytes('not the bytes that the text names')
    super.add(text)
    for (const run of runs) super.add(run)
  }
}

/** Browsers hand over an ArrayBuffer, Node a Buffer. */
const bytesOf = (chunk: unknown): Uint8Array =>
  chunk instanceof Uint8Array ? chunk : new Uint8Array(chunk as ArrayBuffer)

/** Types 5 and 6 of Socket.IO: an event or an answer with so many runs of bytes. */
const ATTACHMENTS = /^[56](\d+)-/
/** Before a run, at most: 2^35 - 1. */
const LENGTH_BYTES = 5
const UTF8 = new TextEncoder()
const TEXT = new TextDecoder()

class ServerDecoder extends OneMessageDecoder {
  constructor() {
    // A client's position has one hash.
    super(1)
  }
}

/** For the `parser` of Socket.IO: every packet is one message. */
export const socketParser = { Encoder: OneMessageEncoder, Decoder: OneMessageDecoder }
/** The same at the server. */
export const serverSocketParser = { Encoder: OneMessageEncoder, Decoder: ServerDecoder }
