import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Figures, Measure } from '../measure'
import { type Peer, SILENT } from '../peer'
import { Room } from '../room'
import { typeSteadily } from '../typing'
import { docOf, stateOf } from '../typist'
import type { World } from '../world'

const PEOPLE = 4
const EDITS_PER_SECOND = 20
const STORES = ['mufakat', 'hocuspocus']

/** Seconds of typing before each kill: spread over two of the ten in which Hocuspocus stores at the latest. */
const spread = (kills: number) => Array.from({ length: kills }, (_, i) => 1 + (i * 20) / kills)

/**
 * `kill -9` of the server while people type, who then do not come back: what had been called saved, or stood on
 * another's screen, and is not there afterwards.
 */
async function kill(world: World, peer: Peer, kills: number): Promise<Figures> {
  let running = await peer.start(world)
  const [documentId = ''] = await running.documents(1)
  let promised = 0
  let lost = 0
  for (const seconds of spread(kills)) {
    const room = await Room.open(running, documentId, PEOPLE)
    const stop = typeSteadily(room.editors, EDITS_PER_SECOND, editor => editor.type())
    await delay(seconds * 1_000)
    await running.process.end('SIGKILL')
    stop()
    // What is still on the line arrives.
    await delay(50)
    room.close()
    running = await peer.start(world)
    const reader = await running.open(documentId, 0, SILENT)
    const stored = docOf(stateOf(reader, running.known))
    reader.destroy()
    for (const { typist, saved, sentAt, inFlight } of room.editors) {
      const known = Math.max(saved, sentAt.length - inFlight)
      const kept = Math.max(0, Y.getState(stored.store, typist.clientId) - typist.firstClock)
      promised += known
      lost += Math.max(0, known - kept)
    }
  }
  await running.process.end()
  return { kills, 'acknowledged or seen': promised, lost, 'lost %': (lost / promised) * 100 }
}

export const killing: Measure = {
  name: 'kill',
  title: `kill -9 while ${PEOPLE} people type ${EDITS_PER_SECOND}/s each; edits lost that were acknowledged or seen`,
  how: 'The server is killed while they type, who do not come back. Lost: what had been acknowledged, or was on another’s screen, and is not in the document after a restart. Kills are spread over 20 s after the first key, two of the intervals after which Hocuspocus stores at the latest.',
  once: true,
  cases: [
    {
      name: 'server',
      peers: STORES,
      run: (world, peer, { quick }) => kill(world, peer, quick ? 2 : 10),
    },
  ],
}
