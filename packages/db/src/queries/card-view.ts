import { and, asc, count, eq, or } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { cardPaste, savedFilter } from '../schema/card-view'
import { person } from '../schema/person'

const views = (db: Queryable) =>
  db
    .select({
      id: savedFilter.id,
      personId: savedFilter.personId,
      personName: person.name,
      name: savedFilter.name,
      view: savedFilter.view,
      query: savedFilter.query,
      shared: savedFilter.shared,
      opdId: savedFilter.opdId,
    })
    .from(savedFilter)
    .innerJoin(person, eq(person.id, savedFilter.personId))

export type SavedFilterRow = Awaited<ReturnType<typeof views>>[number]

/** Kept views of this person, and those that are shared with them, by name. */
export const listSavedFilters = (db: Queryable, reader: { personId: string; opdId: string | null }) =>
  views(db)
    .where(
      or(
        eq(savedFilter.personId, reader.personId),
        eq(savedFilter.shared, 'semua'),
        reader.opdId === null ? undefined : eq(savedFilter.opdId, reader.opdId),
      ),
    )
    .orderBy(asc(savedFilter.name), asc(savedFilter.id))

export const findSavedFilter = async (db: Queryable, id: string): Promise<SavedFilterRow | null> =>
  (await views(db).where(eq(savedFilter.id, id)))[0] ?? null

export const countSavedFilters = async (db: Queryable, personId: string): Promise<number> =>
  (await db.select({ count: count() }).from(savedFilter).where(eq(savedFilter.personId, personId)))[0]
    ?.count ?? 0

export async function insertSavedFilter(tx: Tx, row: typeof savedFilter.$inferInsert): Promise<void> {
  await tx.insert(savedFilter).values(row)
}

export async function deleteSavedFilter(tx: Tx, id: string): Promise<void> {
  await tx.delete(savedFilter).where(eq(savedFilter.id, id))
}

/** How many cards this table has brought in already; null: it is new. */
export const findCardPaste = async (db: Queryable, of: { personId: string; mark: string }) =>
  (
    await db
      .select({ added: cardPaste.added })
      .from(cardPaste)
      .where(and(eq(cardPaste.personId, of.personId), eq(cardPaste.mark, of.mark)))
  )[0] ?? null

export async function insertCardPaste(tx: Tx, row: typeof cardPaste.$inferInsert): Promise<void> {
  await tx.insert(cardPaste).values(row)
}
