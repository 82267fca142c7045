import { hash as hashOf } from 'node:crypto'
import type { Sql } from 'postgres'
import { bytea } from './array'
import type { LogHead } from './log'

/*
 * Stored states of a document: its snapshot, and the kept points of a thinned history. Their hash is over the bytes as
 * they are stored, not over the content that can be read out of them:
 * 1. Readers get these bytes from the store without anybody building a document. Nothing unchecked may reach them, and
 *    hashing costs a hundredth of building (0.2 ms for the 160 kB of a paper, against 17 ms and more).
 * 2. It also covers what no content shows: deletions, names of units, the frames by which a resend is recognised.
 * 3. It stays true in every build. Canonical content may get another shape with a later model, and a hash over it would
 *    then call whole states damaged.
 * The hash of the row is in it: right bytes at a wrong place are wrong. What it cannot find is a state that was made
 * wrong; that is the work of the gate, and of tests.
 */

export interface StoredState {
  /** Of the row the state stands at. */
  readonly hash: Uint8Array
  readonly state: Uint8Array
  readonly frames: Uint8Array
}

export function contentHash({ hash, state, frames }: StoredState): Uint8Array {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(frames.length)
  return hashOf('sha256', Buffer.concat([hash, length, frames, state]), 'buffer')
}

/** False when its bytes are not those that were stored. What is from before there were hashes is believed. */
export const isWhole = (stored: StoredState & { readonly contentHash: Uint8Array | null }): boolean =>
  stored.contentHash === null || Buffer.compare(contentHash(stored), stored.contentHash) === 0

/**
 * Replaces the snapshot, unless a newer one is there, or the document has become another lineage: a node that had the
 * old one in memory would put back what a redaction took out. A closed document gets none: what is sealed is read from
 * its log alone.
 */
export async function putSnapshot(
  sql: Sql,
  snapshot: {
    documentId: string
    lineage: string
    head: LogHead
    state: Uint8Array
    stateVector: Uint8Array
    frames: Uint8Array
  },
): Promise<void> {
  const { documentId, lineage, head, state, stateVector, frames } = snapshot
  const hash = contentHash({ hash: head.hash, state, frames })
  // The rapat is held before its document, as everybody does who holds both: what freezes sealed rows holds it too late.
  await sql`
    with held as (
      select id from rapat where document_id = ${documentId} for key share
    ), current as (
      select id, lineage from document
      where id = ${documentId} and lineage = ${lineage} and state = 'open' and (select count(*) from held) >= 0
      for key share
    )
    insert into document_snapshot (document_id, lineage, seq, hash, state, state_vector, content_hash, frames)
    select id, lineage, ${head.seq}, ${bytea(head.hash)}, ${bytea(state)}, ${bytea(stateVector)}, ${bytea(hash)},
      ${bytea(frames)}
    from current
    on conflict (document_id) do update set lineage = excluded.lineage, seq = excluded.seq, hash = excluded.hash,
      state = excluded.state, state_vector = excluded.state_vector, content_hash = excluded.content_hash,
      frames = excluded.frames, at = now()
    where document_snapshot.seq < excluded.seq or document_snapshot.lineage <> excluded.lineage`
}

/** Takes a damaged snapshot away, of a document whose log was found whole, so that the next one takes its place. */
export async function removeSnapshot(sql: Sql, documentId: string, seq: number): Promise<void> {
  await sql`delete from document_snapshot where document_id = ${documentId} and seq = ${seq}`
}
