import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type Dead, openBadLine } from '../testing/bad-line'
import { Crew, openCrew } from '../testing/crew'
import { joined } from '../testing/raw'
import type { Stage } from '../testing/stage'
import { STEADY } from '../testing/typist'
import { until } from '../testing/until'
import { connected, openClients } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface HalfOpenCounts {
  readonly rounds: number
  readonly wordsPerRound: number
  /** Connections of people who do nothing, and as many that never got as far as saying who they are. */
  readonly idle: number
  /** Wait until the server has noticed, at the end of each round. */
  readonly waits: boolean
}

/** Late: what was sent into the dead line arrives, after its author has come back over another. */
const WAYS: readonly { readonly dead: Dead; readonly isLate: boolean }[] = [
  { dead: 'both', isLate: false },
  { dead: 'both', isLate: true },
  { dead: 'up', isLate: true },
  { dead: 'down', isLate: false },
]
/** A silent death is noticed within so long. */
const NOTICED_MS = 35_000
const LOGINS = ['sekretariat', 'bupati', 'kepala.perkim', 'staf.perkim'] as const

/**
 * Lines die without a word: one end, or both, go on believing in them. Their people are told in time, come back over
 * a new line while the old one still stands at the server, and what the old one had swallowed arrives late. Others
 * go on; the server lets go of what is dead.
 */
export async function halfOpen(stage: Stage, counts: HalfOpenCounts, run: Run): Promise<Outcome> {
  const line = await openBadLine(stage.realtimePort)
  const clients = openClients(stage.seeds, line.url)
  const direct = openClients(stage.seeds, stage.url)
  const figures = { rounds: 0, halfOpen: 0, typed: 0, slowestToldMs: 0, slowestNoticedMs: 0 }
  try {
    const { documentId } = await stage.seeds.rapat()
    const behind = await openCrew(4, run.seed, login => clients.live(login, documentId))
    const others = await openCrew(2, run.seed + 1, login => direct.live(login, documentId), 4)
    const all = new Crew([...behind.typists, ...others.typists])
    const [witness] = others.typists
    const flaws = await flawOf(async () => {
      const flaws: string[] = []
      for (let round = 0; round < counts.rounds && flaws.length === 0; round++) {
        const { dead, isLate } = WAYS[round % WAYS.length] ?? { dead: 'both', isLate: false }
        await all.write(counts.wordsPerRound)
        await all.meet()
        const there = new Set(witness?.live.presence.get().map(({ sessionKey }) => sessionKey))
        line.freeze(dead)
        const deadAt = performance.now()
        figures.halfOpen += behind.typists.length
        all.start(STEADY)
        await behind.wereAll('offline', 10_000)
        figures.slowestToldMs = Math.max(figures.slowestToldMs, Math.round(performance.now() - deadAt))
        await behind.wereAll('saved')
        if (isLate) line.deliver()
        await all.write(counts.wordsPerRound)
        await all.meet()
        const own = new Set(all.typists.map(({ live }) => live.sessionKey.get()))
        const ghosts = () =>
          witness?.live.presence
            .get()
            .filter(({ sessionKey }) => there.has(sessionKey) && !own.has(sessionKey)).length
        if (counts.waits) {
          await until(
            () => `the dead are gone, but ${ghosts()}`,
            () => ghosts() === 0,
            {
              withinMs: Math.max(0, deadAt + NOTICED_MS - performance.now()),
            },
          )
          figures.slowestNoticedMs = Math.max(figures.slowestNoticedMs, performance.now() - deadAt)
        }
        line.heal()
        await all.meet()
        flaws.push(...(await all.flaws(() => stage.readLog(documentId))))
        figures.rounds += 1
        figures.typed = all.typed
        run.print(`round ${figures.rounds} (dead: ${dead}${isLate ? ', late' : ''}): ${figures.typed} words`)
      }
      if (counts.idle > 0) flaws.push(...(await idle(stage, documentId, counts.idle)))
      figures.halfOpen += 2 * counts.idle
      await all.write(10)
      await all.meet()
      return flaws
    })
    all.rest()
    figures.slowestNoticedMs = Math.round(figures.slowestNoticedMs)
    return { figures, flaws }
  } finally {
    await clients.close()
    await direct.close()
    await line.close()
  }
}

/** Many who only listen fall silent, and many never say who they are: none of them is kept. */
async function idle(stage: Stage, documentId: string, count: number): Promise<readonly string[]> {
  const line = await openBadLine(stage.realtimePort)
  const clients = openClients(stage.seeds, line.url)
  const mute: Socket[] = []
  try {
    const before = await stage.gauge('mufakat_sockets')
    for (let opened = 0; opened < count; opened++) {
      const socket = await clients.socket(LOGINS[opened % LOGINS.length] ?? 'bupati')
      await connected(socket)
      await joined(socket, documentId)
      const silent = connect(stage.realtimePort, '127.0.0.1')
      mute.push(silent)
      await once(silent, 'connect')
      // The first half of a request, or a websocket on which nothing is said.
      const head = 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: mufakat.test\r\n'
      const upgrade = `Origin: http://mufakat.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n`
      silent.write(opened % 2 === 0 ? head : head + upgrade)
      silent.resume()
      silent.on('error', () => undefined)
    }
    const closed = Promise.all(mute.map(socket => (socket.destroyed ? null : once(socket, 'close'))))
    let allClosed = false
    void closed.then(() => {
      allClosed = true
    })
    line.freeze()
    return await flawOf(async () => {
      const kept = async () => (await stage.gauge('mufakat_sockets')) - before
      await until(`${count} silent ones are let go`, async () => (await kept()) === 0, {
        withinMs: NOTICED_MS,
        everyMs: 500,
      })
      await until('those who said nothing are let go', () => allClosed, { withinMs: NOTICED_MS })
      return []
    })
  } finally {
    for (const socket of mute) socket.destroy()
    await clients.close()
    await line.close()
  }
}
