import type { Sql } from 'postgres'
import type { Tx } from '../database'
import { documentLease } from '../schema/log'
import { plainArray, textArray } from './array'

/** A lease of the acting person for edits that the server makes in their name; nobody writes under it after. */
export async function insertServerLease(
  tx: Tx,
  lease: { documentId: string; clientId: number; personId: string; at: Date },
): Promise<void> {
  const { documentId, clientId, personId, at } = lease
  await tx.insert(documentLease).values({ documentId, clientId, personId, createdAt: at, endedAt: at })
}

export interface LeaseGrant {
  readonly documentId: string
  readonly clientId: number
  readonly personId: string
  readonly sessionId: string
}

/** @returns those that were granted; of the others the clientID is taken in its document: try another */
export async function grantLeases<G extends LeaseGrant>(sql: Sql, grants: readonly G[]): Promise<Set<G>> {
  const rows = await sql<{ at: number }[]>`
    with asked as (${asRows(sql, grants)}), granted as (
      insert into document_lease (document_id, client_id, person_id, session_id)
      select document_id, client_id, person_id, session_id from asked order by document_id, client_id
      on conflict do nothing returning document_id, client_id
    )
    select distinct on (document_id, client_id) asked.at::int as at
    from asked join granted using (document_id, client_id) order by document_id, client_id, asked.at`
  return new Set(rows.flatMap(({ at }) => grants[at - 1] ?? []))
}

/**
 * Takes up leases again, over new connections or from journals: only those of that person that have not ended. A lease
 * that is asked for twice goes to the last who asks. The rapat is held before the lease, as a redaction does.
 * @returns claim → its new epoch; those that are not to be had are missing
 */
export async function claimLeases<G extends LeaseGrant>(
  sql: Sql,
  claims: readonly G[],
): Promise<Map<G, number>> {
  if (claims.length === 0) return new Map()
  const rows = await sql<{ at: number; epoch: number }[]>`
    with asked as (${asRows(sql, claims)}), mine as (
      select l.document_id, l.client_id, max(asked.at) as at
      from asked join document_lease l using (document_id, client_id, person_id)
      where l.ended_at is null group by l.document_id, l.client_id
    ), held as (
      select id from rapat where document_id in (select document_id from mine) order by id for key share
    ), locked as (
      select document_id, client_id from document_lease
      where (document_id, client_id) in (select document_id, client_id from mine)
        and (select count(*) from held) >= 0
      order by document_id, client_id for no key update
    )
    update document_lease l set epoch = l.epoch + 1, session_id = asked.session_id
    from mine join asked using (at), locked
    where l.document_id = mine.document_id and l.client_id = mine.client_id
      and locked.document_id = mine.document_id and locked.client_id = mine.client_id and l.ended_at is null
    returning mine.at::int as at, l.epoch`
  return new Map(
    rows.flatMap(({ at, epoch }) => {
      const claim = claims[at - 1]
      return claim === undefined ? [] : [[claim, epoch] as const]
    }),
  )
}

/** Leases as rows, in the order given: `at` counts from 1. */
const asRows = (sql: Sql, leases: readonly LeaseGrant[]) => sql`
  select * from unnest(
    ${plainArray(leases.map(lease => lease.documentId))}::uuid[],
    ${plainArray(leases.map(lease => lease.clientId))}::int8[],
    ${plainArray(leases.map(lease => lease.personId))}::uuid[],
    ${textArray(leases.map(lease => lease.sessionId))}::text[]
  ) with ordinality as t (document_id, client_id, person_id, session_id, at)`

/** Nothing more is taken under this lease. */
export async function endLease(sql: Sql, documentId: string, clientId: number): Promise<void> {
  await sql`
    update document_lease set ended_at = now()
    where document_id = ${documentId} and client_id = ${clientId} and ended_at is null`
}
