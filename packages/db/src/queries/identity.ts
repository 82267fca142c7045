import type { Role } from '@mufakat/domain'
import { and, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { identityLink } from '../schema/factor'
import { person } from '../schema/person'

export interface IdentifiedPerson {
  id: string
  role: Role
  active: boolean
}

const PERSON = { id: person.id, role: person.role, active: person.active }

/** The person whom a provider knows by this subject. */
export async function findLinkedPerson(
  db: Queryable,
  params: { issuer: string; subject: string },
): Promise<IdentifiedPerson | null> {
  const rows = await db
    .select(PERSON)
    .from(identityLink)
    .innerJoin(person, eq(person.id, identityLink.personId))
    .where(and(eq(identityLink.issuer, params.issuer), eq(identityLink.subject, params.subject)))
  return rows[0] ?? null
}

/** The person with this e-mail (lower case) or this NIP (digits). */
export async function findPersonBy(
  db: Queryable,
  by: { email: string } | { nip: string },
): Promise<IdentifiedPerson | null> {
  const condition = 'email' in by ? eq(person.email, by.email) : eq(person.nip, by.nip)
  const rows = await db.select(PERSON).from(person).where(condition)
  return rows[0] ?? null
}

/** Whether the provider knows this person, by whichever subject. */
export async function isLinked(
  db: Queryable,
  params: { issuer: string; personId: string },
): Promise<boolean> {
  const rows = await db
    .select({ subject: identityLink.subject })
    .from(identityLink)
    .where(and(eq(identityLink.issuer, params.issuer), eq(identityLink.personId, params.personId)))
    .limit(1)
  return rows.length > 0
}

/** Whether the provider knows this person, who is no admin. */
export async function isBoundToProvider(
  db: Queryable,
  params: { issuer: string; personId: string },
): Promise<boolean> {
  const rows = await db
    .select({ role: person.role })
    .from(identityLink)
    .innerJoin(person, eq(person.id, identityLink.personId))
    .where(and(eq(identityLink.issuer, params.issuer), eq(identityLink.personId, params.personId)))
    .limit(1)
  return rows.some(row => row.role !== 'admin')
}

/** False when this subject is somebody else's meanwhile. */
export async function insertIdentityLink(tx: Tx, row: typeof identityLink.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(identityLink)
    .values(row)
    .onConflictDoNothing()
    .returning({ personId: identityLink.personId })
  return rows.length === 1
}
