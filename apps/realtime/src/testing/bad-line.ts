import { connect, createServer, type Socket } from 'node:net'

/** What happens to a frame on its way. */
export type Fate = 'pass' | 'drop' | 'double' | 'hold'

/** Which way a line is dead: to the server, from it, or both. */
export type Dead = 'up' | 'down' | 'both'

export interface BadLine {
  readonly url: string
  /** From now on nothing comes through that way on the lines that stand, and no end is told; new ones work. */
  freeze(way?: Dead): void
  /** What the frozen lines have swallowed on the way to the server arrives now, late. */
  deliver(): void
  /** Whether new lines are turned away. */
  refuse(isClosed: boolean): void
  /** From now on nothing is read from the server, on any line, until `heal`. */
  stall(): void
  /** Ends the lines that are frozen or stalled; what comes then works. */
  heal(): void
  close(): Promise<void>
}

interface Line {
  readonly near: Socket
  readonly far: Socket
  dead: Dead | null
  readonly swallowed: Buffer[]
}

/**
 * A TCP line that knows where a websocket's frames begin and end, and does something to each: `fate` is asked for
 * every frame in either direction. What is held goes after the next one.
 */
export async function openBadLine(port: number, fate: () => Fate = () => 'pass'): Promise<BadLine> {
  const lines = new Set<Line>()
  let stalled = false
  let refused = false
  const server = createServer(near => {
    if (refused) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    const line: Line = { near, far, dead: null, swallowed: [] }
    lines.add(line)
    const end = () => {
      if (line.dead !== null) return
      near.destroy()
      far.destroy()
      lines.delete(line)
    }
    for (const [from, to, way] of [[near, far, 'up'] as const, [far, near, 'down'] as const]) {
      const pass = framesThrough(fate, bytes => {
        if (line.dead === null || (line.dead !== 'both' && line.dead !== way)) {
          if (!to.destroyed) to.write(bytes)
        } else if (way === 'up') line.swallowed.push(bytes)
      })
      from.on('data', pass)
      from.on('error', end)
      from.on('close', end)
    }
    if (stalled) far.pause()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const drop = (chosen: Iterable<Line>) => {
    for (const line of [...chosen]) {
      line.near.destroy()
      line.far.destroy()
    }
  }
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    freeze(way = 'both') {
      for (const line of lines) line.dead = way
    },
    deliver() {
      for (const { far, swallowed } of lines)
        for (const bytes of swallowed.splice(0)) if (!far.destroyed) far.write(bytes)
    },
    refuse(isClosed) {
      refused = isClosed
    },
    stall() {
      stalled = true
      for (const { far } of lines) far.pause()
    },
    heal() {
      const bad = [...lines].filter(line => stalled || line.dead !== null)
      stalled = false
      for (const line of bad) lines.delete(line)
      drop(bad)
    },
    async close() {
      drop(lines)
      lines.clear()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

/** Takes bytes as they come, lets the HTTP head pass, then hands over whole frames. */
function framesThrough(fate: () => Fate, send: (bytes: Buffer) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = []
  let size = 0
  /** Before so much is there no frame is whole. */
  let wanted = 0
  let isUpgraded = false
  let held: Buffer | null = null
  const one = (frame: Buffer) => {
    const happens = fate()
    if (happens === 'hold' && held === null) {
      held = frame
      return
    }
    if (happens !== 'drop') send(frame)
    if (happens === 'double') send(frame)
    if (held !== null) send(held)
    held = null
  }
  return chunk => {
    parts.push(chunk)
    size += chunk.length
    if (size < wanted) return
    let rest: Buffer = Buffer.concat(parts)
    if (!isUpgraded) {
      const end = rest.indexOf('\r\n\r\n')
      if (end >= 0) {
        send(rest.subarray(0, end + 4))
        rest = rest.subarray(end + 4)
        isUpgraded = true
      }
    }
    let length = isUpgraded ? frameLength(rest) : null
    while (length !== null && rest.length >= length) {
      one(rest.subarray(0, length))
      rest = rest.subarray(length)
      length = frameLength(rest)
    }
    parts = [rest]
    size = rest.length
    wanted = length ?? 0
  }
}

/** RFC 6455, 5.2. Null: not enough is there to tell. */
function frameLength(bytes: Buffer): number | null {
  const second = bytes[1]
  if (second === undefined) return null
  const mask = second & 0x80 ? 4 : 0
  const short = second & 0x7f
  if (short < 126) return 2 + mask + short
  if (short === 126) return bytes.length < 4 ? null : 4 + mask + bytes.readUInt16BE(2)
  return bytes.length < 10 ? null : 10 + mask + Number(bytes.readBigUInt64BE(2))
}
