import { and, asc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { cardFollower } from '../schema/card-follower'

const one = ({ cardId, personId }: { cardId: string; personId: string }) =>
  and(eq(cardFollower.cardId, cardId), eq(cardFollower.personId, personId))

/** What somebody has said of a card; null: nothing. */
export const findFollower = async (db: Queryable, params: { cardId: string; personId: string }) =>
  (await db.select({ muted: cardFollower.muted }).from(cardFollower).where(one(params)))[0] ?? null

/** Everybody who follows or has muted a card, whoever may still read it. */
export const listFollowers = (db: Queryable, cardId: string) =>
  db
    .select({ personId: cardFollower.personId, muted: cardFollower.muted })
    .from(cardFollower)
    .where(eq(cardFollower.cardId, cardId))
    .orderBy(asc(cardFollower.since), asc(cardFollower.personId))

/** Writes what somebody says of a card. */
export async function putFollower(tx: Tx, row: typeof cardFollower.$inferInsert): Promise<void> {
  await tx
    .insert(cardFollower)
    .values(row)
    .onConflictDoUpdate({
      target: [cardFollower.cardId, cardFollower.personId],
      set: { muted: row.muted ?? false, since: row.since },
    })
}

/** Lets somebody follow a card, unless they have said something of it already. */
export async function addFollower(
  tx: Tx,
  row: { cardId: string; personId: string; since: Date },
): Promise<void> {
  await tx.insert(cardFollower).values(row).onConflictDoNothing()
}

export async function removeFollower(tx: Tx, params: { cardId: string; personId: string }): Promise<void> {
  await tx.delete(cardFollower).where(one(params))
}
