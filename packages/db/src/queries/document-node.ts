import type { Sql } from 'postgres'
import { plainArray } from './array'

/** A node that has not said so for as long no longer has its documents open: four polls. */
const GONE_AFTER = '20 seconds'

/** Notes that the node has these documents open. */
export async function openOnNode(sql: Sql, nodeId: string, documentIds: readonly string[]): Promise<void> {
  await sql`
    insert into document_node (document_id, node_id)
    select id, ${nodeId} from unnest(${plainArray(documentIds)}::uuid[]) as t (id)
    on conflict (document_id, node_id) do update set seen_at = now()`
}

/**
 * Makes the node's rows say that it has exactly these documents open, and takes away those of nodes that ended
 * without a word.
 * @returns those that other nodes have open too
 */
export async function refreshNode(
  sql: Sql,
  nodeId: string,
  documentIds: readonly string[],
): Promise<Set<string>> {
  const ids = plainArray(documentIds)
  const rows = await sql<{ id: string }[]>`
    with gone as (
      delete from document_node where (document_id, node_id) in (
        select document_id, node_id from document_node
        where node_id = ${nodeId} and document_id <> all(${ids}::uuid[])
          or node_id <> ${nodeId} and seen_at < now() - ${GONE_AFTER}::interval
        for update skip locked
      )
    ), seen as (
      insert into document_node (document_id, node_id)
      select id, ${nodeId} from unnest(${ids}::uuid[]) as t (id)
      on conflict (document_id, node_id) do update set seen_at = now()
    )
    select distinct document_id as id from document_node
    where document_id = any(${ids}::uuid[]) and node_id <> ${nodeId}
      and seen_at >= now() - ${GONE_AFTER}::interval`
  return new Set(rows.map(row => row.id))
}
