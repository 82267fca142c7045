import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { guest, guestLink } from '../schema/guest'
import { person } from '../schema/person'
import { rapatGuest } from '../schema/rapat'
import { session } from '../schema/session'

/** True of rows of `person` that are no guests by link: everybody who can be chosen, or has an account. */
export const isNoGuest = sql`not exists (select 1 from guest g where g.person_id = ${person}.id)`

/** Adds a guest of a rapat as a person who cannot sign in by any other way than a link. */
export async function insertGuest(
  tx: Tx,
  row: typeof guest.$inferInsert & { name: string; canWrite: boolean; itemIds: string[] | null },
): Promise<void> {
  const { personId, rapatId, name, canWrite, itemIds, createdAt } = row
  await tx.insert(person).values({ id: personId, name, role: 'tamu', createdAt })
  await tx.insert(guest).values(row)
  await tx.insert(rapatGuest).values({ rapatId, personId, canWrite, itemIds })
}

/** Sets whether a guest may write; one who was taken out is in again. */
export async function putGuestRight(
  tx: Tx,
  params: { rapatId: string; personId: string; canWrite: boolean; itemIds: string[] | null },
): Promise<void> {
  const { canWrite, itemIds } = params
  await tx
    .insert(rapatGuest)
    .values(params)
    .onConflictDoUpdate({ target: [rapatGuest.rapatId, rapatGuest.personId], set: { canWrite, itemIds } })
}

const columns = {
  personId: guest.personId,
  rapatId: guest.rapatId,
  name: person.name,
  agency: guest.agency,
}

export const findGuest = async (db: Queryable, personId: string) =>
  (
    await db
      .select(columns)
      .from(guest)
      .innerJoin(person, eq(person.id, guest.personId))
      .where(eq(guest.personId, personId))
  )[0] ?? null

/** Of these people, those who are guests by link. */
export const listGuests = (db: Queryable, personIds: readonly string[]) =>
  db
    .select(columns)
    .from(guest)
    .innerJoin(person, eq(person.id, guest.personId))
    .where(inArray(guest.personId, [...personIds]))

/** The guests by link of a rapat, each with their newest link and when they were last there. */
export const listGuestLinks = (db: Queryable, rapatId: string) =>
  db
    .selectDistinctOn([guest.personId], {
      ...columns,
      canWrite: sql<boolean>`coalesce(${rapatGuest.canWrite}, false)`,
      itemIds: rapatGuest.itemIds,
      linkId: guestLink.id,
      createdAt: guestLink.createdAt,
      expiresAt: guestLink.expiresAt,
      voidedAt: guestLink.voidedAt,
      lastSeenAt: sql<Date | null>`(
        select max(s.last_seen_at) from session s where s.person_id = ${guest}.person_id)`.mapWith(
        (value: Date | string | null) => (value === null ? null : new Date(value)),
      ),
    })
    .from(guest)
    .innerJoin(person, eq(person.id, guest.personId))
    .innerJoin(guestLink, eq(guestLink.personId, guest.personId))
    .leftJoin(rapatGuest, and(eq(rapatGuest.rapatId, guest.rapatId), eq(rapatGuest.personId, guest.personId)))
    .where(eq(guest.rapatId, rapatId))
    // The open one before those of the past, which may have been made in the same moment.
    .orderBy(asc(guest.personId), sql`${guestLink.voidedAt} desc nulls first`, desc(guestLink.createdAt))

export async function insertGuestLink(tx: Tx, row: typeof guestLink.$inferInsert): Promise<void> {
  await tx.insert(guestLink).values(row)
}

const linkColumns = {
  ...columns,
  linkId: guestLink.id,
  createdBy: guestLink.createdBy,
  expiresAt: guestLink.expiresAt,
  voidedAt: guestLink.voidedAt,
}

export const findGuestLink = async (db: Queryable, tokenHash: Uint8Array) =>
  (
    await db
      .select(linkColumns)
      .from(guestLink)
      .innerJoin(guest, eq(guest.personId, guestLink.personId))
      .innerJoin(person, eq(person.id, guest.personId))
      .where(eq(guestLink.tokenHash, tokenHash))
  )[0] ?? null

export type GuestLinkRow = NonNullable<Awaited<ReturnType<typeof findGuestLink>>>

/** A link that nobody voids until the transaction ends; null when it is void already. */
export async function holdGuestLink(tx: Tx, linkId: string): Promise<{ expiresAt: Date } | null> {
  const rows = await tx
    .select({ expiresAt: guestLink.expiresAt })
    .from(guestLink)
    .where(and(eq(guestLink.id, linkId), isNull(guestLink.voidedAt)))
    .for('share')
  return rows[0] ?? null
}

/** Voids the open link of a guest, and ends the sessions that came by it; false when none was open. */
export async function voidGuestLink(tx: Tx, params: { personId: string; now: Date }): Promise<boolean> {
  const { personId, now } = params
  const rows = await tx
    .update(guestLink)
    .set({ voidedAt: now })
    .where(and(eq(guestLink.personId, personId), isNull(guestLink.voidedAt)))
    .returning({ id: guestLink.id })
  await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.personId, personId), isNull(session.endedAt)))
  return rows.length > 0
}
