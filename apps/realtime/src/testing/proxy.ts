import { connect, createServer, type Server, type Socket } from 'node:net'
import { Transform, type TransformCallback } from 'node:stream'

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

/** A TCP line whose other end can fall silent without a word, as when a cable is pulled. */
export async function openProxy(port: number) {
  const pairs = new Set<readonly [Socket, Socket]>()
  let silent = false
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      near.destroy()
      far.destroy()
      pairs.delete(pair)
    }
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', data => {
        if (!silent && !to.write(data)) {
          from.pause()
          to.once('drain', () => from.resume())
        }
      })
      from.on('error', end)
      from.on('close', () => {
        if (!silent) end()
      })
    }
  })
  return {
    url: await listen(server),
    /** From now on nothing comes through, and nobody is told. */
    silence() {
      silent = true
    },
    /** From now on nothing that the server says is read: it backs up to the server. */
    stall() {
      for (const [, far] of pairs) far.pause()
    },
    /** Reads on where it stopped. */
    readOn() {
      for (const [, far] of pairs) far.resume()
    },
    /** Lines opened from now on work; the silent ones are gone. */
    heal() {
      silent = false
      for (const [near, far] of pairs) {
        near.destroy()
        far.destroy()
      }
      pairs.clear()
    },
    async close() {
      this.heal()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

/** Lets through so many bytes a second. */
class Throttle extends Transform {
  readonly #bytesPerSecond: number
  passed = 0

  constructor(bytesPerSecond: number) {
    super()
    this.#bytesPerSecond = bytesPerSecond
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.passed += chunk.length
    setTimeout(() => done(null, chunk), (chunk.length / this.#bytesPerSecond) * 1_000)
  }
}

/** A thin line, each way with its own pace. */
export async function openThinProxy(port: number, bytesPerSecond: number) {
  const sockets = new Set<Socket>()
  const upstream: Throttle[] = []
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1')
    const up = new Throttle(bytesPerSecond)
    upstream.push(up)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(up).pipe(far)
    far.pipe(new Throttle(bytesPerSecond)).pipe(near)
  })
  return {
    url: await listen(server),
    /** Bytes that went to the server so far. */
    sent: () => upstream.reduce((sum, { passed }) => sum + passed, 0),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

/**
 * What stands between an office and the net: it passes requests on, and answers whoever asks for a websocket with
 * a refusal, or not at all.
 */
export async function openUpgradeless(port: number, answer: 'refuse' | 'swallow') {
  const sockets = new Set<Socket>()
  let upgrades = 0
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.end())
    near.on('data', data => {
      if (!/^upgrade: websocket/im.test(data.toString('latin1'))) far.write(data)
      else {
        upgrades++
        if (answer === 'refuse')
          near.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      }
    })
    far.on('data', data => near.write(data))
  })
  return {
    url: await listen(server),
    upgrades: () => upgrades,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
