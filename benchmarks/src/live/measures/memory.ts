import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { residentOf } from '../cpu'
import { openHeld } from '../held'
import type { Figures, Measure } from '../measure'
import type { Peer, RunningPeer } from '../peer'
import { stateOf, Typist } from '../typist'
import type { World } from '../world'

const CONNECTIONS = 500
const DOCUMENTS = 100
/** Longer than ours keeps the document of those who do not write. */
const REST_MS = 30_000
/** Longer than any server here keeps what nobody uses; ours is the slowest with a minute and a poll. */
const IDLE_MS = 70_000

/** Bytes in use after collecting garbage, and resident. */
interface Memory {
  readonly heap: number
  readonly resident: number
}

/**
 * Memory of a server that has been through all of it once already: per connection without a document, per document
 * of 20 kB in which one person has typed (that person's connection included), the same when they have stopped typing
 * for a while, and what is left when all have gone.
 */
async function memory(world: World, peer: Peer): Promise<Figures> {
  const memoryFile = join(await world.folder(), 'memory.json')
  const running = await peer.start(world, { memoryFile, storage: await world.folder() })
  const look = () => measured(running, memoryFile)
  try {
    // What the first ones bring into being for good (code, pools) is not theirs.
    await allAtOnce(await idleConnections(running, CONNECTIONS / 5))
    await allAtOnce(await typedDocuments(running, DOCUMENTS / 5))
    await delay(IDLE_MS)
    const empty = await look()
    const idle = await idleConnections(running, CONNECTIONS)
    const connected = await look()
    await allAtOnce(idle)
    const before = await look()
    const typed = await typedDocuments(running, DOCUMENTS)
    const opened = await look()
    await delay(REST_MS)
    const rested = await look()
    await allAtOnce(typed)
    await delay(IDLE_MS)
    const left = await look()
    return {
      'heap per connection kB': (connected.heap - empty.heap) / CONNECTIONS / 1_000,
      'resident per connection kB': (connected.resident - empty.resident) / CONNECTIONS / 1_000,
      'heap per document kB': (opened.heap - before.heap) / DOCUMENTS / 1_000,
      'heap per document at rest kB': (rested.heap - before.heap) / DOCUMENTS / 1_000,
      'left heap MB': (left.heap - empty.heap) / 1e6,
      'left resident MB': (left.resident - empty.resident) / 1e6,
    }
  } finally {
    await running.process.end()
  }
}

async function measured(running: RunningPeer, memoryFile: string): Promise<Memory> {
  const { pid } = running.process
  // What came last is worked off.
  await delay(1_000)
  rmSync(memoryFile, { force: true })
  process.kill(pid, 'SIGUSR2')
  while (!existsSync(memoryFile)) await delay(20)
  const { heapUsed, external } = JSON.parse(readFileSync(memoryFile, 'utf8')) as NodeJS.MemoryUsage
  return { heap: heapUsed + external, resident: residentOf(pid) }
}

type Leaving = { destroy(): void }

async function idleConnections(running: RunningPeer, count: number): Promise<Leaving[]> {
  const opened: Leaving[] = []
  for (let nth = 0; nth < count; nth++) opened.push(await running.idle(nth))
  return opened
}

async function typedDocuments(running: RunningPeer, count: number): Promise<Leaving[]> {
  const opened: Leaving[] = []
  for (const id of await running.documents(count)) {
    const { client, late } = await openHeld(running, id, 0)
    client.send(new Typist(stateOf(client, running.known ?? late), client.clientId, 0).next())
    opened.push(client)
  }
  return opened
}

async function allAtOnce(leaving: readonly Leaving[]): Promise<void> {
  for (const client of leaving) client.destroy()
  await delay(500)
}

export const remembering: Measure = {
  name: 'memory',
  title: `Memory after collecting garbage: ${CONNECTIONS} connections, ${DOCUMENTS} documents, and when all have left`,
  how: 'The server has been through all of it once before. Per connection: signed in, no document open (y-websocket: one document for all). Per document: open, with one person who has typed a letter, connection included; at rest: 30 s later. Left: 70 s after the last has gone.',
  once: true,
  cases: [
    {
      name: 'server',
      peers: ['mufakat', 'hocuspocus', 'y-websocket', 'y-socket.io', 'relay', 'socket.io'],
      run: memory,
    },
  ],
}
