import { itemText, listItems } from '@mufakat/doc-model'
import type * as Y from 'yjs'
import { openBadLine } from '../testing/bad-line'
import { Crew, openCrew } from '../testing/crew'
import { COLLECTING, type Stage } from '../testing/stage'
import { until } from '../testing/until'
import { openClients, type } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface StalledReadersCounts {
  readonly readers: number
  /** What is written while they do not read. */
  readonly pastes: number
  readonly charsPerPaste: number
  /** How much more the process may have in use meanwhile, garbage collected. */
  readonly mayGrowBytes: number
}

const MB = 1_000_000
/** Pastes. */
const LOOK_EVERY = 10

/** Of the first item's text: to look at all of it, of every reader, again and again would take long. */
function lengthOf(doc: Y.Doc | undefined): number {
  const [item] = doc === undefined ? [] : listItems(doc)
  return doc === undefined || item === undefined ? 0 : itemText(doc, item.id).length
}

/** Some stop reading without going away. The process does not keep for them what they do not take; others go on. */
export async function stalledReaders(stage: Stage, counts: StalledReadersCounts, run: Run): Promise<Outcome> {
  await stage.replaceRealtime(COLLECTING)
  const line = await openBadLine(stage.realtimePort)
  const direct = openClients(stage.seeds, stage.url)
  const stalling = openClients(stage.seeds, line.url)
  try {
    const { documentId } = await stage.seeds.rapat()
    const writers = await openCrew(3, run.seed, login => direct.live(login, documentId))
    const readers = await openCrew(counts.readers, run.seed, login => stalling.live(login, documentId))
    const all = new Crew([...writers.typists, ...readers.typists])
    const figures = {
      readers: counts.readers,
      leftOut: 0,
      written: 0,
      grownMB: 0,
      mostResidentMB: 0,
      caughtUpMs: 0,
      typed: 0,
    }
    const flaws = await flawOf(async () => {
      await writers.write(30)
      await all.meet()
      const before = await stage.bytesInUse()
      let most = 0
      line.stall()
      const [first] = writers.typists
      for (let paste = 0; paste < counts.pastes; paste++) {
        if (first) type(first.live.doc, '.'.repeat(counts.charsPerPaste))
        figures.written += counts.charsPerPaste
        await writers.write(3)
        await writers.allAre('saved')
        figures.leftOut = Math.max(figures.leftOut, await stage.gauge('mufakat_readers_behind'))
        if (paste % LOOK_EVERY === 0) most = Math.max(most, (await stage.bytesInUse()) - before)
        const resident = Math.round(stage.realtime.residentBytes() / MB)
        figures.mostResidentMB = Math.max(figures.mostResidentMB, resident)
      }
      figures.grownMB = Math.round(most / MB)
      run.print(
        `${figures.written} characters past ${counts.readers} stalled readers, ${figures.grownMB} MB more`,
      )
      await writers.meet()
      line.heal()
      const healedAt = performance.now()
      await until(
        () => `the stalled ones have caught up, but ${readers.typists.map(({ live }) => lengthOf(live.doc))}`,
        () => readers.typists.every(({ live }) => lengthOf(live.doc) === lengthOf(first?.live.doc)),
        { withinMs: 120_000, everyMs: 100 },
      )
      figures.caughtUpMs = Math.round(performance.now() - healedAt)
      await all.meet()
      figures.typed = writers.typed
      return [
        ...(most > counts.mayGrowBytes ? [`the process has grown by ${figures.grownMB} MB`] : []),
        ...(await writers.flaws(() => stage.readLog(documentId))),
      ]
    })
    writers.rest()
    return { figures, flaws }
  } finally {
    line.heal()
    await stalling.close()
    await direct.close()
    await line.close()
  }
}
