import { setTimeout as delay } from 'node:timers/promises'
import { openCrew } from '../testing/crew'
import type { Stage } from '../testing/stage'
import { STEADY } from '../testing/typist'
import { openClients } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface PostgresAwayCounts {
  readonly awayMs: number
  readonly typists: number
  /** Within so many ms of its return all is saved and on every screen. */
  readonly drainsWithinMs: number
}

/** Whoever has not typed a word for so long has stopped. */
const LOOK_MS = 1_000

/**
 * Postgres is gone for a while. Everybody keeps typing and is told that it is not saved; nobody is told it is, or sees
 * what is not in the log. When it comes back everything arrives.
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
      const before = new Map(crew.typists.map(typist => [typist, typist.typed.length]))
      const savedFalsely = crew.watch(({ kind }, typist) =>
        kind === 'saved' && typist.typed.length > (before.get(typist) ?? 0)
          ? `"saved" without a database, to ${typist.name}`
          : null,
      )
      crew.start(STEADY)
      await crew.allAre('offline', 10_000)
      figures.toldAfterMs = Math.round(performance.now() - goneAt)
      const toldOtherwise = crew.watch(({ kind }, { name }) =>
        // What was typed just now is on its way to the journal.
        kind === 'offline' || kind === 'saving' ? null : `"${kind}" without a database, to ${name}`,
      )
      const promised = crew.promised().size
      const stopped = new Set<string>()
      do {
        const typed = crew.typists.map(typist => ({ typist, words: typist.typed.length }))
        await delay(LOOK_MS)
        for (const { typist, words } of typed)
          if (typist.typed.length === words) stopped.add(`${typist.name} has stopped typing`)
      } while (performance.now() - goneAt < counts.awayMs)
      const flawsMeanwhile = [...savedFalsely(), ...toldOtherwise(), ...stopped]
      if (crew.promised().size > promised) flawsMeanwhile.push('somebody saw what is not in the log')
      figures.typedMeanwhile = crew.typed - figures.typedBefore
      run.print(`${figures.typedMeanwhile} words typed while it was away`)
      await stage.start(['postgres'])
      const backAt = performance.now()
      crew.rest()
      await crew.meet()
      figures.drainedMs = Math.round(performance.now() - backAt)
      return [
        ...flawsMeanwhile,
        ...(figures.drainedMs > counts.drainsWithinMs ? [`drained only after ${figures.drainedMs} ms`] : []),
        ...(await crew.flaws(() => stage.readLog(documentId))),
      ]
    })
    crew.rest()
    return { figures, flaws }
  } finally {
    await clients.close()
  }
}
