import { setTimeout as delay } from 'node:timers/promises'
import { BUSY_ROOM, MANY_ROOMS, measureWindow, settle, withRooms } from '../load'
import type { Measure } from '../measure'
import { typeSteadily, warmUp } from '../typing'

const WARM_MS = 2_000
const SETTLE_MS = 1_000

/** At rates that every server keeps up with, so that none is helped by what piles up. */
export const steady: Measure = {
  name: 'steady',
  title: 'At a fixed rate; CPU per delivered edit',
  how: 'Rates that every server keeps up with. Warmed up by 2 s of closed loop, so that each runs compiled.',
  cases: [
    { ...BUSY_ROOM, perSecond: 20 },
    { ...MANY_ROOMS, perSecond: 5 },
  ].map(({ perSecond, ...shape }) => ({
    name: `${shape.name}, ${perSecond}/s each`,
    run: (world, peer, { seconds }) =>
      withRooms(world, peer, shape, async (rooms, running) => {
        await warmUp(rooms, WARM_MS)
        const stop = typeSteadily(
          rooms.flatMap(room => room.editors),
          perSecond,
          editor => editor.type(),
        )
        await delay(SETTLE_MS)
        const window = await measureWindow(world, rooms, running, seconds)
        stop()
        await settle(rooms, running)
        return { 'server µs': window.server, 'server + Postgres µs': window.withPostgres }
      }),
  })),
}
