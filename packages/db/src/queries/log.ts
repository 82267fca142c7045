import { hash as hashOf } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Sql } from 'postgres'
import type { Queryable, Tx } from '../database'
import { document, documentLog } from '../schema/log'
import { bytesArray, plainArray } from './array'

/** A place in a document's log. */
export interface LogHead {
  readonly seq: number
  readonly hash: Uint8Array
}

/** A row as stored; see `LogRow` of the protocol, which has the same shape. */
export interface StoredRow {
  readonly seq: number
  readonly hash: Uint8Array
  readonly parts: Uint8Array
}

export type DocumentState = 'open' | 'closed'

/** The hash of a row: SHA-256 over the hash of the row before it and its parts. */
export function chainHash(previous: Uint8Array, parts: Uint8Array): Uint8Array {
  // In one call: a hash object for each row costs more in garbage than in hashing.
  return hashOf('sha256', Buffer.concat([previous, parts]), 'buffer')
}

/** A document and row 1 of its log, in the caller's transaction. */
export async function insertDocument(
  tx: Tx,
  input: { id: string; kind: string; lineage: string; flushId: string; first: StoredRow },
): Promise<void> {
  const { id, kind, lineage, flushId, first } = input
  await tx.insert(document).values({ id, kind, lineage, headSeq: first.seq, headHash: first.hash })
  await tx
    .insert(documentLog)
    .values({ documentId: id, seq: first.seq, flushId, parts: first.parts, hash: first.hash })
}

/** Closes a document for edits or opens it again; a commit under way either came before or is refused. */
export async function setDocumentState(db: Queryable, id: string, state: DocumentState): Promise<void> {
  await db.update(document).set({ state }).where(eq(document.id, id))
}

export interface Append {
  readonly documentId: string
  /** The head that the parts were judged against. */
  readonly judged: LogHead
  readonly parts: Uint8Array
  /** `chainHash(judged.hash, parts)` */
  readonly hash: Uint8Array
}

/** `moved`: the head was no longer the judged one, or `closed`, or `gone`; nothing was written. */
export type AppendOutcome = 'written' | 'moved' | 'closed' | 'gone'

/**
 * Appends one row to each of several documents, each on its own condition, in one statement. Heads are locked in
 * the order of their ids, so that flushes of several processes wait for each other and never deadlock.
 * @returns document id → outcome; a document that does not exist is `gone`
 * @throws when the outcome is unknown: ask `findFlush`
 */
export async function appendFlush(
  sql: Sql,
  flushId: string,
  appends: readonly Append[],
): Promise<Map<string, AppendOutcome>> {
  const ids = plainArray(appends.map(append => append.documentId))
  const seqs = plainArray(appends.map(append => append.judged.seq))
  const before = bytesArray(appends.map(append => append.judged.hash))
  const parts = bytesArray(appends.map(append => append.parts))
  const hashes = bytesArray(appends.map(append => append.hash))
  const rows = await sql<{ id: string; state: DocumentState | null }[]>`
    with asked as (
      select * from unnest(${ids}::uuid[], ${seqs}::int8[], ${before}::bytea[], ${parts}::bytea[], ${hashes}::bytea[])
        as t (id, seq, before, parts, hash)
    ), heads as (
      select id, head_seq, head_hash, state from document
      where id in (select id from asked) order by id for no key update
    ), fit as (
      select asked.* from asked join heads using (id)
      where heads.state = 'open' and heads.head_seq = asked.seq and heads.head_hash = asked.before
    ), moved as (
      update document set head_seq = fit.seq + 1, head_hash = fit.hash from fit where document.id = fit.id
    ), put as (
      insert into document_log (document_id, seq, flush_id, parts, hash)
      select id, seq + 1, ${flushId}::uuid, parts, hash from fit
    )
    -- Of those that were written, as nearly all are, nothing need be told.
    select asked.id, heads.state from asked left join heads using (id) where asked.id not in (select id from fit)`
  const outcomes = new Map<string, AppendOutcome>(appends.map(append => [append.documentId, 'written']))
  for (const { id, state } of rows) {
    outcomes.set(id, state === null ? 'gone' : state === 'closed' ? 'closed' : 'moved')
  }
  return outcomes
}

/**
 * Which of the documents a flush reached, when its answer was lost. Waits under the heads' locks until a
 * statement that may still be running has ended; only then looks.
 */
export async function findFlush(
  sql: Sql,
  flushId: string,
  documentIds: readonly string[],
): Promise<Set<string>> {
  const rows = await sql.begin(async tx => {
    const ids = plainArray(documentIds)
    await tx`select id from document where id = any(${ids}::uuid[]) order by id for no key update`
    // A second statement: the first one's snapshot is older than the locks it waited for.
    return await tx<{ id: string }[]>`
      select document_id as id from document_log
      where document_id = any(${ids}::uuid[]) and flush_id = ${flushId}`
  })
  return new Set(rows.map(row => row.id))
}

/** Rows after `after`, up to and including `upTo`, in sequence. */
export async function readRows(
  sql: Sql,
  documentId: string,
  after: number,
  upTo: number,
): Promise<StoredRow[]> {
  if (upTo <= after) return []
  const rows = await sql<{ seq: string; hash: Uint8Array; parts: Uint8Array }[]>`
    select seq, hash, parts from document_log
    where document_id = ${documentId} and seq > ${after} and seq <= ${upTo} order by seq`
  return rows.map(row => ({ seq: Number(row.seq), hash: row.hash, parts: row.parts }))
}

/** Heads of several documents; those that do not exist are missing. */
export async function readHeads(
  sql: Sql,
  documentIds: readonly string[],
): Promise<Map<string, { seq: number; lineage: string }>> {
  const rows = await sql<{ id: string; head_seq: string; lineage: string }[]>`
    select id, head_seq, lineage from document where id = any(${plainArray(documentIds)}::uuid[])`
  return new Map(rows.map(row => [row.id, { seq: Number(row.head_seq), lineage: row.lineage }]))
}
