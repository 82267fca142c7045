import type { Sql } from 'postgres'
import type { Tx } from '../database'
import { documentLease } from '../schema/log'

/** A lease of the acting person for edits that the server makes in their name; nobody writes under it after. */
export async function insertServerLease(
  tx: Tx,
  lease: { documentId: string; clientId: number; personId: string; at: Date },
): Promise<void> {
  const { documentId, clientId, personId, at } = lease
  await tx.insert(documentLease).values({ documentId, clientId, personId, createdAt: at, endedAt: at })
}

/** @returns false when the clientID is taken in this document: try another */
export async function grantLease(
  sql: Sql,
  lease: { documentId: string; clientId: number; personId: string; sessionId: string },
): Promise<boolean> {
  const { documentId, clientId, personId, sessionId } = lease
  const rows = await sql`
    insert into document_lease (document_id, client_id, person_id, session_id)
    values (${documentId}, ${clientId}, ${personId}, ${sessionId})
    on conflict do nothing returning client_id`
  return rows.length === 1
}

/**
 * Takes up leases again, over a new connection or from a journal: only those of this person that have not ended.
 * @returns clientId → its new epoch
 */
export async function claimLeases(
  sql: Sql,
  claim: { documentId: string; clientIds: readonly number[]; personId: string; sessionId: string },
): Promise<Map<number, number>> {
  const { documentId, clientIds, personId, sessionId } = claim
  if (clientIds.length === 0) return new Map()
  const rows = await sql<{ client_id: string; epoch: number }[]>`
    update document_lease set epoch = epoch + 1, session_id = ${sessionId}
    where document_id = ${documentId} and client_id = any(${sql.array([...clientIds], 20)}::int8[])
      and person_id = ${personId} and ended_at is null
    returning client_id, epoch`
  return new Map(rows.map(row => [Number(row.client_id), row.epoch]))
}

/** Nothing more is taken under this lease. */
export async function endLease(sql: Sql, documentId: string, clientId: number): Promise<void> {
  await sql`
    update document_lease set ended_at = now()
    where document_id = ${documentId} and client_id = ${clientId} and ended_at is null`
}
