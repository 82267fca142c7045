import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/**
 * The client's end of one WebSocket, as cheap as it can be, so that the load driver measures the server and not
 * itself: frames are read where they lie in the chunk, and everything sent in one turn leaves in one write.
 */
export class Wire {
  onText: (text: string) => void = () => undefined
  /** The bytes are a view into a chunk: copy what is kept. */
  onBinary: (bytes: Buffer) => void = () => undefined
  onClose: () => void = () => undefined
  readonly #socket: Socket
  #rest: Buffer | null = null
  #fragments: Buffer[] = []
  #fragmentOpcode = 0
  #isCorked = false

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('close', () => this.onClose())
  }

  /** @throws when the server does not switch protocols */
  static open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Wire> {
    const { hostname, port, pathname, search, host } = new URL(url)
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true })
      const wire = new Wire(socket)
      socket.once('error', reject)
      // A line that breaks later is told by `close`.
      socket.on('error', () => undefined)
      socket.once('close', () => reject(new Error(`${url} closed during the handshake`)))
      const all = {
        Host: host,
        Upgrade: 'websocket',
        Connection: 'Upgrade',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
        'Sec-WebSocket-Version': '13',
        ...headers,
      }
      const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
      socket.write(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`)
      let head = Buffer.alloc(0)
      const onHead = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end === -1) return
        socket.off('data', onHead)
        if (!head.subarray(0, end).toString('latin1').startsWith('HTTP/1.1 101')) {
          reject(new Error(`${url}: ${head.subarray(0, end).toString('latin1').split('\r\n')[0]}`))
          socket.destroy()
          return
        }
        const after = head.subarray(end + 4)
        // Whoever waits for the wire sets its listeners before the first frame is read.
        socket.pause()
        resolve(wire)
        setImmediate(() => {
          socket.on('data', (data: Buffer) => wire.#read(data))
          if (after.length > 0) wire.#read(after)
          socket.resume()
        })
      }
      socket.on('data', onHead)
    })
  }

  sendText(text: string): void {
    this.#send(0x81, Buffer.from(text))
  }

  sendBinary(bytes: Uint8Array): void {
    this.#send(0x82, bytes)
  }

  /** Without a word, as when the browser dies. */
  destroy(): void {
    this.#socket.destroy()
  }

  #send(first: number, payload: Uint8Array): void {
    const { length } = payload
    const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8
    const frame = Buffer.allocUnsafe(6 + extra + length)
    frame[0] = first
    frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127)
    if (extra === 2) frame.writeUInt16BE(length, 2)
    if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2)
    // A mask of zeros leaves the payload as it is; the server takes it off as any other.
    frame.writeUInt32BE(0, 2 + extra)
    frame.set(payload, 6 + extra)
    if (!this.#isCorked) {
      this.#isCorked = true
      this.#socket.cork()
      setImmediate(() => {
        this.#isCorked = false
        this.#socket.uncork()
      })
    }
    this.#socket.write(frame)
  }

  #read(chunk: Buffer): void {
    const data = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    for (;;) {
      if (data.length - at < 2) break
      const first = data[at] as number
      let length = (data[at + 1] as number) & 0x7f
      let start = at + 2
      if (length === 126) {
        if (data.length < at + 4) break
        length = data.readUInt16BE(at + 2)
        start = at + 4
      } else if (length === 127) {
        if (data.length < at + 10) break
        length = Number(data.readBigUInt64BE(at + 2))
        start = at + 10
      }
      if (data.length < start + length) break
      at = start + length
      this.#take(first, data.subarray(start, at))
    }
    this.#rest = at === data.length ? null : data.subarray(at)
  }

  #take(first: number, payload: Buffer): void {
    const isFinal = (first & 0x80) !== 0
    const opcode = first & 0x0f
    if (opcode === 0x9) this.#send(0x8a, payload)
    else if (opcode === 0x8) this.#socket.end()
    else if (opcode <= 0x2) {
      if (isFinal && opcode !== 0) {
        this.#hand(opcode, payload)
        return
      }
      if (opcode !== 0) this.#fragmentOpcode = opcode
      this.#fragments.push(payload)
      if (!isFinal) return
      const whole = Buffer.concat(this.#fragments)
      this.#fragments = []
      this.#hand(this.#fragmentOpcode, whole)
    }
  }

  #hand(opcode: number, payload: Buffer): void {
    if (opcode === 1) this.onText(payload.toString())
    else this.onBinary(payload)
  }
}
