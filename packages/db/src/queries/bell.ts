import { setTimeout as delay } from 'node:timers/promises'
import postgres, { type Sql } from 'postgres'
import { textArray } from './array'

/**
 * What was rung. The bell only says that something is worth asking about; who hears it asks the database, and who
 * cannot hear it asks anyway, every few seconds.
 */
export type Ring =
  /** What these may do may have changed. Rung by triggers (migration 0002), so that no use-case can forget it. */
  | { readonly about: 'session' | 'person' | 'document'; readonly id: string }
  /** This person was told of something, or has read it. Rung by a trigger. */
  | { readonly about: 'notice'; readonly id: string }
  /** The document's log is not what it was: a service has written to it or replaced it. */
  | { readonly about: 'log'; readonly documentId: string }
  /** Something beside the document's text has changed. Rung by triggers. */
  | { readonly about: 'noted'; readonly documentId: string }
  /** A card of the board has changed. Rung by a trigger. */
  | { readonly about: 'board' }
  /** A node has appended up to `seq`. */
  | { readonly about: 'grown'; readonly documentId: string; readonly nodeId: string; readonly seq: number }
  /** A node has opened the document and wants to hear of what others append. */
  | { readonly about: 'opened'; readonly documentId: string; readonly nodeId: string }

const ACCESS = 'mufakat_access'
const DOCUMENT = 'mufakat_document'
const PROOF_CHANNEL = 'mufakat_proof'

const UUID = '([0-9a-f-]{36})'
const ACCESS_PAYLOAD = new RegExp(`^(session|person|document|notice) ${UUID}$`)
const DOCUMENT_PAYLOAD = new RegExp(
  `^(?:(log|noted) ${UUID}|opened ${UUID} ${UUID}|grown ${UUID} ${UUID} (\\d{1,15}))$`,
)

/** @returns null for what this version does not know: a newer one may be running beside it */
export function parseRing(channel: string, payload: string): Ring | null {
  if (channel === ACCESS) {
    const [, about, id] = ACCESS_PAYLOAD.exec(payload) ?? []
    return about === undefined || id === undefined ? null : { about: about as 'session', id }
  }
  if (payload === 'board') return { about: 'board' }
  const [, about, documentId, opened, openedBy, grown, grownBy, seq] = DOCUMENT_PAYLOAD.exec(payload) ?? []
  if (about !== undefined && documentId !== undefined) return { about: about as 'log' | 'noted', documentId }
  if (opened !== undefined && openedBy !== undefined)
    return { about: 'opened', documentId: opened, nodeId: openedBy }
  if (grown !== undefined && grownBy !== undefined)
    return { about: 'grown', documentId: grown, nodeId: grownBy, seq: Number(seq) }
  return null
}

/**
 * Tells every node that the document's log is not what it was. In a transaction it is heard when that commits.
 * Not needed where the lineage or state changes: a trigger rings then.
 */
export async function ringDocument(sql: Sql, documentId: string): Promise<void> {
  await sql`select pg_notify(${DOCUMENT}, ${`log ${documentId}`})`
}

/** Tells other nodes how far documents have grown: one statement for all of them. */
export async function ringGrown(
  sql: Sql,
  nodeId: string,
  heads: Iterable<readonly [documentId: string, seq: number]>,
): Promise<void> {
  const payloads = Array.from(heads, ([documentId, seq]) => `grown ${documentId} ${nodeId} ${seq}`)
  await sql`select pg_notify(${DOCUMENT}, payload) from unnest(${textArray(payloads)}::text[]) payload`
}

/** Tells other nodes that this one has the documents open. */
export async function ringOpened(sql: Sql, nodeId: string, documentIds: readonly string[]): Promise<void> {
  const payloads = documentIds.map(documentId => `opened ${documentId} ${nodeId}`)
  await sql`select pg_notify(${DOCUMENT}, payload) from unnest(${textArray(payloads)}::text[]) payload`
}

export interface Ears {
  heard(ring: Ring): void
  /** False: from now on rings are missed. True: they are heard again; what rang meanwhile never will be. */
  hearing(isHearing: boolean): void
}

/** How often a listening connection proves itself, and how soon it has to, in ms. */
export interface Proof {
  readonly everyMs: number
  readonly withinMs: number
}

/** Longer than the pauses of a busy database; together they are how long a dead connection stays unnoticed. */
const PROOF: Proof = { everyMs: 5_000, withinMs: 3_000 }

/**
 * Listens until closed, and comes back when the connection is lost. The driver's own `listen` does not: a reconnect
 * that fails once is never tried again, and nobody is told that rings are being missed.
 *
 * 1. `hearing(true)` is said when a ring of one's own has been heard, not before: behind a pooler LISTEN succeeds and
 *    nothing ever arrives.
 * 2. From then on the connection rings for itself again and again. One on which that is not heard in time is dead,
 *    however open it looks (a cable, a firewall that forgot it); TCP would notice after hours.
 * 3. Each attempt is a connection of its own; a lost one is never used again.
 */
export function listenToBell(url: string, ears: Ears, proof = PROOF): { close(): Promise<void> } {
  let line: Line | null = null
  let closed = false
  const run = async () => {
    for (let pause = FIRST_PAUSE_MS; !closed; pause = Math.min(pause * 2, LAST_PAUSE_MS)) {
      line = new Line(url, ring => ears.heard(ring))
      if (await line.proves(proof.withinMs)) {
        if (!closed) ears.hearing(true)
        pause = FIRST_PAUSE_MS
        while (!closed && (await line.rests(proof.everyMs)) && (await line.proves(proof.withinMs)));
        if (!closed) ears.hearing(false)
      }
      await line.end(0)
      if (!closed) await delay(pause)
    }
  }
  const running = run()
  return {
    async close() {
      closed = true
      await line?.end(1)
      await running
    },
  }
}

const FIRST_PAUSE_MS = 20
const LAST_PAUSE_MS = 1_000

/** One connection that listens, for as long as it lasts. */
class Line {
  readonly #sql: Sql
  readonly #lost: Promise<false>
  #lose: () => void = () => undefined
  #isListening = false
  /** What it rings for itself: of all nodes, only this connection knows it. */
  #sign = ''
  #heardSign: () => void = () => undefined

  constructor(url: string, heard: (ring: Ring) => void) {
    this.#lost = new Promise(resolve => {
      this.#lose = () => resolve(false)
    })
    const settings = {
      max: 1,
      // It has nothing to say for hours, and closing it would mean missing rings.
      max_lifetime: null,
      fetch_types: false,
      connect_timeout: 10,
      // What it is seen as by who looks at the database's connections.
      connection: { application_name: 'mufakat-bell' },
      onnotice: () => {},
      onclose: () => this.#lose(),
      // Missing in the driver's types; its own `listen` is built on it.
      onnotify: (channel: string, payload: string) => {
        if (channel === PROOF_CHANNEL) {
          if (payload === this.#sign) this.#heardSign()
          return
        }
        const ring = parseRing(channel, payload)
        if (ring !== null) heard(ring)
      },
    }
    this.#sql = postgres(url, settings)
  }

  /** Whether it hears within the time what it rings now. */
  async proves(withinMs: number): Promise<boolean> {
    const heard = new Promise<true>(resolve => {
      this.#heardSign = () => resolve(true)
    })
    this.#sign = crypto.randomUUID()
    this.#ring().catch(() => this.#lose())
    const patience = new AbortController()
    // A process that was held up reads first what has come meanwhile.
    const late = delay(withinMs, null, patience).then(() => new Promise(resolve => setImmediate(resolve)))
    const isHeard = await Promise.race([
      heard,
      this.#lost,
      late.then(
        () => false,
        () => false,
      ),
    ])
    patience.abort()
    return isHeard
  }

  /** @returns false when it was lost meanwhile */
  async rests(ms: number): Promise<boolean> {
    const patience = new AbortController()
    const rested = delay(ms, true, patience).catch(() => false)
    const isThere = await Promise.race([rested, this.#lost])
    patience.abort()
    return isThere
  }

  async end(timeoutSeconds: number): Promise<void> {
    this.#lose()
    await this.#sql.end({ timeout: timeoutSeconds })
  }

  async #ring(): Promise<void> {
    if (!this.#isListening) {
      await this.#sql.unsafe(`listen ${ACCESS}; listen ${DOCUMENT}; listen ${PROOF_CHANNEL}`)
      this.#isListening = true
    }
    await this.#sql`select pg_notify(${PROOF_CHANNEL}, ${this.#sign})`
  }
}
