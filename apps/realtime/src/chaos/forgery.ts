import { setTimeout as delay } from 'node:timers/promises'
import { defined } from '@mufakat/kernel'
import { decodeCarets, encodeParts, type Joined, type Part } from '@mufakat/protocol'
import { openCrew } from '../testing/crew'
import { arrival, FRESH, typing } from '../testing/raw'
import type { Stage } from '../testing/stage'
import { until } from '../testing/until'
import { connected, openClients, type RawSocket } from '../testing/world'
import { type Chance, chanceOf, flawOf, type Outcome, type Run } from './scenario'

export interface ForgeryCounts {
  /** Of each kind: edits, leases to be taken up, carets. */
  readonly forged: number
  readonly sockets: number
}

type Arrived = Awaited<ReturnType<typeof arrival>>

const FORGERS = ['kepala.perkim', 'staf.perkim', 'wabup'] as const
const FORGED = 'palsu'
/** Parts of one push. */
const BATCH = 500
/** `join` names at most so many leases beside its own. */
const ADOPTED = 63
/** Said by the server alone. */
const WORDS_OF_THE_SERVER: Readonly<Record<string, object>> = {
  tail: { rows: new Uint8Array() },
  carets: { carets: new Uint8Array() },
  logged: { clientId: 1, frame: 1 },
  refused: { clientId: 1, frame: 1, code: 'forbidden' },
  resync: { code: 'conflict' },
  access: { access: 'read', code: null },
  arrived: { who: {} },
  left: { sessionKey: 'x' },
}

/**
 * People who may write claim to be others while those write: by the lease they write under, by leases they ask for, by
 * what their caret and their messages say. Nothing of it is taken, and those whose names were used notice nothing.
 */
export async function forgery(stage: Stage, counts: ForgeryCounts, run: Run): Promise<Outcome> {
  const clients = openClients(stage.seeds, stage.url)
  const chance = chanceOf(run.seed)
  const figures = { edits: 0, leases: 0, ownLeases: 0, carets: 0, words: 0, typed: 0 }
  try {
    const [{ documentId }, elsewhere] = [await stage.seeds.rapat(), await stage.seeds.rapat()]
    const crew = await openCrew(2, run.seed, login => clients.live(login, documentId))
    const victims = crew.typists.map(({ live }) => live.doc.clientID)
    const witness = await arrival(clients, 'sekretariat', documentId)
    const forgers: Arrived[] = []
    for (let index = 0; index < counts.sockets; index++)
      forgers.push(await arrival(clients, FORGERS[index % FORGERS.length] ?? 'wabup', documentId))
    const other = await arrival(clients, 'kepala.perkim', elsewhere.documentId)
    const leases = [...victims, witness.lease, other.lease]
    const presence = watchPresence(witness.socket)
    const flaws = await flawOf(async () => {
      const [first] = forgers
      crew.start()
      const codes = await forgeEdits(defined(first, 'forger'), documentId, leases, counts.forged, chance)
      figures.edits = codes['lease-ended'] ?? 0
      run.print(`edits: ${JSON.stringify(codes)}`)
      const got = await askForLeases(forgers, documentId, leases, counts.forged, chance)
      figures.leases = got.asked
      run.print(`leases: ${got.asked} asked for, ${got.granted} granted`)
      figures.ownLeases = await writeAsOthers(forgers, documentId, leases)
      figures.carets = await forgeCarets(forgers, [documentId, elsewhere.documentId], counts.forged)
      figures.words = await speakAsServer(clients, documentId)
      crew.rest()
      await crew.meet()
      figures.typed = crew.typed
      const own = new Set(forgers.map(({ answer }) => answer.sessionKey))
      const strangers = [...presence.moved].filter(key => !own.has(key))
      const log = await stage.readLog(documentId)
      return [
        ...(figures.edits === counts.forged ? [] : [`of ${counts.forged} edits ${JSON.stringify(codes)}`]),
        ...(got.granted > 0 ? [`${got.granted} leases of others were granted`] : []),
        ...(figures.ownLeases === forgers.length
          ? []
          : [`${figures.ownLeases} refused of ${forgers.length}`]),
        ...(presence.moved.size === 0 ? ['no caret was seen at all'] : []),
        ...(strangers.length > 0 ? [`carets of ${strangers.length} who moved nothing`] : []),
        ...(presence.left.some(key => !own.has(key)) ? ['somebody was said to have left'] : []),
        ...(figures.words === Object.keys(WORDS_OF_THE_SERVER).length
          ? []
          : ['words of the server were taken from a client']),
        ...(crew.typists.some(({ live }, at) => live.doc.clientID !== victims[at])
          ? ['a lease was lost']
          : []),
        ...(log.text.includes(FORGED) ? ['a forged edit is in the log'] : []),
        ...(await crew.flaws(async () => log)),
      ]
    })
    crew.rest()
    return { figures, flaws }
  } finally {
    await clients.close()
  }
}

function watchPresence(socket: RawSocket): { moved: ReadonlySet<string>; left: readonly string[] } {
  const moved = new Set<string>()
  const left: string[] = []
  socket.on('carets', ({ carets }) => {
    for (const { sessionKey } of decodeCarets(carets)) moved.add(sessionKey)
  })
  socket.on('left', ({ sessionKey }) => left.push(sessionKey))
  return { moved, left }
}

const anyLease = (chance: Chance): number => 1 + chance.below(0xffff_fff0)

/** Under leases of others, of another document and none at all. @returns how many were refused, by code */
async function forgeEdits(
  { socket, answer }: Arrived,
  documentId: string,
  leases: readonly number[],
  count: number,
  chance: Chance,
): Promise<Record<string, number>> {
  const codes: Record<string, number> = {}
  let refused = 0
  socket.on('refused', ({ code }) => {
    codes[code] = (codes[code] ?? 0) + 1
    refused += 1
  })
  const made = new Map(leases.map(lease => [lease, typing(answer, lease, FORGED)]))
  const forge = (): Part => {
    const lease = chance.next() < 0.75 ? chance.pick(leases) : anyLease(chance)
    const bytes = made.get(lease) ?? new Uint8Array([0, 0])
    return { lease, frame: 1 + chance.below(3), base: chance.below(3), bytes }
  }
  for (let sent = 0; sent < count; sent += BATCH) {
    socket.emit('push', { documentId, parts: encodeParts(Array.from({ length: BATCH }, forge)) })
    await until(
      () => `${sent + BATCH} are refused, not ${refused}`,
      () => refused >= sent + BATCH,
      { everyMs: 1 },
    )
  }
  socket.removeAllListeners('refused')
  return codes
}

/** As if they were one's own, in the answer to `join`. */
async function askForLeases(
  forgers: readonly Arrived[],
  documentId: string,
  leases: readonly number[],
  count: number,
  chance: Chance,
): Promise<{ asked: number; granted: number }> {
  let asked = 0
  let granted = 0
  const ask = async (forger: Arrived): Promise<void> => {
    while (asked < count) {
      const lease = chance.pick(leases)
      const adopt = [...leases, ...Array.from({ length: ADOPTED - leases.length }, () => anyLease(chance))]
      asked += adopt.length + 1
      for (let tries = 0; ; tries++) {
        const told = await forger.socket.emitWithAck('join', { documentId, ...FRESH, lease, adopt })
        if (told.ok) {
          granted += told.value.leases.filter(
            ({ clientId }) => clientId === lease || adopt.includes(clientId),
          ).length
          forger.answer = told.value satisfies Joined
          forger.lease = defined(told.value.lease, 'lease')
          break
        }
        if (told.code !== 'rate-limited' || tries > 200) throw new Error(told.code)
        await delay(100)
      }
    }
  }
  await Promise.all(forgers.map(ask))
  return { asked, granted }
}

/** Under one's own lease, with structs of somebody else's. @returns how many were refused for good */
async function writeAsOthers(
  forgers: readonly Arrived[],
  documentId: string,
  leases: readonly number[],
): Promise<number> {
  let refused = 0
  for (const [index, { socket, answer, lease }] of forgers.entries()) {
    socket.on('refused', ({ code, clientId }) => {
      if (code === 'refused-edit' && clientId === lease) refused += 1
    })
    const bytes = typing(answer, leases[index % leases.length] ?? 1, FORGED)
    socket.emit('push', { documentId, parts: encodeParts([{ lease, frame: 1, base: 0, bytes }]) })
  }
  await until('all are refused', () => refused >= forgers.length)
  return refused
}

/** Carets that say to be somebody else's, also in a document where one is not. @returns how many were sent */
async function forgeCarets(
  forgers: readonly Arrived[],
  documentIds: readonly string[],
  count: number,
): Promise<number> {
  const [victim] = forgers[0]?.answer.present ?? []
  const caret = new TextEncoder().encode(JSON.stringify(victim ?? {}))
  let sent = 0
  while (sent < count) {
    for (const { socket } of forgers) {
      const documentId = documentIds[sent % 10 === 0 ? 1 : 0] ?? ''
      // Beside the caret the ordinary way of writing it would carry all this.
      socket.emit('caret', Object.assign({ documentId, caret }, victim))
      sent += 1
    }
    // A connection is heard 60 times a second; what comes more often is not even looked at.
    await delay(18)
  }
  await Promise.all(forgers.map(({ socket }) => socket.emitWithAck('beat', {})))
  return sent
}

/** What only the server says. @returns how many were sent away for it */
async function speakAsServer(
  clients: { socket(login: string): Promise<RawSocket> },
  documentId: string,
): Promise<number> {
  let sentAway = 0
  for (const [event, more] of Object.entries(WORDS_OF_THE_SERVER)) {
    const socket = await clients.socket('wabup')
    await connected(socket)
    socket.on('goodbye', ({ code }) => {
      if (code === 'invalid-input') sentAway += 1
    })
    const say = socket.emit as (event: string, payload: object) => void
    say.call(socket, event, { documentId, ...more })
    await until(`${event} is noticed`, () => !socket.connected)
  }
  return sentAway
}
