import type { CardGroup, CardSort } from '@mufakat/domain'
import { and, asc, count, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import { card, cardEvidence } from '../schema/card'
import { cardFollower } from '../schema/card-follower'
import { opd } from '../schema/opd'
import { rapat } from '../schema/rapat'
import { type CardFilter, type CardScope, everyCard, standingCards } from './card'

// The same cards as those of the board, as a table puts them.

const PRIORITY = sql`array_position(array['mendesak', 'tinggi', 'sedang', 'rendah'], ${card.priority})`
const STATUS = sql`array_position(array['belum', 'berjalan', 'menunggu_verifikasi', 'selesai', 'dibatalkan'], ${card.status})`

/** What a column is sorted by. Codes stand in their own order, the most urgent first. */
const SORTS: Readonly<Record<CardSort, SQL>> = {
  papan: sql`${card.rank}`,
  judul: sql`lower(${card.title})`,
  opd: sql`lower(${opd.shortName})`,
  jabatan: sql`lower(${card.jabatan})`,
  tenggat: sql`${card.due}`,
  status: STATUS,
  prioritas: PRIORITY,
  strategi: sql`${card.strategy}`,
  // As it is told (domain, PP27).
  progres: sql`case when ${card.status} = 'selesai' then 100 else ${card.progress} end`,
  bukti: sql`(select count(*) from ${cardEvidence} e where e.card_id = ${card.id})`,
  rapat: sql`${rapat.date}`,
}

/** What a group is known by, as a text. */
const KEYS: Readonly<Record<CardGroup, SQL<string | null>>> = {
  opd: sql<string | null>`${card.ownerOpdId}::text`,
  status: sql<string | null>`${card.status}`,
  strategi: sql<string | null>`${card.strategy}`,
  rapat: sql<string | null>`${card.rapatId}::text`,
  bulan: sql<string | null>`substr(${card.due}::text, 1, 7)`,
}

/** The order of groups; OPD as in official lists, rapat by their day. */
const ORDERS: Readonly<Record<CardGroup, readonly SQL[]>> = {
  opd: [sql`${opd.position}`, sql`${opd.shortName}`],
  status: [STATUS],
  strategi: [sql`${card.strategy}`],
  rapat: [sql`${rapat.date}`, sql`${rapat.id}`],
  bulan: [KEYS.bulan],
}

const sorted = (sort: CardSort, isDown: boolean): SQL =>
  isDown ? sql`${SORTS[sort]} desc nulls last` : sql`${SORTS[sort]} asc nulls last`

/** One page of the table, groups first; what is equal stands in the order of the board. */
export const listTableCards = (
  db: Queryable,
  scope: CardScope,
  filter: CardFilter,
  look: {
    readonly sort: CardSort
    readonly isDown: boolean
    readonly group: CardGroup | null
    readonly offset: number
    readonly limit: number
  },
) =>
  everyCard(db)
    .leftJoin(opd, eq(opd.id, card.ownerOpdId))
    .where(standingCards(scope, filter))
    .orderBy(
      ...(look.group === null ? [] : ORDERS[look.group].map(order => sql`${order} asc nulls last`)),
      sorted(look.sort, look.isDown),
      asc(card.rank),
    )
    .offset(look.offset)
    .limit(look.limit)

/** Groups in their order, with how many cards each has in all. */
export const countCardGroups = (db: Queryable, scope: CardScope, filter: CardFilter, group: CardGroup) => {
  const orders = ORDERS[group]
  return db
    .select({ key: KEYS[group], count: count() })
    .from(card)
    .leftJoin(rapat, eq(rapat.id, card.rapatId))
    .leftJoin(opd, eq(opd.id, card.ownerOpdId))
    .where(standingCards(scope, filter))
    .groupBy(KEYS[group], ...orders)
    .orderBy(...orders.map(order => sql`${order} asc nulls last`))
}

/** Cards of some days, for a calendar, in the order of the board. */
export const listCardsByDue = (db: Queryable, scope: CardScope, filter: CardFilter) =>
  everyCard(db)
    .where(and(standingCards(scope, filter), isNotNull(card.due)))
    .orderBy(asc(card.due), asc(card.rank))

/** Cards that somebody has added or follows. */
export async function listCardIdsOf(db: Queryable, personId: string): Promise<string[]> {
  const [added, followed] = await Promise.all([
    db.select({ id: card.id }).from(card).where(eq(card.createdBy, personId)),
    db
      .select({ id: cardFollower.cardId })
      .from(cardFollower)
      .where(and(eq(cardFollower.personId, personId), eq(cardFollower.muted, false))),
  ])
  return [...new Set([...added, ...followed].map(({ id }) => id))]
}
