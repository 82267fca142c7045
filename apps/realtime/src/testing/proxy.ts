import { connect, createServer, type Socket } from 'node:net'

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
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
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
