import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Stage } from '../testing/stage'
import { until } from '../testing/until'
import { openClients, type, words } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface ManyDocumentsCounts {
  readonly documents: number
  readonly atOnce: number
  /** Wait until the process has forgotten the last document, a minute after it was left. */
  readonly rests: boolean
  /** What may be in use more than after the first tenth, garbage collected. */
  readonly mayGrowBytes: number
}

const LOGINS = ['sekretariat', 'bupati', 'kepala.perkim', 'staf.perkim'] as const
const MB = 1_000_000

/** Documents are opened, written in and closed, one after the other; the process does not grow with their number. */
export async function manyDocuments(stage: Stage, counts: ManyDocumentsCounts, run: Run): Promise<Outcome> {
  const preload = fileURLToPath(new URL('../testing/collecting.mjs', import.meta.url))
  await stage.replaceRealtime({ nodeArguments: ['--expose-gc', '--import', preload] })
  const clients = openClients(stage.seeds, stage.url)
  const figures = { documents: 0, heapMB: '', residentMB: '', grownMB: 0 }
  const flaws: string[] = []
  const gauge = async (name: string): Promise<number> => {
    const text = await (await fetch(`${stage.url}/metrics`)).text()
    return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  }
  const heap = async (): Promise<number> => {
    stage.realtime.signal('SIGUSR2')
    await delay(300)
    return await gauge('nodejs_heap_size_used_bytes')
  }
  const visit = async (login: string): Promise<void> => {
    const { documentId } = await stage.seeds.rapat()
    const live = await clients.live(login, documentId)
    await live.ready
    type(live.doc, `[a${figures.documents}]`)
    const typed = words(live.doc)
    await until('it is saved', () => live.save.get().kind === 'saved')
    await clients.closeOne(live)
    if (figures.documents++ % 50 === 0 && (await stage.wordsInLog(documentId)) !== typed)
      flaws.push(`${documentId} differs`)
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
    const resident: number[] = []
    flaws.push(
      ...(await flawOf(async () => {
        for (let tenth = 1; tenth <= 10; tenth++) {
          await visitMany(Math.round((counts.documents * tenth) / 10))
          curve.push((await heap()) / MB)
          resident.push(Math.round(stage.realtime.residentBytes() / MB))
          const rooms = await gauge('mufakat_rooms')
          run.print(
            `${figures.documents} documents, ${rooms} in memory, ${curve.at(-1)?.toFixed(1)} MB of heap, ${resident.at(-1)} MB resident`,
          )
        }
        if (counts.rests) {
          const forgotten = async () => (await gauge('mufakat_rooms')) === 0
          await until('all documents are forgotten', forgotten, { withinMs: 150_000, everyMs: 1_000 })
          curve.push((await heap()) / MB)
        }
        return []
      })),
    )
    figures.heapMB = curve.map(value => value.toFixed(1)).join(' ')
    figures.residentMB = resident.join(' ')
    figures.grownMB = Math.round(((curve.at(-1) ?? 0) - (curve[0] ?? 0)) * 10) / 10
    if (figures.grownMB * MB > counts.mayGrowBytes) flaws.push(`${figures.grownMB} MB more are in use`)
    return { figures, flaws }
  } finally {
    await clients.close()
    await stage.replaceRealtime()
  }
}
