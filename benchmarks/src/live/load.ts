import { setTimeout as delay } from 'node:timers/promises'
import { cpuOf, cpuOfFamily } from './cpu'
import type { Peer, RunningPeer } from './peer'
import { Room } from './room'
import { delivered as allDelivered } from './typing'
import type { World } from './world'

/** How many people sit at how many documents. */
export interface Shape {
  readonly name: string
  readonly rooms: number
  readonly people: number
}

export const BUSY_ROOM: Shape = { name: '1x20', rooms: 1, people: 20 }
export const MANY_ROOMS: Shape = { name: '50x4', rooms: 50, people: 4 }

export interface Window {
  readonly seconds: number
  readonly delivered: number
  /** CPU µs per delivered edit, of the server alone. */
  readonly server: number
  /** The same with all of Postgres. */
  readonly withPostgres: number
}

/** Starts a peer with its documents open, runs `body`, ends the peer. */
export async function withRooms<T>(
  world: World,
  peer: Peer,
  shape: Shape,
  body: (rooms: Room[], running: RunningPeer) => Promise<T>,
): Promise<T> {
  const running = await peer.start(world)
  const rooms: Room[] = []
  try {
    for (const id of await running.documents(shape.rooms))
      rooms.push(await Room.open(running, id, shape.people))
    return await body(rooms, running)
  } finally {
    for (const room of rooms) room.close()
    await running.process.end()
  }
}

/** Counts what is delivered and what CPU it takes while the load, which runs already, goes on. */
export async function measureWindow(
  world: World,
  rooms: readonly Room[],
  { process: { pid } }: RunningPeer,
  seconds: number,
): Promise<Window> {
  const now = () => ({
    at: performance.now(),
    delivered: rooms.reduce((sum, room) => sum + room.delivered, 0),
    server: cpuOf(pid),
    postgres: cpuOfFamily(world.postgresPid),
  })
  const before = now()
  await delay(seconds * 1_000)
  const after = now()
  const delivered = after.delivered - before.delivered
  const server = ((after.server - before.server) * 1e6) / delivered
  return {
    seconds: (after.at - before.at) / 1_000,
    delivered,
    server,
    withPostgres: server + ((after.postgres - before.postgres) * 1e6) / delivered,
  }
}

/**
 * Waits until everything typed has been delivered to everyone.
 * @throws when it does not come, or when the copies differ in content
 */
export async function settle(rooms: readonly Room[], peer: RunningPeer): Promise<void> {
  await allDelivered(rooms)
  // What comes too often would come a little later.
  await delay(100)
  for (const room of rooms) {
    const flaw = room.flaw() ?? (peer.known === null ? await room.flawOfFresh(peer) : null)
    if (flaw !== null) throw new Error(`FAILED: ${flaw}`)
  }
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}
