import postgres from 'postgres'

/**
 * What an older state must not bring back to life. What happened after the backup is not known: who was signed out,
 * which link was used, which text browsers have seen.
 *
 * - Every document gets a new lineage, so that whoever has newer text keeps it aside instead of doubling it.
 * - Every lease has ended: nothing typed under it elsewhere may go on in another history.
 * - Every session is over, also one that waits for its second factor, and every link that opens an account is void: it
 *   may have been used since. But for objections, which only give back what their owner had. So is every link of a guest:
 *   it may have been revoked.
 * - Letters that waited are not sent by themselves: most went out after the backup was taken.
 */
export async function closeThePast(url: string): Promise<{ documents: number; sessions: number }> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.begin(async tx => {
      // Nothing can follow on what is sealed, and nothing of it changes (docs/decisions/0017).
      const documents = await tx`
        update document d set lineage = gen_random_uuid()
        where not exists (select 1 from rapat r join sealed_record s on s.rapat_id = r.id where r.document_id = d.id)`
      const sessions = await tx`update session set ended_at = now() where ended_at is null`
      await tx`delete from pending_sign_in`
      await tx`
        update account_link set voided_at = now()
        where used_at is null and voided_at is null and kind <> 'objection'`
      await tx`update guest_link set voided_at = now() where voided_at is null`
      await tx`
        update document_version v set lineage = d.lineage from document d
        where d.id = v.document_id and v.lineage <> d.lineage`
      await tx`update document_lease set ended_at = now() where ended_at is null`
      await tx`
        update document_snapshot s set lineage = d.lineage from document d
        where d.id = s.document_id and s.lineage <> d.lineage`
      await tx`
        update mail set state = 'failed', last_error = 'dipulihkan dari cadangan' where state in ('waiting', 'sending')`
      return { documents: documents.count, sessions: sessions.count }
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
