import type { Sql } from 'postgres'
import { bytesArray, plainArray } from './array'
import type { DocumentState, LogHead, StoredRow } from './log'
import { isWhole } from './snapshot'

export interface OpenedLog {
  readonly lineage: string
  readonly state: DocumentState
  readonly head: LogHead
  /** True when a position was given and is in this log: `rows` follow it. */
  readonly resumed: boolean
  readonly snapshot: { readonly state: Uint8Array; readonly frames: Uint8Array; readonly seq: number } | null
  /** Everything after the snapshot or the position, up to `head`. */
  readonly rows: StoredRow[]
  /** Sequence of a stored state whose bytes are not what was stored: what is before it was read instead. */
  readonly damagedAt: number | null
}

export interface LogPosition extends LogHead {
  readonly lineage: string
}

/** Which document is to be read, and from where; null: the whole of it. */
export interface LogQuestion {
  readonly documentId: string
  readonly position: LogPosition | null
}

/** What was read is not one unbroken piece of the log. */
export class BrokenLog extends Error {
  override readonly name = 'BrokenLog'
}

/**
 * Reads documents from the store: what follows a position, or else the whole of it. One statement for all, so that
 * each is read as it was at one moment, and hundreds who come at once cost as little as a few. Where a stored state is
 * damaged the older one is read, or the log from its beginning.
 * @returns question → answer; a document that does not exist is missing
 */
export async function openLogs<Q extends LogQuestion>(
  sql: Sql,
  questions: readonly Q[],
): Promise<Map<Q, OpenedLog | BrokenLog>> {
  const answers = new Map<Q, OpenedLog | BrokenLog>()
  const damaged = new Map<Q, number>()
  for (let left = questions; left.length > 0; ) {
    const rows = await readDocuments(
      sql,
      left,
      left.map(question => damaged.get(question) ?? ANY),
    )
    const again: Q[] = []
    for (const row of rows) {
      const question = left[row.at - 1]
      if (question === undefined) continue
      if (isDamaged(row)) {
        damaged.set(question, row.snapshotSeq ?? 0)
        again.push(question)
      } else answers.set(question, openedOf(question, row, damaged.get(question) ?? null))
    }
    left = again
  }
  return answers
}

/** @param before for each question: states at this sequence or later are not to be read */
async function readDocuments(
  sql: Sql,
  questions: readonly LogQuestion[],
  before: readonly number[],
): Promise<OpenedRow[]> {
  return await sql<OpenedRow[]>`
    with asked as (
      select * from unnest(
        ${plainArray(questions.map(({ documentId }) => documentId))}::uuid[],
        ${plainArray(questions.map(({ position }) => position?.lineage ?? 'null'))}::uuid[],
        ${plainArray(questions.map(({ position }) => position?.seq ?? 0))}::int8[],
        ${bytesArray(questions.map(({ position }) => position?.hash ?? NOWHERE))}::bytea[],
        ${plainArray(before)}::int8[]
      ) with ordinality as t (id, lineage, seq, hash, before, at)
    ), doc as (
      select asked.at, d.id, d.lineage, d.state, d.head_seq, d.head_hash, asked.seq as asked_seq, asked.before,
        coalesce(d.lineage = asked.lineage and (
          d.head_seq = asked.seq and d.head_hash = asked.hash or exists (
            select from document_log l where l.document_id = d.id and l.seq = asked.seq and l.hash = asked.hash
          )
        ), false) as resumed
      from asked join document d using (id)
    )
    select doc.at::int, doc.lineage, doc.state, doc.head_seq::float8 as "headSeq", doc.head_hash as "headHash",
      doc.resumed, snapshot.seq::float8 as "snapshotSeq", snapshot.hash as "snapshotHash",
      snapshot.state as "snapshotState", snapshot.frames as "snapshotFrames",
      snapshot.content_hash as "contentHash", log.hashes, log.lengths, log.parts
    from doc left join lateral (
      (select seq, hash, state, frames, content_hash from document_snapshot
        where not doc.resumed and document_id = doc.id and lineage = doc.lineage and seq <= doc.head_seq
          and seq < doc.before)
      union all
      -- Of thinned rows this is what stays; their leases are ended, so that no frame of them need be known.
      (select seq, hash, state, ''::bytea, content_hash from document_version
        where not doc.resumed and document_id = doc.id and state is not null and seq <= doc.head_seq
          and seq < doc.before
        order by seq desc limit 1)
      order by seq desc limit 1
    ) snapshot on true left join lateral (
      select string_agg(hash, ''::bytea order by seq) as hashes, string_agg(parts, ''::bytea order by seq) as parts,
        array_agg(length(parts) order by seq) as lengths
      from document_log
      where document_id = doc.id and seq <= doc.head_seq
        and seq > case when doc.resumed then doc.asked_seq else coalesce(snapshot.seq, 0) end
    ) log on true`
}

/**
 * One document.
 * @returns null when there is no such document
 * @throws BrokenLog
 */
export async function openLog(
  sql: Sql,
  documentId: string,
  position: LogPosition | null,
): Promise<OpenedLog | null> {
  const [opened] = (await openLogs(sql, [{ documentId, position }])).values()
  if (opened instanceof BrokenLog) throw opened
  return opened ?? null
}

interface OpenedRow {
  readonly at: number
  readonly lineage: string
  readonly state: DocumentState
  readonly headSeq: number
  readonly headHash: Uint8Array
  readonly resumed: boolean
  readonly snapshotSeq: number | null
  readonly snapshotHash: Uint8Array | null
  readonly snapshotState: Uint8Array | null
  readonly snapshotFrames: Uint8Array | null
  readonly contentHash: Uint8Array | null
  /** Rows in sequence, their columns behind each other; null when there are none. */
  readonly hashes: Uint8Array | null
  readonly lengths: string | number[] | null
  readonly parts: Uint8Array | null
}

function isDamaged({ snapshotHash, snapshotState, snapshotFrames, contentHash }: OpenedRow): boolean {
  if (snapshotHash === null || snapshotState === null || snapshotFrames === null) return false
  return !isWhole({ hash: snapshotHash, state: snapshotState, frames: snapshotFrames, contentHash })
}

function openedOf(
  { documentId, position }: LogQuestion,
  row: OpenedRow,
  damagedAt: number | null,
): OpenedLog | BrokenLog {
  const { lineage, state, resumed } = row
  const head = { seq: row.headSeq, hash: row.headHash }
  const snapshot =
    row.snapshotSeq === null || row.snapshotState === null
      ? null
      : { state: row.snapshotState, frames: row.snapshotFrames ?? NOWHERE, seq: row.snapshotSeq }
  const from = resumed ? (position?.seq ?? 0) : (snapshot?.seq ?? 0)
  const rows = rowsOf(row, from)
  const reached = rows.at(-1)?.hash ?? (resumed ? position?.hash : row.snapshotHash)
  // Sequences within these bounds are each there once; so many of them are all of them.
  if (rows.length !== head.seq - from || !sameBytes(reached, head.hash))
    return new BrokenLog(`the log of document ${documentId} is broken between ${from} and ${head.seq}`)
  return { lineage, state, head, resumed, snapshot, rows, damagedAt }
}

function rowsOf({ hashes, lengths, parts }: OpenedRow, from: number): StoredRow[] {
  if (hashes === null || lengths === null || parts === null) return []
  let end = 0
  return numbersOf(lengths).map((length, i) => {
    end += length
    return {
      seq: from + i + 1,
      hash: hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
      parts: parts.subarray(end - length, end),
    }
  })
}

/** The driver reads arrays only after it has learnt their types, and may not have. */
const numbersOf = (array: string | number[]): number[] =>
  typeof array === 'string' ? array.slice(1, -1).split(',').map(Number) : array

/** Past every sequence. */
const ANY = Number.MAX_SAFE_INTEGER
const NOWHERE = new Uint8Array()
const HASH_BYTES = 32

const sameBytes = (a: Uint8Array | null | undefined, b: Uint8Array) =>
  a !== null && a !== undefined && Buffer.compare(a, b) === 0
