import type { Sql } from 'postgres'

/**
 * Runs `work` on one connection with a document that nobody else sees, and undoes everything it has written.
 * @throws what `work` throws, or the driver
 */
export async function withUndoneDocument(
  sql: Sql,
  document: { id: string; lineage: string; hash: Uint8Array; parts: Uint8Array },
  work: (sql: Sql) => Promise<void>,
): Promise<void> {
  const { id, lineage, hash, parts } = document
  const undone = new Error('undone')
  try {
    await sql.begin(async tx => {
      await tx`
        with head as (
          insert into document (id, kind, lineage, head_seq, head_hash) values (${id}, 'notula', ${lineage}, 1, ${hash})
          returning id
        )
        insert into document_log (document_id, seq, flush_id, parts, hash)
        select id, 1, ${lineage}, ${parts}, ${hash} from head`
      // What is asked of the pool can be asked of the transaction, but for beginning another.
      await work(tx as unknown as Sql)
      throw undone
    })
  } catch (error) {
    if (error !== undone) throw error
  }
}
