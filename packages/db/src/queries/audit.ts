import { and, desc, eq, inArray } from 'drizzle-orm'
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
