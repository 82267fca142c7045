import type { Sql } from 'postgres'
import type { LeaseGrant } from './lease'

/**
 * A lease for a page that will begin without the server. It differs from others in its epoch alone: nobody holds it
 * before it is taken up (`claimLeases`). Of this person's that never were, the newest `most` stay in a document, so
 * that asking again and again leaves no more rows than that; no edit can be under those that go.
 * @returns false: the clientID is taken in this document
 */
export async function insertSpare(sql: Sql, lease: LeaseGrant, most: number): Promise<boolean> {
  const { documentId, clientId, personId, sessionId } = lease
  const rows = await sql`
    with too_many as (
      select client_id from document_lease
      where document_id = ${documentId} and person_id = ${personId} and epoch = 0
      order by created_at desc, client_id offset ${most - 1}
    ), gone as (
      delete from document_lease
      where document_id = ${documentId} and epoch = 0 and client_id in (select client_id from too_many)
    )
    insert into document_lease (document_id, client_id, person_id, session_id, epoch)
    values (${documentId}, ${clientId}, ${personId}, ${sessionId}, 0)
    on conflict do nothing returning client_id`
  return rows.length === 1
}
