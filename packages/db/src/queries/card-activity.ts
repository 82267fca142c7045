import { and, desc, eq, lt } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { cardActivity } from '../schema/card'
import { person } from '../schema/person'

export async function insertCardActivities(
  tx: Tx,
  rows: (typeof cardActivity.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(cardActivity).values(rows)
}

const columns = {
  id: cardActivity.id,
  cardId: cardActivity.cardId,
  revision: cardActivity.revision,
  at: cardActivity.at,
  personId: cardActivity.personId,
  personName: person.name,
  kind: cardActivity.kind,
  details: cardActivity.details,
  reason: cardActivity.reason,
}

/** What happened to a card, the newest first; from before a revision on, null: from the end. */
export const listCardActivity = (
  db: Queryable,
  params: { cardId: string; before: number | null; limit: number },
) =>
  db
    .select(columns)
    .from(cardActivity)
    .leftJoin(person, eq(person.id, cardActivity.personId))
    .where(
      and(
        eq(cardActivity.cardId, params.cardId),
        params.before === null ? undefined : lt(cardActivity.revision, params.before),
      ),
    )
    .orderBy(desc(cardActivity.revision), desc(cardActivity.id))
    .limit(params.limit)
