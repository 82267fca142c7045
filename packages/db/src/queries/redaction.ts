import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../database'
import { card } from '../schema/card'
import { documentVersion } from '../schema/history'
import { document, documentLease, documentLog, documentSnapshot } from '../schema/log'
import { agendaItem, keputusan, tindakLanjut } from '../schema/notula'
import type { StoredRow } from './log'
import { contentHash } from './snapshot'

/** Rows of one statement; each takes three parameters of the 65,535 there are. */
const BATCH = 10_000

/** Versions of a document with their states, oldest first. */
export const listVersionStates = (db: Queryable, documentId: string) =>
  db
    .select({
      id: documentVersion.id,
      seq: documentVersion.seq,
      name: documentVersion.name,
      hash: documentVersion.hash,
      state: documentVersion.state,
    })
    .from(documentVersion)
    .where(eq(documentVersion.documentId, documentId))
    .orderBy(asc(documentVersion.seq))

/**
 * Gives a document another history: the same rows, moments and flushes with other parts and hashes, one more row at
 * the end, and a new lineage, so that no position of the old one means anything. Its leases are ended and its snapshot
 * is gone. The caller holds the head.
 */
export async function replaceHistory(
  tx: Tx,
  input: {
    documentId: string
    lineage: string
    rows: readonly StoredRow[]
    last: StoredRow & { flushId: string; at: Date }
    versions: readonly { id: string; name: string | null; hash: Uint8Array; state: Uint8Array | null }[]
  },
): Promise<void> {
  const { documentId, lineage, rows, last, versions } = input
  for (let from = 0; from < rows.length; from += BATCH) {
    const values = rows
      .slice(from, from + BATCH)
      .map(row => sql`(${row.seq}::int8, ${Buffer.from(row.parts)}::bytea, ${Buffer.from(row.hash)}::bytea)`)
    await tx.execute(sql`
      update document_log set parts = v.parts, hash = v.hash
      from (values ${sql.join(values, sql`, `)}) as v (seq, parts, hash)
      where document_log.document_id = ${documentId} and document_log.seq = v.seq`)
  }
  await tx.insert(documentLog).values({ documentId, ...last })
  await tx
    .update(document)
    .set({ lineage, headSeq: last.seq, headHash: last.hash })
    .where(eq(document.id, documentId))
  await tx.delete(documentSnapshot).where(eq(documentSnapshot.documentId, documentId))
  for (const { id, ...version } of versions) {
    const { hash, state } = version
    const stored = state === null ? null : contentHash({ hash, state, frames: new Uint8Array() })
    await tx
      .update(documentVersion)
      .set({ ...version, lineage, contentHash: stored })
      .where(eq(documentVersion.id, id))
  }
  await tx
    .update(documentLease)
    .set({ endedAt: sql`coalesce(${documentLease.endedAt}, ${last.at.toISOString()}::timestamptz)` })
    .where(eq(documentLease.documentId, documentId))
}

/** Takes a passage out of the facts whose line or item is gone; those that stand are projected anew. */
export async function purgeRemovedFacts(tx: Tx, params: { rapatId: string; passage: string }): Promise<void> {
  const { rapatId, passage } = params
  const without = (column: AnyPgColumn) => sql`replace(${column}, ${passage}, '')`
  const holds = (column: AnyPgColumn) => sql`position(${passage} in ${column}) > 0`
  await tx
    .update(agendaItem)
    .set({ title: without(agendaItem.title), presenter: without(agendaItem.presenter) })
    .where(
      and(
        eq(agendaItem.rapatId, rapatId),
        isNotNull(agendaItem.removedAt),
        or(holds(agendaItem.title), holds(agendaItem.presenter)),
      ),
    )
  await tx
    .update(keputusan)
    .set({ text: without(keputusan.text) })
    .where(and(eq(keputusan.rapatId, rapatId), isNotNull(keputusan.removedAt), holds(keputusan.text)))
  await tx
    .update(tindakLanjut)
    .set({ text: without(tindakLanjut.text), jabatan: without(tindakLanjut.jabatan) })
    .where(
      and(
        eq(tindakLanjut.rapatId, rapatId),
        isNotNull(tindakLanjut.removedAt),
        or(holds(tindakLanjut.text), holds(tindakLanjut.jabatan)),
      ),
    )
  await tx
    .update(card)
    .set({ title: without(card.title), jabatan: without(card.jabatan) })
    .where(
      and(eq(card.rapatId, rapatId), isNotNull(card.removedAt), or(holds(card.title), holds(card.jabatan))),
    )
}
