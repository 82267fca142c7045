// clamd's own protocol: `zINSTREAM\0`, then pieces with their length in four bytes before each, a length of zero, and
// one answer that ends with \0.
import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'

export type Verdict = 'clean' | 'infected' | 'away'

/** Looks for viruses; `away` when nobody could say. */
export type Scan = (path: string) => Promise<Verdict>

const TIMEOUT_MS = 60_000
const PIECE = 64 * 1024
const MAX_ANSWER = 4_096

const connectTo = ({ protocol, hostname, port, pathname }: URL): Socket =>
  protocol === 'unix:' ? connect(decodeURIComponent(pathname)) : connect(Number(port || 3310), hostname)

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** clamd ends the line when it has seen enough: its answer counts, not that the rest could not be sent. */
async function send(path: string, line: Socket): Promise<void> {
  const drained = () =>
    new Promise<void>(resolve => {
      line.once('drain', resolve)
      line.once('close', () => resolve())
    })
  line.write('zINSTREAM\0')
  for await (const piece of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    if (line.destroyed) return
    line.write(lengthOf(piece.length))
    if (!line.write(piece)) await drained()
  }
  line.write(lengthOf(0))
}

function answerOf(line: Socket): Promise<string> {
  return new Promise(resolve => {
    let answer = ''
    line.setTimeout(TIMEOUT_MS, () => line.destroy())
    line.on('data', chunk => {
      answer += chunk.toString('latin1')
      if (answer.includes('\0') || answer.length > MAX_ANSWER) line.destroy()
    })
    line.on('error', () => undefined)
    line.on('close', () => resolve(answer))
  })
}

/** A scanner at `tcp://host:port` or `unix:/path`. */
export const clamd =
  (url: string): Scan =>
  async path => {
    const line = connectTo(new URL(url))
    const answer = answerOf(line)
    try {
      await send(path, line)
    } catch (error) {
      line.destroy()
      throw error
    }
    const told = (await answer).split('\0')[0] ?? ''
    if (/ FOUND$/.test(told)) return 'infected'
    return /: OK$/.test(told) ? 'clean' : 'away'
  }
