import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { cardComment } from '../schema/card-comment'

export async function insertCardComment(tx: Tx, row: typeof cardComment.$inferInsert): Promise<void> {
  await tx.insert(cardComment).values(row)
}

const columns = {
  id: cardComment.id,
  authorId: cardComment.authorId,
  at: cardComment.at,
  body: cardComment.body,
  mentions: cardComment.mentions,
  editedAt: cardComment.editedAt,
  removedAt: cardComment.removedAt,
  settledBy: cardComment.settledBy,
  settledAt: cardComment.settledAt,
}

/** Comments on a card, also those that were removed, the oldest first. */
export const listCardComments = (db: Queryable, cardId: string) =>
  db
    .select(columns)
    .from(cardComment)
    .where(eq(cardComment.cardId, cardId))
    .orderBy(asc(cardComment.at), asc(cardComment.id))

export type CardCommentRow = Awaited<ReturnType<typeof listCardComments>>[number]

/** A comment on this card that was not removed. */
export const findCardComment = async (
  db: Queryable,
  params: { cardId: string; commentId: string },
): Promise<CardCommentRow | null> =>
  (
    await db
      .select(columns)
      .from(cardComment)
      .where(
        and(
          eq(cardComment.id, params.commentId),
          eq(cardComment.cardId, params.cardId),
          isNull(cardComment.removedAt),
        ),
      )
  )[0] ?? null

export async function updateCardComment(
  tx: Tx,
  commentId: string,
  change: Partial<Omit<typeof cardComment.$inferInsert, 'id' | 'cardId' | 'authorId' | 'at'>>,
): Promise<void> {
  await tx.update(cardComment).set(change).where(eq(cardComment.id, commentId))
}

/** Whom these comments name, as they are now; one that was removed names nobody. */
export const listCommentMentions = (db: Queryable, commentIds: readonly string[]) =>
  commentIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          id: cardComment.id,
          cardId: cardComment.cardId,
          authorId: cardComment.authorId,
          at: cardComment.at,
          mentions: cardComment.mentions,
        })
        .from(cardComment)
        .where(inArray(cardComment.id, [...commentIds]))

/** Those that were removed count, too: their rows stay. */
export async function countCardComments(db: Queryable, cardId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(cardComment).where(eq(cardComment.cardId, cardId))
  return row?.n ?? 0
}
