import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { openHeld } from '../held'
import type { Case, Measure } from '../measure'
import type { Peer, RunningPeer } from '../peer'
import { type Trace, writeTrace } from '../trace'
import { docOf, firstText, stateOf } from '../typist'
import type { World } from '../world'

const DOCUMENTS = 200
const PAPER_CHARS = 100_000
const LINES_CHARS = 20_000
const STORES = ['mufakat', 'hocuspocus', 'y-websocket', 'y-socket.io']
/** What LevelDB was given is written by then. */
const STORED_MS = 2_000

/**
 * Opens documents at once on a server that has just been started, connections included.
 * @returns ms until the last client holds its content
 */
async function openCold(
  world: World,
  peer: Peer,
  make: (running: RunningPeer) => Promise<string[]>,
  chars: number,
): Promise<number> {
  const storage = await world.folder()
  const before = await peer.start(world, { storage })
  const ids = await make(before)
  await delay(STORED_MS)
  await before.process.end()
  const running = await peer.start(world, { storage })
  try {
    const at = performance.now()
    const opened = await Promise.all(ids.map((id, nth) => openHeld(running, id, nth)))
    const took = performance.now() - at
    for (const { client, late } of opened) {
      const doc = docOf(stateOf(client, late))
      if (firstText(doc).length < chars) throw new Error('FAILED: a document is not whole')
      client.destroy()
    }
    return took
  } finally {
    await running.process.end()
  }
}

/** @returns ms until a server just started has let so many in, who open nothing */
async function letIn(world: World, peer: Peer, count: number): Promise<number> {
  const running = await peer.start(world)
  try {
    const at = performance.now()
    const come = await Promise.all(Array.from({ length: count }, (_, nth) => running.idle(nth)))
    const took = performance.now() - at
    for (const connection of come) connection.destroy()
    return took
  } finally {
    await running.process.end()
  }
}

/** The case of the long trace is left out, with a word, when its file is not there. */
export function coldOpen(traceFile: string): Measure {
  const hasTrace = existsSync(traceFile)
  if (!hasTrace) console.error(`cold: no trace at ${traceFile}, left out`)
  let written: Promise<Trace> | null = null
  const paper: Case = {
    name: 'a paper of 259,778 keystrokes',
    peers: STORES,
    async run(world, peer) {
      written ??= writeTrace(world, traceFile)
      const trace = await written
      const make = async ({ traced }: RunningPeer) => (traced === null ? [] : [await traced(trace)])
      return { 'opened ms': await openCold(world, peer, make, PAPER_CHARS) }
    },
  }
  const many: Case = {
    name: `${DOCUMENTS} documents of 20 kB at once`,
    peers: STORES,
    run: async (world, peer) => ({
      'opened ms': await openCold(world, peer, running => running.documents(DOCUMENTS), LINES_CHARS),
    }),
  }
  const connections: Case = {
    name: `${DOCUMENTS} connections, no document: the floor beneath the case before`,
    peers: ['mufakat', 'hocuspocus', 'relay', 'socket.io'],
    run: async (world, peer) => ({ 'in ms': await letIn(world, peer, DOCUMENTS) }),
  }
  return {
    name: 'cold',
    title: 'Cold open: a server just started, until the client holds the content',
    how: 'The server has just been started and its memory is empty; connections included. LevelDB has each document as one update, which flatters it; ours has the log of every keystroke and a snapshot 50 rows old.',
    cases: [...(hasTrace ? [paper] : []), many, connections],
  }
}
