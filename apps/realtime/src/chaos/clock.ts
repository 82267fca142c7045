import { fileURLToPath } from 'node:url'
import { openCrew } from '../testing/crew'
import type { Stage } from '../testing/stage'
import { openClients } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface ClockCounts {
  readonly wordsPerJump: number
  /** In ms; within a session's idle time, which ends when its time has come by whatever clock. */
  readonly jumps: readonly number[]
}

/** The server's clock is set forward and back while people type: nobody is thrown out, nothing stops or is lost. */
export async function clock(stage: Stage, counts: ClockCounts, run: Run): Promise<Outcome> {
  const preload = fileURLToPath(new URL('../testing/shifted-clock.mjs', import.meta.url))
  await stage.replaceRealtime({
    nodeArguments: ['--import', preload],
    environment: { CLOCK_JUMPS: counts.jumps.join(',') },
  })
  const clients = openClients(stage.seeds, stage.url)
  try {
    const { documentId } = await stage.seeds.rapat()
    const crew = await openCrew(3, run.seed, login => clients.live(login, documentId))
    let breaks = 0
    const watches = crew.typists.map(({ live }) =>
      live.sessionKey.subscribe(() => {
        if (live.sessionKey.get() === null) breaks += 1
      }),
    )
    const flaws = await flawOf(async () => {
      for (const jump of counts.jumps) {
        await crew.write(counts.wordsPerJump)
        stage.realtime.signal('SIGUSR2')
        await crew.write(counts.wordsPerJump)
        await crew.meet()
        run.print(`jumped by ${jump / 60_000} min, ${crew.typed} words`)
      }
      return [
        ...(breaks > 0 ? [`the line broke ${breaks} times`] : []),
        ...(await crew.flaws(() => stage.wordsInLog(documentId))),
      ]
    })
    for (const stop of watches) stop()
    return { figures: { jumps: counts.jumps.length, typed: crew.typed }, flaws }
  } finally {
    await clients.close()
    await stage.replaceRealtime()
  }
}
