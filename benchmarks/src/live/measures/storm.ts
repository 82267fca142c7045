import * as Y from 'yjs'
import { headerOf } from '../client'
import { openHeld } from '../held'
import type { Measure } from '../measure'
import { type Peer, type RunningPeer, SILENT } from '../peer'
import { contentOf } from '../room'
import { stateOf, Typist } from '../typist'
import type { World } from '../world'

const DOCUMENTS = 50
const PEOPLE = 10
const OFFLINE_EDITS = 20
const PATIENCE_MS = 60_000
const COMES_BACK = ['mufakat', 'hocuspocus', 'y-websocket']

/**
 * A server is started anew, and everybody comes back at once with what they typed meanwhile.
 * @returns ms until everyone has everything of everyone, and (where the server says so) their own is saved
 */
async function storm(world: World, peer: Peer): Promise<number> {
  const storage = await world.folder()
  const before = await peer.start(world, { storage })
  const rooms: Away[][] = []
  for (const documentId of await before.documents(DOCUMENTS)) rooms.push(await leave(before, documentId))
  await before.process.end()
  const running = await peer.start(world, { storage })
  try {
    const at = performance.now()
    const back = rooms.flatMap(room => room.map((away, nth) => comeBack(running, room, away, nth)))
    await Promise.race([Promise.all(back), tooLate()])
    const took = performance.now() - at
    for (const room of rooms) await compare(running, room)
    return took
  } finally {
    await running.process.end()
  }
}

/** Someone whose line went down, and what they typed since. */
interface Away {
  readonly documentId: string
  readonly typist: Typist
  readonly state: Uint8Array
  readonly place: unknown
}

async function leave(running: RunningPeer, documentId: string): Promise<Away[]> {
  const away: Away[] = []
  for (let nth = 0; nth < PEOPLE; nth++) {
    const { client, late } = await openHeld(running, documentId, nth)
    const state = stateOf(client, late)
    const typist = new Typist(state, client.clientId, nth * 2)
    for (let i = 0; i < OFFLINE_EDITS; i++) typist.next()
    away.push({ documentId, typist, state, place: client.place })
    client.destroy()
  }
  return away
}

/** Resolves when everything the others typed has come, and everything of one's own is saved. */
async function comeBack(running: RunningPeer, room: readonly Away[], away: Away, nth: number): Promise<void> {
  const seen = new Map(
    room.filter(other => other !== away).map(({ typist }) => [typist.clientId, typist.firstClock]),
  )
  let missing = seen.size * OFFLINE_EDITS
  let unsaved = running.commits === 'when-saved' ? OFFLINE_EDITS : 0
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  const look = () => {
    if (missing === 0 && unsaved <= 0) arrive()
  }
  const { typist, state, place, documentId } = away
  const backlog = { updates: typist.sent, stateVector: Y.encodeStateVectorFromUpdate(state), place }
  await running.open(
    documentId,
    nth,
    {
      ...SILENT,
      edit(_clientId, _clock, frame, start, end) {
        for (const [clientId, to] of clocksIn(frame, start, end)) {
          const from = seen.get(clientId)
          if (from === undefined || to <= from) continue
          missing -= to - from
          seen.set(clientId, to)
        }
        look()
      },
      saved(count) {
        unsaved -= count
        look()
      },
    },
    backlog,
  )
  await arrived
}

/** How far an update brings each clientID. */
function clocksIn(frame: Uint8Array, start: number, end: number): Iterable<readonly [number, number]> {
  const letter = letterIn(frame, start, end)
  return letter ?? Y.parseUpdateMeta(frame.slice(start, end)).to
}

/** The same for the edit of one letter, read by its head, so that the load driver keeps up. */
function letterIn(frame: Uint8Array, start: number, end: number): [readonly [number, number]] | null {
  // Ends with: a string of one byte, that byte, nothing deleted.
  if (frame[start] !== 1 || frame[start + 1] !== 1 || frame[end - 3] !== 1 || frame[end - 1] !== 0)
    return null
  const { clientId, clock } = headerOf(frame, start)
  return [[clientId, clock + 1]]
}

async function compare(running: RunningPeer, room: readonly Away[]): Promise<void> {
  const [first] = room
  if (first === undefined) return
  const expected = contentOf(
    first.state,
    room.flatMap(({ typist }) => typist.sent),
  )
  const { client, late } = await openHeld(running, first.documentId, 0)
  const fresh = contentOf(stateOf(client, late), [])
  client.destroy()
  if (fresh !== expected) throw new Error('FAILED: the document is not what was typed')
}

const tooLate = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('FAILED: not everything came')), PATIENCE_MS).unref()
  })

export const reconnecting: Measure = {
  name: 'storm',
  title: `${DOCUMENTS * PEOPLE} clients come back to ${DOCUMENTS} documents, ${OFFLINE_EDITS} offline edits each`,
  how: 'Each typed while the server was away, and sends that as one update, as the clients of each server do. Counted from the first try until everyone has been sent everything of everyone; for ours also until everything is durable, which is the same moment.',
  cases: [
    {
      name: 'until everyone has everything',
      peers: COMES_BACK,
      run: async (world, peer) => ({ 'delivered ms': await storm(world, peer) }),
    },
  ],
}
