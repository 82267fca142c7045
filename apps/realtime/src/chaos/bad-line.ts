import { type Fate, openBadLine } from '../testing/bad-line'
import { openCrew } from '../testing/crew'
import type { Stage } from '../testing/stage'
import { openClients } from '../testing/world'
import { chanceOf, flawOf, type Outcome, type Run } from './scenario'

export interface BadLineCounts {
  readonly rounds: number
  readonly wordsPerRound: number
  /** Of all frames, how many are dropped, doubled or held back. */
  readonly share: number
}

/**
 * Everybody is behind a line that loses, doubles and swaps websocket frames; in each round it also falls silent
 * once without a word. When it is good again all stand on the same text.
 */
export async function badLine(stage: Stage, counts: BadLineCounts, run: Run): Promise<Outcome> {
  const chance = chanceOf(run.seed)
  let share = 0
  const figures = { frames: 0, hurt: 0, silences: 0, typed: 0 }
  const fate = (): Fate => {
    figures.frames += 1
    if (chance.next() >= share) return 'pass'
    figures.hurt += 1
    return chance.pick(['drop', 'double', 'hold'] as const)
  }
  const line = await openBadLine(stage.realtimePort, fate)
  const clients = openClients(stage.seeds, line.url)
  try {
    const { documentId } = await stage.seeds.rapat()
    const crew = await openCrew(4, run.seed, login => clients.live(login, documentId))
    const flaws: string[] = []
    for (let round = 0; round < counts.rounds && flaws.length === 0; round++) {
      flaws.push(
        ...(await flawOf(async () => {
          share = counts.share
          await crew.write(counts.wordsPerRound)
          line.freeze()
          figures.silences += 1
          await crew.write(20)
          line.heal()
          await crew.write(counts.wordsPerRound)
          share = 0
          // The last frame to somebody may be lost: what comes after it tells them.
          await crew.allAre('saved', 60_000)
          await crew.write(8)
          await crew.meet()
          return await crew.flaws(() => stage.readLog(documentId))
        })),
      )
      figures.typed = crew.typed
      run.print(
        `round ${round + 1}: ${figures.typed} words, ${figures.hurt} of ${figures.frames} frames hurt`,
      )
    }
    crew.rest()
    return { figures, flaws }
  } finally {
    await clients.close()
    await line.close()
  }
}
