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
  /** The document's log is not what it was: a service has written to it or replaced it. */
  | { readonly about: 'log'; readonly documentId: string }
  /** A node has appended up to `seq`. */
  | { readonly about: 'grown'; readonly documentId: string; readonly nodeId: string; readonly seq: number }
  /** A node has opened the document and wants to hear of what others append. */
  | { readonly about: 'opened'; readonly documentId: string; readonly nodeId: string }

const ACCESS = 'mufakat_access'
const DOCUMENT = 'mufakat_document'

const UUID = '([0-9a-f-]{36})'
const ACCESS_PAYLOAD = new RegExp(`^(session|person|document) ${UUID}$`)
const DOCUMENT_PAYLOAD = new RegExp(
  `^(?:log ${UUID}|opened ${UUID} ${UUID}|grown ${UUID} ${UUID} (\\d{1,15}))$`,
)

/** @returns null for what this version does not know: a newer one may be running beside it */
export function parseRing(channel: string, payload: string): Ring | null {
  if (channel === ACCESS) {
    const [, about, id] = ACCESS_PAYLOAD.exec(payload) ?? []
    return about === undefined || id === undefined ? null : { about: about as 'session', id }
  }
  const [, log, opened, openedBy, grown, grownBy, seq] = DOCUMENT_PAYLOAD.exec(payload) ?? []
  if (log !== undefined) return { about: 'log', documentId: log }
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

/**
 * Listens on a connection of its own until closed, and comes back when that is lost. The driver's own `listen`
 * does not: a reconnect that fails once is never tried again, and nobody is told that rings are being missed.
 */
export function listenToBell(url: string, ears: Ears): { close(): Promise<void> } {
  let closed = false
  let attending = false
  let losses = 0
  const attend = async () => {
    attending = true
    for (let pause = 20; !closed; pause = Math.min(pause * 2, 1_000)) {
      const before = losses
      try {
        await sql.unsafe(`listen ${ACCESS}; listen ${DOCUMENT}`)
        if (losses === before) break
      } catch {
        await delay(pause)
      }
    }
    attending = false
    if (!closed) ears.hearing(true)
  }
  const settings = {
    max: 1,
    // It has nothing to say for hours, and closing it would mean missing rings.
    max_lifetime: null,
    fetch_types: false,
    connect_timeout: 10,
    onnotice: () => {},
    backoff: (tries: number) => Math.min(0.02 * 2 ** tries, 1),
    onclose: () => {
      losses += 1
      if (closed || attending) return
      ears.hearing(false)
      void attend()
    },
    // Missing in the driver's types; its own `listen` is built on it.
    onnotify: (channel: string, payload: string) => {
      const ring = parseRing(channel, payload)
      if (ring !== null) ears.heard(ring)
    },
  }
  const sql = postgres(url, settings)
  void attend()
  return {
    async close() {
      closed = true
      await sql.end({ timeout: 1 })
    },
  }
}
