import { setTimeout as delay } from 'node:timers/promises'
import { BUSY_ROOM, MANY_ROOMS, measureWindow, type Shape, settle, withRooms } from '../load'
import type { Measure } from '../measure'
import type { Peer } from '../peer'
import { typeInClosedLoop } from '../typing'
import type { World } from '../world'

/** Edits that one person may have in flight; with its reader's receipt the next one is typed. */
const IN_FLIGHT = 16

const WARM_MS = 2_000

/**
 * Everybody types as fast as a closed loop allows. Our client gathers for 15 ms, as shipped and as the server's
 * rates ask for; the others send each edit at once, as their clients do.
 */
async function saturate(world: World, peer: Peer, shape: Shape, seconds: number) {
  return await withRooms(world, peer, shape, async (rooms, running) => {
    const editors = rooms.flatMap(room => room.editors)
    const stop = typeInClosedLoop(editors, IN_FLIGHT)
    await delay(WARM_MS)
    const window = await measureWindow(world, rooms, running, seconds)
    stop()
    await settle(rooms, running)
    return {
      'delivered/s': window.delivered / window.seconds,
      'server µs': window.server,
      'server + Postgres µs': window.withPostgres,
    }
  })
}

export const saturation: Measure = {
  name: 'saturation',
  title: 'As fast as a closed loop allows; CPU per delivered edit',
  how: 'Everybody has 16 edits in flight; the next is typed when one’s reader, the next person of the room, has been sent one. Warmed up for 2 s.',
  cases: [BUSY_ROOM, MANY_ROOMS].map(shape => ({
    name: shape.name,
    run: (world, peer, { seconds }) => saturate(world, peer, shape, seconds),
  })),
}
