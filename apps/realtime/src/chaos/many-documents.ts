import type { Stage } from '../testing/stage'
import { until } from '../testing/until'
import { openClients, type, words } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface ManyDocumentsCounts {
  readonly documents: number
  readonly atOnce: number
  /** From the first fifth on; rooms are kept for a minute after the last has left. */
  readonly mayGrowBytes: number
}

const LOGINS = ['sekretariat', 'bupati', 'kepala.perkim', 'staf.perkim'] as const
const MB = 1_000_000

/** Documents are opened, written in and closed, one after the other; the process does not grow with their number. */
export async function manyDocuments(stage: Stage, counts: ManyDocumentsCounts, run: Run): Promise<Outcome> {
  const clients = openClients(stage.seeds, stage.url)
  const curve: number[] = []
  await stage.replaceRealtime()
  try {
    const flaws = await flawOf(async () => {
      const wrong: string[] = []
      let opened = 0
      const visit = async (login: string) => {
        const { documentId } = await stage.seeds.rapat()
        const live = await clients.live(login, documentId)
        await live.ready
        type(live.doc, `[a${opened}]`)
        const typed = words(live.doc)
        await until('it is saved', () => live.save.get().kind === 'saved')
        await clients.closeOne(live)
        if (opened % 50 === 0 && (await stage.wordsInLog(documentId)) !== typed)
          wrong.push(`${documentId} differs`)
        if (++opened % Math.ceil(counts.documents / 20) !== 0) return
        curve.push(Math.round(stage.realtime.residentBytes() / MB))
        run.print(`${opened} documents, ${curve.at(-1)} MB`)
      }
      const visitors = Array.from({ length: counts.atOnce }, async (_, index) => {
        while (opened + counts.atOnce <= counts.documents + index)
          await visit(LOGINS[index % LOGINS.length] as string)
      })
      await Promise.all(visitors)
      const warm = curve[Math.floor(curve.length / 5)] ?? 0
      const grown = Math.max(...curve.slice(Math.floor(curve.length / 5))) - warm
      if (grown * MB > counts.mayGrowBytes) wrong.push(`the process has grown by ${grown} MB`)
      return wrong
    })
    return { figures: { documents: counts.documents, residentMB: curve.join(' ') }, flaws }
  } finally {
    await clients.close()
  }
}
