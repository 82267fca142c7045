import type { Locale } from '@mufakat/domain'
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import { person } from '../schema/person'
import { isNoGuest } from './guest'

/** The person a login (e-mail in lower case, or NIP digits) belongs to. */
export async function findLogin(
  db: Queryable,
  login: { email: string; nip: string | null },
): Promise<{ id: string; passwordHash: string | null; active: boolean } | null> {
  const rows = await db
    .select({ id: person.id, passwordHash: person.passwordHash, active: person.active })
    .from(person)
    .where(or(eq(person.email, login.email), login.nip === null ? sql`false` : eq(person.nip, login.nip)))
    .limit(1)
  return rows[0] ?? null
}

/** Who can be chosen: guests by link are not among them. */
export const listActivePeople = (db: Queryable) =>
  db
    .select({ id: person.id, name: person.name, role: person.role })
    .from(person)
    .where(and(eq(person.active, true), isNoGuest))
    .orderBy(asc(person.name), asc(person.id))

export const findPeople = async (db: Queryable, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .select({ id: person.id, name: person.name, role: person.role })
        .from(person)
        .where(inArray(person.id, [...ids]))

/** Which of these ids are active people who can be chosen. */
export async function activePersonIds(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(and(inArray(person.id, [...ids]), eq(person.active, true), isNoGuest))
  return new Set(rows.map(row => row.id))
}

export async function setPersonLocale(
  db: Queryable,
  params: { personId: string; locale: Locale },
): Promise<void> {
  await db.update(person).set({ locale: params.locale }).where(eq(person.id, params.personId))
}

export async function insertPeople(db: Queryable, rows: (typeof person.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(person).values(rows)
}

export async function anyPerson(db: Queryable): Promise<boolean> {
  const rows = await db.select({ id: person.id }).from(person).limit(1)
  return rows.length > 0
}
