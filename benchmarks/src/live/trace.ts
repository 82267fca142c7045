import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { chainHash, type LogHead, openLog, putSnapshot } from '@mufakat/db'
import { appendLines } from '@mufakat/doc-model'
import { defined, newId } from '@mufakat/kernel'
import { ByteWriter, decodeParts, encodeParts, type Part } from '@mufakat/protocol'
import * as Y from 'yjs'
import { docOf, firstText } from './typist'
import type { World } from './world'

/** Where the trace lies when nothing is said: beside the checkout. */
export const TRACE_FILE = fileURLToPath(
  new URL('../../../../shared/data/traces/automerge-paper.json.gz', import.meta.url),
)

/** A paper, typed key by key into a notula: 259,778 edits, deletions among them. */
export interface Trace {
  /** Of ours, its log and its snapshot written as the engine would have. */
  readonly documentId: string
  /** The whole document, as one update. */
  readonly state: Uint8Array
}

/** Keys that a flush of a quick typist with others in the batch carries; keeps the log's making short. */
const KEYS_PER_ROW = 10
/** The engine makes a snapshot each 100 rows: on average so many have come since. */
const ROWS_SINCE_SNAPSHOT = 50
const ROWS_PER_STATEMENT = 2_000

type Patch = [at: number, deleted: number, inserted: string]

export async function writeTrace(world: World, file: string): Promise<Trace> {
  const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { txns: { patches: Patch[] }[] }
  const documentId = await world.rapat()
  const { sql } = world.database
  const opened = defined(await openLog(sql, documentId, null), 'log')
  const seedParts = decodeParts(defined(opened.rows[0], 'seed').parts)
  const doc = docOf(defined(seedParts[0], 'part of the seed').bytes)
  const lease = doc.clientID
  const log = new LogWriter(world, documentId, opened.head)
  let frame = 0
  let parts: Part[] = []
  doc.on('update', (bytes: Uint8Array) => parts.push({ lease, frame: ++frame, base: log.head.seq, bytes }))
  const text = firstText(doc)
  appendLines(doc, text, [{ text: ' ' }])
  // Behind the marker and before the guard.
  const start = text.length - 2
  const rowsBefore = Math.floor(txns.length / KEYS_PER_ROW) - ROWS_SINCE_SNAPSHOT
  let rows = 0
  for (const { patches } of txns) {
    for (const [at, deleted, inserted] of patches) {
      if (deleted > 0) text.delete(start + at, deleted)
      if (inserted !== '') text.insert(start + at, inserted.replaceAll('\n', ' '))
    }
    if (parts.length < KEYS_PER_ROW) continue
    await log.append(encodeParts(parts))
    parts = []
    rows += 1
    if (rows !== rowsBefore) continue
    await log.flush()
    const frames = new ByteWriter().uint(lease).uint(frame)
    for (const part of seedParts) frames.uint(part.lease).uint(part.frame)
    await putSnapshot(sql, {
      documentId,
      lineage: opened.lineage,
      head: log.head,
      state: Y.encodeStateAsUpdateV2(doc),
      stateVector: Y.encodeStateVector(doc),
      frames: frames.done(),
    })
  }
  if (parts.length > 0) await log.append(encodeParts(parts))
  await log.flush()
  return { documentId, state: Y.encodeStateAsUpdate(doc) }
}

/** Writes rows of one log, many to a statement. */
class LogWriter {
  head: LogHead
  readonly #world: World
  readonly #documentId: string
  #rows: { seq: number; parts: Buffer; hash: Buffer }[] = []

  constructor(world: World, documentId: string, head: LogHead) {
    this.#world = world
    this.#documentId = documentId
    this.head = head
  }

  async append(parts: Uint8Array): Promise<void> {
    this.head = { seq: this.head.seq + 1, hash: chainHash(this.head.hash, parts) }
    this.#rows.push({ seq: this.head.seq, parts: Buffer.from(parts), hash: Buffer.from(this.head.hash) })
    if (this.#rows.length >= ROWS_PER_STATEMENT) await this.flush()
  }

  async flush(): Promise<void> {
    const rows = this.#rows
    this.#rows = []
    const { sql } = this.#world.database
    const bytea = 17
    await sql`
      insert into document_log (document_id, seq, flush_id, parts, hash)
      select ${this.#documentId}, seq, ${newId()}, parts, hash from unnest(
        ${sql.array(
          rows.map(({ seq }) => seq),
          20,
        )}::int8[],
        ${sql.array(
          rows.map(({ parts }) => parts),
          bytea,
        )}::bytea[],
        ${sql.array(
          rows.map(({ hash }) => hash),
          bytea,
        )}::bytea[]) as t (seq, parts, hash)`
    await sql`
      update document set head_seq = ${this.head.seq}, head_hash = ${Buffer.from(this.head.hash)}
      where id = ${this.#documentId}`
  }
}
