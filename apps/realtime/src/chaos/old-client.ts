import { NOTULA_VERSION } from '@mufakat/doc-model'
import { MemoryJournal, openLiveDocument } from '@mufakat/live'
import { PROTOCOL_VERSION } from '@mufakat/protocol'
import { openBadLine } from '../testing/bad-line'
import { openCrew } from '../testing/crew'
import { appendVersion } from '../testing/newer-version'
import type { Stage } from '../testing/stage'
import { STEADY, Typist, typedIn, wordsIn } from '../testing/typist'
import { until } from '../testing/until'
import { ORIGIN, openClients, words } from '../testing/world'
import { flawOf, type Outcome, type Run } from './scenario'

export interface OldClientCounts {
  readonly words: number
}

/** A page that has become old loses nothing: neither when the server is newer, nor when the document is. */
export async function oldClient(stage: Stage, counts: OldClientCounts, run: Run): Promise<Outcome> {
  const server = await newerServer(stage, counts, run)
  const document = await newerDocument(stage, counts, run)
  return {
    figures: { ...server.figures, ...document.figures },
    flaws: [...server.flaws, ...document.flaws],
  }
}

/**
 * The server is replaced by a newer one while somebody's page is open. The old page is told and keeps what it could
 * not send; a reload sends it. The others notice nothing.
 */
async function newerServer(stage: Stage, counts: OldClientCounts, run: Run): Promise<Outcome> {
  const clients = openClients(stage.seeds, stage.url)
  try {
    const { documentId } = await stage.seeds.rapat()
    const crew = await openCrew(3, run.seed, login => clients.live(login, documentId))
    const { cookie, personId } = await stage.seeds.signedIn('staf.perkim')
    const journal = new MemoryJournal()
    let version = PROTOCOL_VERSION
    const old = openLiveDocument({
      url: stage.url,
      documentId,
      personId,
      journal,
      socket: {
        transports: ['websocket'],
        extraHeaders: { origin: ORIGIN, cookie },
        auth: (show: (data: object) => void) => show({ version }),
      },
    })
    await old.ready
    const typist = new Typist('o', old, () => 0.5)
    const flaws = await flawOf(async () => {
      crew.start()
      typist.start()
      await until('the old page has typed', () => typist.typed.length >= counts.words)
      await stage.kill(['realtime'])
      await until('the old page is offline', () => old.save.get().kind === 'offline')
      const offlineFrom = typist.typed.length
      await until('the old page types on', () => typist.typed.length >= offlineFrom + 10)
      version = PROTOCOL_VERSION - 1
      await stage.start(['realtime'])
      await until('the old page is told', () => old.save.get().kind === 'failed')
      typist.rest()
      const told = old.save.get()
      await crew.write(counts.words)
      await crew.allAre('saved')
      await old.close()
      // The page is loaded again, as the newer build.
      const again = await clients.live('staf.perkim', documentId, journal)
      await again.ready
      await until('what the old page had is sent', () => again.save.get().kind === 'saved')
      await crew.meet()
      const text = words(again.doc)
      const kept = new Set(wordsIn(text))
      const lost = [...typist.typed, ...crew.typists.flatMap(({ typed }) => typed)].filter(
        word => !kept.has(word),
      )
      return [
        ...(told.kind === 'failed' && told.code === 'old-client' && told.unsent > 0
          ? []
          : ['it was not told']),
        ...(lost.length > 0 ? [`${lost.length} lost`] : []),
        ...(wordsIn(text).length > kept.size ? ['doubled'] : []),
        ...(text === (await stage.readLog(documentId)).text ? [] : ['the log reads differently']),
      ]
    })
    typist.rest()
    crew.rest()
    return { figures: { old: typist.typed.length, others: crew.typed }, flaws }
  } finally {
    await clients.close()
  }
}

/**
 * The document is raised to a newer version while somebody's old page is cut off and typed in. The page is told, writes
 * nothing into what it does not understand, and keeps what it could not send.
 */
async function newerDocument(stage: Stage, counts: OldClientCounts, run: Run): Promise<Outcome> {
  const line = await openBadLine(stage.realtimePort)
  const clients = openClients(stage.seeds, line.url)
  const journal = new MemoryJournal()
  try {
    const { documentId } = await stage.seeds.rapat()
    const { personId } = await stage.seeds.signedIn('staf.perkim')
    const crew = await openCrew(1, run.seed, () => clients.live('staf.perkim', documentId, journal))
    const [typist] = crew.typists
    const flaws = await flawOf(async () => {
      await crew.write(counts.words)
      await crew.meet()
      const before = crew.typed
      line.freeze()
      line.refuse(true)
      crew.start(STEADY)
      await crew.allAre('offline')
      await crew.write(counts.words)
      await appendVersion(stage.sql, documentId, NOTULA_VERSION + 1)
      line.heal()
      line.refuse(false)
      const state = () => typist?.live.save.get()
      await until('the old page is told', () => state()?.kind === 'failed')
      const told = state()
      await clients.close()
      const { committedAt, text } = await stage.readLog(documentId)
      const kept = (await journal.list(personId, documentId)).flatMap(({ bytes }) => typedIn(bytes))
      const there = new Set([...committedAt.keys(), ...kept])
      const lost = typist?.typed.filter(word => !there.has(word)) ?? []
      return [
        ...(told?.kind === 'failed' && told.code === 'old-client' ? [] : ['it was not told']),
        ...(lost.length > 0
          ? [`${lost.length} neither in the log nor kept: ${lost.slice(0, 5).join(' ')}`]
          : []),
        ...(wordsIn(text).length !== before ? ['the old page wrote into the newer document'] : []),
      ]
    })
    crew.rest()
    return { figures: { cutOff: crew.typed }, flaws }
  } finally {
    await clients.close()
    await line.close()
  }
}
