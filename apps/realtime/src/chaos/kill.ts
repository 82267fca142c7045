import { type Crew, openCrew } from '../testing/crew'
import type { Part, Stage } from '../testing/stage'
import { until } from '../testing/until'
import { openClients } from '../testing/world'
import { type Chance, chanceOf, flawOf, type Outcome, type Run } from './scenario'

export interface KillCounts {
  readonly kills: number
  /** Words that are typed before each kill, at least. */
  readonly wordsPerKill: number
  readonly typists: number
  /** After so many kills the people go on in another document. */
  readonly killsPerDocument: number
}

const TARGETS: readonly (readonly Part[])[] = [
  ['realtime'],
  ['postgres'],
  ['portal'],
  ['realtime', 'postgres'],
  ['realtime', 'portal'],
  ['postgres', 'portal'],
  ['realtime', 'postgres', 'portal'],
]

/**
 * `kill -9` on realtime, portal and Postgres, alone and together, in the middle of typing through the portal. What
 * anybody was told is saved, or saw on another screen, is in the log; afterwards every word stands once.
 */
export async function kill(stage: Stage, counts: KillCounts, run: Run): Promise<Outcome> {
  const chance = chanceOf(run.seed)
  const flaws: string[] = []
  const sum = { kills: 0, typed: 0, promised: 0, documents: 0 }
  await stage.start(['portal'])
  try {
    while (sum.kills < counts.kills && flaws.length === 0) {
      const { documentId } = await stage.seeds.rapat()
      const clients = openClients(stage.seeds, stage.portalUrl)
      const crew = await openCrew(counts.typists, run.seed + sum.documents, login =>
        clients.live(login, documentId),
      )
      const rounds = Math.min(counts.killsPerDocument, counts.kills - sum.kills)
      let promised = new Set<string>()
      for (let round = 0; round < rounds && flaws.length === 0; round++) {
        // Every target comes once before one comes twice.
        const target = TARGETS[sum.kills % TARGETS.length] ?? ['realtime']
        const goal = crew.typed + counts.wordsPerKill + chance.below(counts.wordsPerKill)
        flaws.push(...(await flawOf(() => killOnce(stage, crew, documentId, target, goal, chance))))
        promised = crew.promised()
        sum.kills += 1
      }
      sum.documents += 1
      sum.typed += crew.typed
      sum.promised += promised.size
      run.print(
        `${sum.kills} kills, ${sum.typed} words typed, ${sum.promised} saved or seen, ${flaws.length} flaws`,
      )
      await clients.close()
    }
  } finally {
    await stage.kill(['portal'])
  }
  return { figures: sum, flaws }
}

async function killOnce(
  stage: Stage,
  crew: Crew,
  documentId: string,
  target: readonly Part[],
  goal: number,
  chance: Chance,
): Promise<string[]> {
  const isSilent = target.includes('realtime') || target.includes('portal')
  crew.start()
  await until(`${goal} words are typed`, () => crew.typed >= goal, { withinMs: 120_000, everyMs: 1 })
  await stage.kill(target)
  if (isSilent) await crew.allAre('offline', 5_000)
  const promised = crew.promised()
  if (target.includes('postgres')) await stage.start(['postgres'])
  let kept = new Set<string>()
  await until('the log can be read', async () => {
    kept = new Set((await stage.readLog(documentId)).committedAt.keys())
    return true
  })
  const broken = [...promised].filter(word => !kept.has(word))
  const flaws = broken.length > 0 ? [`${broken.length} lost by a kill of ${target.join(' and ')}`] : []
  await stage.start(target.filter(part => part !== 'postgres'))
  // Now and then they rest only when everything has come back.
  if (chance.next() < 0.5) await crew.write(20)
  crew.rest()
  await crew.meet()
  return [...flaws, ...(await crew.flaws(() => stage.readLog(documentId)))]
}
