import { fileURLToPath } from 'node:url'
import { openCrew } from '../testing/crew'
import { jump } from '../testing/shifted-clock.mjs'
import type { Stage } from '../testing/stage'
import { openClients } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface ClockCounts {
  readonly wordsPerJump: number
  /** In ms; within a session's idle time, which ends when its time has come by whatever clock. */
  readonly jumps: readonly number[]
}

/**
 * The server's clock is set forward and back while people type: nobody is thrown out, nothing stops or is lost. Then
 * the clocks of their own machines are. (A line on which nothing was heard "for an hour" is left for a new one.)
 */
export async function clock(stage: Stage, counts: ClockCounts, run: Run): Promise<Outcome> {
  const preload = fileURLToPath(new URL('../testing/shifted-clock.mjs', import.meta.url))
  await stage.replaceRealtime({
    nodeArguments: ['--import', preload],
    environment: { CLOCK_JUMPS: counts.jumps.join(',') },
  })
  const clients = openClients(stage.seeds, stage.url)
  let shifted = 0
  try {
    const { documentId } = await stage.seeds.rapat()
    const crew = await openCrew(3, run.seed, login => clients.live(login, documentId))
    const figures = { jumps: 0, typed: 0, newLines: 0 }
    let breaks = 0
    const watches = crew.typists.map(({ live }) =>
      live.sessionKey.subscribe(() => {
        if (live.sessionKey.get() === null) breaks += 1
      }),
    )
    const across = async (whose: string, ms: number, set: () => void) => {
      await crew.write(counts.wordsPerJump)
      crew.start()
      set()
      await crew.write(counts.wordsPerJump)
      await crew.meet()
      figures.jumps += 1
      run.print(`${whose} jumped by ${ms / 60_000} min, ${crew.typed} words`)
    }
    const flaws = await flawOf(async () => {
      for (const ms of counts.jumps) await across('the server', ms, () => stage.realtime.signal('SIGUSR2'))
      const broken = breaks > 0 ? [`the line broke ${breaks} times`] : []
      for (const ms of counts.jumps)
        await across('everybody else', ms, () => {
          jump(ms)
          shifted += ms
        })
      figures.newLines = breaks
      return [...broken, ...(await crew.flaws(() => stage.readLog(documentId)))]
    })
    for (const stop of watches) stop()
    crew.rest()
    figures.typed = crew.typed
    return { figures, flaws }
  } finally {
    jump(-shifted)
    await clients.close()
    await stage.replaceRealtime()
  }
}
