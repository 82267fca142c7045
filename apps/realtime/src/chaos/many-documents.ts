import { COLLECTING, type Stage } from '../testing/stage'
import { until } from '../testing/until'
import { openClients, type, words } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface ManyDocumentsCounts {
  readonly documents: number
  readonly atOnce: number
  /** Wait until the process has forgotten the last document, a minute after it was left. */
  readonly rests: boolean
  /** What may be in use more than after the first few, garbage collected. */
  readonly mayGrowBytes: number
}

const LOGINS = ['sekretariat', 'bupati', 'kepala.perkim', 'staf.perkim'] as const
const MB = 1_000_000
/** So many warm the process up. */
const FIRST = 20

/** Documents are opened, written in and closed, one after the other; the process does not grow with their number. */
export async function manyDocuments(stage: Stage, counts: ManyDocumentsCounts, run: Run): Promise<Outcome> {
  await stage.replaceRealtime(COLLECTING)
  const clients = openClients(stage.seeds, stage.url)
  const figures = { documents: 0, inUseMB: '', mostResidentMB: 0, grownMB: 0 }
  const flaws: string[] = []
  const visit = async (login: string): Promise<void> => {
    const { documentId } = await stage.seeds.rapat()
    const live = await clients.live(login, documentId)
    await live.ready
    type(live.doc, `[a${figures.documents}]`)
    const typed = words(live.doc)
    await until('it is saved', () => live.save.get().kind === 'saved')
    await clients.closeOne(live)
    figures.documents += 1
    if ((await stage.readLog(documentId)).text !== typed) flaws.push(`${documentId} differs`)
  }
  const visitMany = async (upTo: number): Promise<void> => {
    let next = figures.documents
    const visitor = async (login: string) => {
      while (next++ < upTo) await visit(login)
    }
    await Promise.all(LOGINS.slice(0, counts.atOnce).map(visitor))
  }
  try {
    const curve: number[] = []
    flaws.push(
      ...(await flawOf(async () => {
        await visitMany(FIRST)
        curve.push((await stage.bytesInUse()) / MB)
        for (let tenth = 1; tenth <= 10; tenth++) {
          await visitMany(Math.round((counts.documents * tenth) / 10))
          curve.push((await stage.bytesInUse()) / MB)
          const resident = Math.round(stage.realtime.residentBytes() / MB)
          figures.mostResidentMB = Math.max(figures.mostResidentMB, resident)
          const rooms = await stage.gauge('mufakat_rooms')
          run.print(
            `${figures.documents} documents, ${rooms} in memory, ${curve.at(-1)?.toFixed(1)} MB in use, ${resident} MB resident`,
          )
        }
        if (counts.rests) {
          const forgotten = async () => (await stage.gauge('mufakat_rooms')) === 0
          await until('all documents are forgotten', forgotten, { withinMs: 150_000, everyMs: 1_000 })
          curve.push((await stage.bytesInUse()) / MB)
        }
        return []
      })),
    )
    figures.inUseMB = curve.map(value => value.toFixed(1)).join(' ')
    figures.grownMB = Math.round(((curve.at(-1) ?? 0) - (curve[0] ?? 0)) * 10) / 10
    if (figures.grownMB * MB > counts.mayGrowBytes) flaws.push(`${figures.grownMB} MB more are in use`)
    return { figures, flaws }
  } finally {
    await clients.close()
    await stage.replaceRealtime()
  }
}
