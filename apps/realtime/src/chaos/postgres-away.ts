import { setTimeout as delay } from 'node:timers/promises'
import { openCrew } from '../testing/crew'
import type { Stage } from '../testing/stage'
import { until } from '../testing/until'
import { openClients } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface PostgresAwayCounts {
  readonly awayMs: number
  readonly typists: number
}

/**
 * Postgres is gone for a while. Everybody keeps typing and is told that it is not saved; nobody is told it is. When
 * it comes back everything arrives.
 */
export async function postgresAway(stage: Stage, counts: PostgresAwayCounts, run: Run): Promise<Outcome> {
  const clients = openClients(stage.seeds, stage.url)
  try {
    const { documentId } = await stage.seeds.rapat()
    const crew = await openCrew(counts.typists, run.seed, login => clients.live(login, documentId))
    const figures = { awayMs: counts.awayMs, typedBefore: 0, typedMeanwhile: 0, toldAfterMs: 0, drainedMs: 0 }
    const flaws = await flawOf(async () => {
      await crew.write(100)
      await crew.meet()
      figures.typedBefore = crew.typed
      await stage.kill(['postgres'])
      const goneAt = performance.now()
      let falselySaved = 0
      const stopWatching = crew.typists.map(({ live, typed }) => {
        const before = typed.length
        return live.save.subscribe(() => {
          if (live.save.get().kind === 'saved' && typed.length > before) falselySaved += 1
        })
      })
      crew.start()
      await until(
        'everybody is told',
        () => crew.typists.every(({ live }) => live.save.get().kind === 'offline'),
        {
          withinMs: 10_000,
        },
      )
      figures.toldAfterMs = Math.round(performance.now() - goneAt)
      await delay(Math.max(0, goneAt + counts.awayMs - performance.now()))
      for (const stop of stopWatching) stop()
      figures.typedMeanwhile = crew.typed - figures.typedBefore
      await stage.start(['postgres'])
      const backAt = performance.now()
      crew.rest()
      await crew.meet()
      figures.drainedMs = Math.round(performance.now() - backAt)
      return [
        ...(falselySaved > 0 ? [`${falselySaved} times "saved" without a database`] : []),
        ...(crew.typists.some(({ typed }) => typed.length === 0) ? ['somebody could not type'] : []),
        ...(await crew.flaws(() => stage.wordsInLog(documentId))),
      ]
    })
    crew.rest()
    return { figures, flaws }
  } finally {
    await clients.close()
  }
}
