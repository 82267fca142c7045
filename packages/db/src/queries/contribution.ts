import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { card } from '../schema/card'
import { cardContribution } from '../schema/contribution'
import { indicator, programme } from '../schema/indicator'

const one = ({ cardId, indicatorId }: { cardId: string; indicatorId: string }) =>
  and(eq(cardContribution.cardId, cardId), eq(cardContribution.indicatorId, indicatorId))

const inOrder = [asc(indicator.position), asc(indicator.name), asc(indicator.id)]

/** What cards contribute to which indicators, in the order of those. */
export const listContributions = (db: Queryable, cardIds: readonly string[]) =>
  db
    .select({
      cardId: cardContribution.cardId,
      indicatorId: cardContribution.indicatorId,
      quantity: cardContribution.quantity,
      regionCode: cardContribution.regionCode,
      name: indicator.name,
      unit: indicator.unit,
    })
    .from(cardContribution)
    .innerJoin(indicator, eq(indicator.id, cardContribution.indicatorId))
    .where(inArray(cardContribution.cardId, [...cardIds]))
    .orderBy(...inOrder)

/** What the cards of a rapat contribute, by the line that decided each. */
export const listContributionsOfRapat = (db: Queryable, rapatId: string) =>
  db
    .select({
      lineId: card.lineId,
      quantity: cardContribution.quantity,
      regionCode: cardContribution.regionCode,
      name: indicator.name,
      unit: indicator.unit,
    })
    .from(cardContribution)
    .innerJoin(card, eq(card.id, cardContribution.cardId))
    .innerJoin(indicator, eq(indicator.id, cardContribution.indicatorId))
    .where(eq(card.rapatId, rapatId))
    .orderBy(...inOrder)

/** What a card says of an indicator; null: nothing. */
export const findContribution = async (db: Queryable, params: { cardId: string; indicatorId: string }) =>
  (
    await db
      .select({ quantity: cardContribution.quantity, regionCode: cardContribution.regionCode })
      .from(cardContribution)
      .where(one(params))
  )[0] ?? null

export const countContributions = (db: Queryable, cardId: string): Promise<number> =>
  db.$count(cardContribution, eq(cardContribution.cardId, cardId))

/** Says it, or says it otherwise; who said it first stays named. */
export async function putContribution(tx: Tx, row: typeof cardContribution.$inferInsert): Promise<void> {
  const { quantity, regionCode } = row
  await tx
    .insert(cardContribution)
    .values(row)
    .onConflictDoUpdate({
      target: [cardContribution.cardId, cardContribution.indicatorId],
      set: { quantity, regionCode },
    })
}

export async function removeContribution(
  tx: Tx,
  params: { cardId: string; indicatorId: string },
): Promise<void> {
  await tx.delete(cardContribution).where(one(params))
}

/** Gives a copy of a card what that one contributes to. */
export async function copyContributions(tx: Tx, { of, to }: { of: string; to: string }): Promise<void> {
  await tx.execute(sql`
    insert into ${cardContribution} (card_id, indicator_id, quantity, region_code, added_by, added_at)
    select ${to}, indicator_id, quantity, region_code, added_by, added_at
    from ${cardContribution} where card_id = ${of}`)
}

/** Every indicator, as a list to choose from names it: by strategy, programme and its own place. */
export const listIndicatorNames = (db: Queryable) =>
  db
    .select({
      id: indicator.id,
      name: indicator.name,
      unit: indicator.unit,
      active: sql<boolean>`${indicator.active} and ${programme.active}`,
      programme: programme.name,
    })
    .from(indicator)
    .innerJoin(programme, eq(programme.id, indicator.programmeId))
    .orderBy(
      asc(programme.strategy),
      asc(programme.position),
      asc(programme.name),
      asc(indicator.position),
      asc(indicator.name),
      asc(indicator.id),
    )
