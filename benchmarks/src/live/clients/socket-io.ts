import { ByteReader, ByteWriter } from '@mufakat/protocol'
import { Wire } from '../wire'

/**
 * One Socket.IO connection over one WebSocket, by hand (engine.io 4, socket.io 5): events with attachments both
 * ways, answers, pings. What comes is handed over as text and bytes; a client that knows an event's head by sight
 * need not parse it.
 */
export class SocketIo {
  /** A packet that is not an answer: its text from the `[` on, and its attachments. */
  onEvent: (json: string, attachments: readonly Buffer[]) => void = () => undefined
  /** A binary message that is no attachment. */
  onBinary: (bytes: Buffer) => void = () => undefined
  onClose: () => void = () => undefined
  readonly #wire: Wire
  readonly #namespace: string
  readonly #inOneMessage: boolean
  readonly #answers = new Map<number, (json: string, attachments: readonly Buffer[]) => void>()
  #asked = 0
  #open: { json: string; answers: number | null; wanted: number; attachments: Buffer[] } | null = null

  private constructor(wire: Wire, namespace: string, inOneMessage: boolean) {
    this.#wire = wire
    this.#inOneMessage = inOneMessage
    this.#namespace = namespace === '/' ? '' : `${namespace},`
  }

  /** @throws when the handshake is refused */
  static async open(
    url: string,
    { namespace = '/', auth = {}, headers = {}, inOneMessage = false }: Partial<SocketIoOptions> = {},
  ): Promise<SocketIo> {
    const wire = await Wire.open(`${url}/socket.io/?EIO=4&transport=websocket`, headers)
    const socket = new SocketIo(wire, namespace, inOneMessage)
    await new Promise<void>((resolve, reject) => {
      wire.onClose = () => {
        socket.onClose()
        reject(new Error(`${url} closed the connection`))
      }
      wire.onText = text => {
        if (text[0] === '0') wire.sendText(`40${socket.#namespace}${JSON.stringify(auth)}`)
        else if (text.startsWith('40')) resolve()
        else if (text.startsWith('44')) reject(new Error(`refused: ${text.slice(2)}`))
        else socket.#text(text)
      }
      wire.onBinary = bytes => socket.#binary(bytes)
    })
    return socket
  }

  emit(json: string, attachments: readonly Uint8Array[] = []): void {
    this.#send(`${this.#namespace}${json}`, attachments)
  }

  /** @returns the answer's arguments, its attachments put back in their places */
  ask(json: string, attachments: readonly Uint8Array[] = []): Promise<unknown[]> {
    const id = this.#asked++
    this.#send(`${this.#namespace}${id}${json}`, attachments)
    return new Promise(resolve => this.#answers.set(id, (text, found) => resolve(revived(text, found))))
  }

  sendBinary(bytes: Uint8Array): void {
    this.#wire.sendBinary(bytes)
  }

  destroy(): void {
    this.#wire.destroy()
  }

  #send(rest: string, attachments: readonly Uint8Array[]): void {
    if (attachments.length === 0) this.#wire.sendText(`42${rest}`)
    else if (this.#inOneMessage) {
      const out = new ByteWriter().uint(WITH_BYTES).run(Buffer.from(`5${attachments.length}-${rest}`))
      for (const bytes of attachments) out.run(bytes)
      this.#wire.sendBinary(out.done())
    } else {
      this.#wire.sendText(`45${attachments.length}-${rest}`)
      for (const bytes of attachments) this.#wire.sendBinary(bytes)
    }
  }

  #text(text: string): void {
    if (text === '2') this.#wire.sendText('3')
    const kind = text[1]
    const start = text.indexOf('[')
    if (text[0] !== '4' || start === -1) return
    const json = text.slice(start)
    const isAnswer = kind === '3' || kind === '6'
    const answers = isAnswer ? Number(/(\d+)$/.exec(text.slice(2, start))?.[1]) : null
    const wanted = kind === '5' || kind === '6' ? Number.parseInt(text.slice(2), 10) : 0
    if (wanted === 0) this.#hand(json, answers, [])
    else this.#open = { json, answers, wanted, attachments: [] }
  }

  #binary(bytes: Buffer): void {
    const open = this.#open
    if (open === null && this.#inOneMessage && bytes[0] === WITH_BYTES) {
      const input = new ByteReader(bytes.subarray(1))
      this.#text(`4${Buffer.from(input.run()).toString()}`)
      while (!input.atEnd) this.#binary(Buffer.from(input.run()))
    } else if (open === null) {
      this.onBinary(bytes)
    } else {
      open.attachments.push(bytes)
      if (open.attachments.length < open.wanted) return
      this.#open = null
      this.#hand(open.json, open.answers, open.attachments)
    }
  }

  #hand(json: string, answers: number | null, attachments: readonly Buffer[]): void {
    if (answers === null) this.onEvent(json, attachments)
    else {
      this.#answers.get(answers)?.(json, attachments)
      this.#answers.delete(answers)
    }
  }
}

/** As the parser of `@mufakat/protocol` marks it. */
const WITH_BYTES = 5

interface SocketIoOptions {
  /** A packet with bytes is one message, as ours writes it. */
  readonly inOneMessage: boolean
  readonly namespace: string
  readonly auth: object
  readonly headers: Readonly<Record<string, string>>
}

/** Attachments are named in the text by placeholders. */
function revived(json: string, attachments: readonly Buffer[]): unknown[] {
  // Copies: what is kept must not be a view into a chunk.
  return JSON.parse(json, (_, value) =>
    value !== null && typeof value === 'object' && value._placeholder === true
      ? Uint8Array.from(attachments[value.num] ?? [])
      : value,
  ) as unknown[]
}
