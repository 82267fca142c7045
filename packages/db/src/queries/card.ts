import type { Priority, Strategy, Tanggal, TindakLanjutStatus } from '@mufakat/domain'
import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  ilike,
  inArray,
  isNull,
  lt,
  lte,
  notInArray,
  or,
  sql,
} from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { board, card, cardCommand, cardEvidence, cardPostponement } from '../schema/card'
import { cardComment } from '../schema/card-comment'
import { tindakLanjut } from '../schema/notula'
import { opd } from '../schema/opd'
import { rapat } from '../schema/rapat'

/** The board of all tindak lanjut; there is one. */
const BOARD = 'tindak-lanjut'

/** How often its tenggat was put off (domain, `isPutOff`). */
export const postponed = sql<number>`(select count(*)::int from ${cardPostponement} p
  where p.card_id = ${card.id} and (p.from_date is null or p.to_date > p.from_date) and p.to_date is not null)`

const evidence = sql<number>`(select count(*)::int from ${cardEvidence} e
  where e.card_id = ${card.id} and e.state <> 'ditarik')`
const accepted = sql<number>`(select count(*)::int from ${cardEvidence} e
  where e.card_id = ${card.id} and e.state = 'diterima')`
const comments = sql<number>`(select count(*)::int from ${cardComment} c
  where c.card_id = ${card.id} and c.removed_at is null)`

const columns = {
  id: card.id,
  rapatId: card.rapatId,
  lineId: card.lineId,
  title: card.title,
  ownerOpdId: card.ownerOpdId,
  jabatan: card.jabatan,
  due: card.due,
  priority: card.priority,
  strategy: card.strategy,
  status: card.status,
  finishedAt: card.finishedAt,
  progress: card.progress,
  supporterIds: card.supporterIds,
  rank: card.rank,
  revision: card.revision,
  removedAt: card.removedAt,
  postponed,
  /** Pieces of evidence that were not taken back, and how many of them were accepted. */
  evidence,
  accepted,
  comments,
  rapatStatus: rapat.status,
  notulaState: rapat.notulaState,
}

export const everyCard = (db: Queryable) =>
  db.select(columns).from(card).leftJoin(rapat, eq(rapat.id, card.rapatId))

export type CardRow = Awaited<ReturnType<typeof everyCard>>[number]

/** What may be seen: all, or what these OPD do or support and what these rapat have decided. */
export type CardScope = 'all' | { readonly opdIds: readonly string[]; readonly rapatIds: readonly string[] }

const within = (scope: CardScope) =>
  scope === 'all'
    ? undefined
    : or(
        inArray(card.ownerOpdId, [...scope.opdIds]),
        sql`${card.supporterIds} && ${`{${scope.opdIds.join(',')}}`}::uuid[]`,
        inArray(card.rapatId, [...scope.rapatIds]),
      )

export const findBoardRevision = async (db: Queryable): Promise<number> =>
  (await db.select({ revision: board.revision }).from(board).where(eq(board.id, BOARD)))[0]?.revision ?? 0

/** What somebody looks for among cards; all of it holds. */
export interface CardFilter {
  readonly ownerOpdIds: readonly string[] | null
  /** Part of what it is called; empty: whatever it is. */
  readonly text: string
  /** Not finished on this day, and due before it. */
  readonly lateOn: Tanggal | null
  readonly status: TindakLanjutStatus | null
  readonly strategy: Strategy | null
  readonly priority: Priority | null
  readonly rapatId: string | null
  /** Both days within. */
  readonly dueFrom: Tanggal | null
  readonly dueTo: Tanggal | null
  /** Work of these jabatan of these OPD, or one of these cards. */
  readonly mine: {
    readonly opdIds: readonly string[]
    readonly jabatan: readonly string[]
    readonly cardIds: readonly string[]
  } | null
}

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const ofMine = ({ opdIds, jabatan, cardIds }: NonNullable<CardFilter['mine']>) =>
  or(
    and(inArray(card.ownerOpdId, [...opdIds]), inArray(card.jabatan, [...jabatan])),
    inArray(card.id, [...cardIds]),
  )

/** Cards that are there; those of cancelled rapat are not. */
export const standingCards = (scope: CardScope, filter?: CardFilter) =>
  and(
    isNull(card.removedAt),
    or(isNull(rapat.status), sql`${rapat.status} <> 'dibatalkan'`),
    within(scope),
    filter?.ownerOpdIds ? inArray(card.ownerOpdId, [...filter.ownerOpdIds]) : undefined,
    filter?.text ? ilike(card.title, `%${literal(filter.text)}%`) : undefined,
    filter?.lateOn
      ? and(lt(card.due, filter.lateOn), notInArray(card.status, ['selesai', 'dibatalkan']))
      : undefined,
    filter?.status ? eq(card.status, filter.status) : undefined,
    filter?.strategy ? eq(card.strategy, filter.strategy) : undefined,
    filter?.priority ? eq(card.priority, filter.priority) : undefined,
    filter?.rapatId ? eq(card.rapatId, filter.rapatId) : undefined,
    filter?.dueFrom ? gte(card.due, filter.dueFrom) : undefined,
    filter?.dueTo ? lte(card.due, filter.dueTo) : undefined,
    filter?.mine ? ofMine(filter.mine) : undefined,
  )

/** Every card that is there, in the order of the board. */
export const listCards = (db: Queryable, scope: CardScope) =>
  everyCard(db).where(standingCards(scope)).orderBy(asc(card.rank))

/** How many cards there are of each status. */
export const countCards = (db: Queryable, scope: CardScope, filter: CardFilter) =>
  db
    .select({ status: card.status, count: sql<number>`count(*)::int` })
    .from(card)
    .leftJoin(rapat, eq(rapat.id, card.rapatId))
    .where(standingCards(scope, filter))
    .groupBy(card.status)

/** The cards that come first, or first after a rank. */
export const listFirstCards = (
  db: Queryable,
  scope: CardScope,
  filter: CardFilter,
  { after, limit }: { after: string | null; limit: number },
) =>
  everyCard(db)
    .where(and(standingCards(scope, filter), after === null ? undefined : gt(card.rank, after)))
    .orderBy(asc(card.rank))
    .limit(limit)

/**
 * What is still to be done, wherever it comes from, by the tenggat that holds. Work that passes to the successor of an OPD
 * is asked for with both.
 * @param ownerOpdIds null: whoever it is of
 */
export const listOpenWork = (db: Queryable, scope: CardScope, ownerOpdIds: readonly string[] | null) =>
  db
    .select({
      cardId: card.id,
      title: card.title,
      rapatId: card.rapatId,
      rapatTitle: rapat.title,
      notulaState: rapat.notulaState,
      ownerId: opd.id,
      ownerShortName: opd.shortName,
      ownerName: opd.name,
      jabatan: card.jabatan,
      due: card.due,
      status: card.status,
    })
    .from(card)
    .leftJoin(rapat, eq(rapat.id, card.rapatId))
    .leftJoin(opd, eq(opd.id, card.ownerOpdId))
    .where(
      and(
        standingCards(scope),
        notInArray(card.status, ['selesai', 'dibatalkan']),
        ownerOpdIds === null ? undefined : inArray(card.ownerOpdId, [...ownerOpdIds]),
      ),
    )
    .orderBy(sql`${card.due} asc nulls last`, asc(card.rank))

/** Cards that have changed since a revision, also those that are gone, in the order of their changes. */
export const listChangedCards = (db: Queryable, since: number, limit: number) =>
  everyCard(db).where(gt(card.revision, since)).orderBy(asc(card.revision)).limit(limit)

export const findCard = async (db: Queryable, cardId: string): Promise<CardRow | null> =>
  (await everyCard(db).where(eq(card.id, cardId)))[0] ?? null

/**
 * The revision of the board, which is this transaction's to raise until it ends: whoever comes after waits, so that the
 * order of revisions is that of commits.
 */
export async function holdBoard(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ revision: board.revision })
    .from(board)
    .where(eq(board.id, BOARD))
    .for('update')
  return row?.revision ?? 0
}

export async function putBoardRevision(tx: Tx, revision: number): Promise<void> {
  await tx.update(board).set({ revision }).where(eq(board.id, BOARD))
}

/** Ranks around a card: its own and the one before or after it, of all cards there are or were. */
export async function ranksBeside(
  tx: Tx,
  cardId: string,
  side: 'before' | 'after',
): Promise<{ own: string; beside: string | null } | null> {
  const beside =
    side === 'after'
      ? sql`select min(other.rank) from card other where other.rank > own.rank`
      : sql`select max(other.rank) from card other where other.rank < own.rank`
  const [row] = await tx.execute<{ own: string; beside: string | null }>(
    sql`select own.rank as own, (${beside}) as beside from card own where own.id = ${cardId}`,
  )
  return row ?? null
}

/** The rank at one end of everything; null on an empty board. */
export const rankAtEnd = async (tx: Tx, end: 'first' | 'last'): Promise<string | null> =>
  (
    await tx
      .select({ rank: card.rank })
      .from(card)
      .orderBy(end === 'first' ? asc(card.rank) : desc(card.rank))
      .limit(1)
  )[0]?.rank ?? null

/** Every card's id and rank, in order. */
export const listRanks = (tx: Tx) =>
  tx.select({ id: card.id, rank: card.rank }).from(card).orderBy(asc(card.rank))

/** Gives cards other ranks. Through ranks that nothing else has, since no two may ever be the same. */
export async function putRanks(
  tx: Tx,
  rows: readonly { id: string; rank: string; revision: number }[],
): Promise<void> {
  const values = (rank: (rank: string) => string) =>
    sql.join(
      rows.map(row => sql`(${row.id}::uuid, ${rank(row.rank)}, ${row.revision}::bigint)`),
      sql`, `,
    )
  for (const name of [(rank: string) => `~${rank}`, (rank: string) => rank])
    await tx.execute(sql`update card set rank = v.rank, revision = v.revision
      from (values ${values(name)}) v(id, rank, revision) where card.id = v.id`)
}

export async function insertCards(tx: Tx, rows: (typeof card.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(card).values(rows)
}

export type CardChange = Partial<Omit<typeof card.$inferInsert, 'id' | 'revision'>>

export async function updateCard(
  tx: Tx,
  params: { cardId: string; revision: number; change: CardChange },
): Promise<void> {
  const { cardId, revision, change } = params
  await tx
    .update(card)
    .set({ ...change, revision })
    .where(eq(card.id, cardId))
}

/** Tindak lanjut of a notula, each with its card; null where it has none yet. */
export const cardsOfNotula = (tx: Tx, rapatId: string) =>
  tx
    .select({
      line: {
        lineId: tindakLanjut.lineId,
        text: tindakLanjut.text,
        ownerOpdId: tindakLanjut.ownerOpdId,
        jabatan: tindakLanjut.jabatan,
        tenggat: tindakLanjut.tenggat,
        priority: tindakLanjut.priority,
        strategy: tindakLanjut.strategy,
        removedAt: tindakLanjut.removedAt,
      },
      card: {
        id: card.id,
        title: card.title,
        ownerOpdId: card.ownerOpdId,
        jabatan: card.jabatan,
        due: card.due,
        priority: card.priority,
        strategy: card.strategy,
        removedAt: card.removedAt,
      },
      postponed,
    })
    .from(tindakLanjut)
    .leftJoin(card, and(eq(card.rapatId, tindakLanjut.rapatId), eq(card.lineId, tindakLanjut.lineId)))
    .where(eq(tindakLanjut.rapatId, rapatId))
    .orderBy(asc(tindakLanjut.position), asc(tindakLanjut.lineId))

export const listCardIdsOfRapat = (tx: Tx, rapatId: string) =>
  tx.select({ id: card.id }).from(card).where(eq(card.rapatId, rapatId)).orderBy(asc(card.rank))

/** How far the work of each line of a notula is. */
export const listWorkOfRapat = (db: Queryable, rapatId: string) =>
  db
    .select({
      lineId: tindakLanjut.lineId,
      cardId: card.id,
      ownerOpdId: card.ownerOpdId,
      supporterIds: card.supporterIds,
      status: card.status,
      progress: card.progress,
      due: card.due,
    })
    .from(card)
    .innerJoin(
      tindakLanjut,
      and(eq(card.rapatId, tindakLanjut.rapatId), eq(card.lineId, tindakLanjut.lineId)),
    )
    .where(and(eq(card.rapatId, rapatId), isNull(card.removedAt)))

export const findCardOfLine = async (tx: Tx, line: { rapatId: string; lineId: string }) =>
  (
    await tx
      .select({ id: card.id, status: card.status })
      .from(card)
      .where(and(eq(card.rapatId, line.rapatId), eq(card.lineId, line.lineId)))
  )[0] ?? null

/** What a command has done already, by whom; null: it is new. */
export const findCardCommand = async (tx: Tx, commandId: string) =>
  (
    await tx
      .select({ cardId: cardCommand.cardId, revision: cardCommand.revision, personId: cardCommand.personId })
      .from(cardCommand)
      .where(eq(cardCommand.id, commandId))
  )[0] ?? null

export async function insertCardCommand(tx: Tx, row: typeof cardCommand.$inferInsert): Promise<void> {
  await tx.insert(cardCommand).values(row)
}

/** @returns how many were forgotten */
export async function forgetCardCommands(tx: Tx, before: Date): Promise<number> {
  const rows = await tx
    .delete(cardCommand)
    .where(lt(cardCommand.at, before))
    .returning({ id: cardCommand.id })
  return rows.length
}
