import { and, asc, desc, eq, exists, gte, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '../database'
import { auditEntry, auditLink } from '../schema/audit'
import { person } from '../schema/person'
import { rapat } from '../schema/rapat'

export interface AuditFilter {
  /** `system`: what nobody did. */
  readonly actor?: { readonly personId: string } | 'system'
  readonly action?: string
  readonly rapatId?: string
  readonly from?: Date
  /** Not included. */
  readonly until?: Date
}

const subject = alias(person, 'subject')

/** Entries with their numbers, newest first, before a number. */
export const listAuditRows = (
  db: Queryable,
  params: { filter: AuditFilter; before: number | null; limit: number },
) => {
  const { filter, before, limit } = params
  const { actor, action, rapatId, from, until } = filter
  return db
    .select({
      number: auditLink.number,
      hash: auditLink.hash,
      at: auditEntry.at,
      action: auditEntry.action,
      details: auditEntry.details,
      actorId: auditEntry.actorId,
      actorName: person.name,
      rapatId: auditEntry.rapatId,
      rapatTitle: rapat.title,
      subjectId: auditEntry.subjectId,
      /** When the subject is a person, or a part of the organisation. */
      subjectName: sql<string | null>`coalesce(${subject.name},
        (select o.short_name from opd o where o.id::text = ${auditEntry.subjectId}),
        (select j.name from jabatan j where j.id::text = ${auditEntry.subjectId}),
        (select p.short_name from pokja p where p.id::text = ${auditEntry.subjectId}))`,
    })
    .from(auditLink)
    .innerJoin(auditEntry, eq(auditEntry.id, auditLink.entryId))
    .leftJoin(person, eq(person.id, auditEntry.actorId))
    .leftJoin(rapat, eq(rapat.id, auditEntry.rapatId))
    .leftJoin(subject, sql`${subject.id}::text = ${auditEntry.subjectId}`)
    .where(
      and(
        before === null ? undefined : lt(auditLink.number, before),
        actor === undefined
          ? undefined
          : actor === 'system'
            ? isNull(auditEntry.actorId)
            : eq(auditEntry.actorId, actor.personId),
        action === undefined ? undefined : eq(auditEntry.action, action),
        rapatId === undefined ? undefined : eq(auditEntry.rapatId, rapatId),
        from === undefined ? undefined : gte(auditEntry.at, from),
        until === undefined ? undefined : lt(auditEntry.at, until),
      ),
    )
    .orderBy(desc(auditLink.number))
    .limit(limit)
}

/** People who left an entry, by name. */
export const listAuditActors = (db: Queryable) =>
  db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(exists(db.select({ one: sql`1` }).from(auditEntry).where(eq(auditEntry.actorId, person.id))))
    .orderBy(asc(person.name))

/** Rapat with an entry, the latest first. */
export const listAuditRapat = (db: Queryable, limit: number) =>
  db
    .select({ id: rapat.id, title: rapat.title })
    .from(rapat)
    .where(exists(db.select({ one: sql`1` }).from(auditEntry).where(eq(auditEntry.rapatId, rapat.id))))
    .orderBy(desc(rapat.createdAt))
    .limit(limit)
