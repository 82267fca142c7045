import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { auditEntry } from '../schema/audit'
import { person } from '../schema/person'

export async function insertAuditEntry(tx: Tx, row: typeof auditEntry.$inferInsert): Promise<void> {
  await tx.insert(auditEntry).values(row)
}

/** Entries of a rapat, newest first. */
export const listAuditOfRapat = (
  db: Queryable,
  params: { rapatId: string; actions: readonly string[]; limit: number },
) =>
  db
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      action: auditEntry.action,
      details: auditEntry.details,
      actorId: person.id,
      actorName: person.name,
    })
    .from(auditEntry)
    .leftJoin(person, eq(person.id, auditEntry.actorId))
    .where(and(eq(auditEntry.rapatId, params.rapatId), inArray(auditEntry.action, [...params.actions])))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(params.limit)

/** Whether a row of the log after `after` was written for an action with these details. */
export async function wasDoneSince(
  tx: Tx,
  params: { rapatId: string; action: string; details: Readonly<Record<string, unknown>>; after: number },
): Promise<boolean> {
  const { rapatId, action, details, after } = params
  const [entry] = await tx
    .select({ id: auditEntry.id })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.rapatId, rapatId),
        eq(auditEntry.action, action),
        sql`${auditEntry.details} @> ${JSON.stringify(details)}::jsonb`,
        gt(sql`(${auditEntry.details} ->> 'seq')::int8`, after),
      ),
    )
    .limit(1)
  return entry !== undefined
}
