import type { NoticeKind, Reminder, Role, Tanggal } from '@mufakat/domain'
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../database'
import { card, cardActivity } from '../schema/card'
import { cardReminder, type NoticeDetails, notice, noticeCursor } from '../schema/notice'
import { person } from '../schema/person'
import { rapat } from '../schema/rapat'

export type { NoticeDetails } from '../schema/notice'

const CURSOR = 'card-activity'

export interface NoticeCursor {
  readonly revision: number
  readonly activityId: string
}

/** Up to where everybody was told, which is this transaction's to move until it ends; null while another has it. */
export async function holdNoticeCursor(tx: Tx): Promise<NoticeCursor | null> {
  const [row] = await tx
    .select({ revision: noticeCursor.revision, activityId: noticeCursor.activityId })
    .from(noticeCursor)
    .where(eq(noticeCursor.id, CURSOR))
    .for('update')
  return row ?? null
}

export async function moveNoticeCursor(tx: Tx, to: NoticeCursor): Promise<void> {
  await tx.update(noticeCursor).set(to).where(eq(noticeCursor.id, CURSOR))
}

/** What happened to cards since then, in the order in which it was committed. */
export const listActivityAfter = (db: Queryable, { revision, activityId }: NoticeCursor, limit: number) =>
  db
    .select({
      id: cardActivity.id,
      cardId: cardActivity.cardId,
      revision: cardActivity.revision,
      at: cardActivity.at,
      personId: cardActivity.personId,
      kind: cardActivity.kind,
      details: cardActivity.details,
    })
    .from(cardActivity)
    .where(
      or(
        gt(cardActivity.revision, revision),
        and(eq(cardActivity.revision, revision), gt(cardActivity.id, activityId)),
      ),
    )
    .orderBy(asc(cardActivity.revision), asc(cardActivity.id))
    .limit(limit)

export type ActivityToTell = Awaited<ReturnType<typeof listActivityAfter>>[number]

export interface NewNotice {
  readonly id: string
  readonly personId: string
  readonly event: string
  readonly kind: NoticeKind
  readonly cardId: string | null
  readonly rapatId: string | null
  readonly reportId?: string
  readonly byId: string | null
  readonly details: NoticeDetails
  readonly at: Date
  /** When a letter of its own told of it. */
  readonly mailedAt?: Date
}

/** Tells of each what was not told already. */
export async function insertNotices(tx: Tx, rows: readonly NewNotice[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(notice)
    .values([...rows])
    .onConflictDoNothing({ target: [notice.personId, notice.event] })
}

/**
 * Tells of changes: they come under the notice of the same card that this person has not read, or begin a new one.
 * @param rows at most one for each person and card
 */
export async function mergeChanges(
  tx: Tx,
  rows: readonly (NewNotice & { readonly kind: 'changes'; readonly merged: number })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(notice)
    .values([...rows])
    .onConflictDoUpdate({
      target: [notice.personId, notice.cardId],
      targetWhere: sql`kind = 'changes' and read_at is null`,
      set: {
        merged: sql`${notice.merged} + excluded.merged`,
        at: sql`greatest(${notice.at}, excluded.at)`,
        byId: sql`excluded.by_id`,
        // Who did it, each once, the latest first.
        details: sql`excluded.details || jsonb_build_object('people', (
          select coalesce(jsonb_agg(id order by first), '[]') from (
            select id, min(nr) as first from jsonb_array_elements_text(
              excluded.details -> 'people' || coalesce(${notice.details} -> 'people', '[]')
            ) with ordinality as one (id, nr) group by id
          ) people))`,
        mailedAt: null,
      },
    })
}

/** How many notices each of these has not read; who is missing has read all. */
export async function countUnread(db: Queryable, personIds: readonly string[]): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({ personId: notice.personId, n: count() })
    .from(notice)
    .where(and(inArray(notice.personId, [...personIds]), isNull(notice.readAt)))
    .groupBy(notice.personId)
  return new Map(rows.map(({ personId, n }) => [personId, n]))
}

const by = alias(person, 'by')

const shown = {
  id: notice.id,
  kind: notice.kind,
  cardId: notice.cardId,
  rapatId: notice.rapatId,
  reportId: notice.reportId,
  byId: notice.byId,
  byName: by.name,
  details: notice.details,
  merged: notice.merged,
  at: notice.at,
  readAt: notice.readAt,
}
const ofNotices = (db: Queryable) => db.select(shown).from(notice).leftJoin(by, eq(by.id, notice.byId))

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>[number]

/** Of one person: those not read first, then the newest. */
export const listNotices = (
  db: Queryable,
  { personId, limit, offset }: { personId: string; limit: number; offset: number },
) =>
  ofNotices(db)
    .where(eq(notice.personId, personId))
    .orderBy(sql`${notice.readAt} is not null`, desc(notice.at), desc(notice.id))
    .limit(limit)
    .offset(offset)

/** These, the newest first. */
export const listNoticesById = (db: Queryable, ids: readonly string[]): Promise<NoticeRow[]> =>
  ofNotices(db)
    .where(inArray(notice.id, [...ids]))
    .orderBy(desc(notice.at), desc(notice.id))

export const countNotices = async (db: Queryable, personId: string): Promise<number> =>
  (await db.select({ n: count() }).from(notice).where(eq(notice.personId, personId)))[0]?.n ?? 0

/**
 * Marks as read what this person was told until then: later ones they have not seen.
 * @param which ids, or all
 */
export async function markNoticesRead(
  tx: Tx,
  params: { personId: string; which: readonly string[] | 'all'; seenUntil: Date; now: Date },
): Promise<number> {
  const { personId, which, seenUntil, now } = params
  const rows = await tx
    .update(notice)
    .set({ readAt: now })
    .where(
      and(
        eq(notice.personId, personId),
        isNull(notice.readAt),
        lte(notice.at, seenUntil),
        which === 'all' ? undefined : inArray(notice.id, [...which]),
      ),
    )
    .returning({ id: notice.id })
  return rows.length
}

/** Marks as read, of whomever, that this report was sent: somebody has done what it asked for. */
export async function settleSentNotices(tx: Tx, params: { reportId: string; now: Date }): Promise<void> {
  const { reportId, now } = params
  await tx
    .update(notice)
    .set({ readAt: now })
    .where(and(eq(notice.reportId, reportId), eq(notice.kind, 'report-sent'), isNull(notice.readAt)))
}

/** Read before then, and so forgotten. @returns how many */
export const deleteNoticesReadBefore = async (tx: Tx, before: Date): Promise<number> =>
  (await tx.delete(notice).where(lt(notice.readAt, before)).returning({ id: notice.id })).length

/** Cards with a tenggat between these days that are to be done, after an id and in its order. */
export const listCardsDue = (
  db: Queryable,
  params: { from: Tanggal; to: Tanggal; after: string | null; limit: number },
) =>
  db
    .select({
      id: card.id,
      ownerOpdId: card.ownerOpdId,
      jabatan: card.jabatan,
      rapatId: card.rapatId,
      supporterIds: card.supporterIds,
      due: sql<Tanggal>`${card.due}::text`,
      told: sql<Reminder[]>`array(select r.kind from ${cardReminder} r
        where r.card_id = ${card.id} and r.due = ${card.due})`,
    })
    .from(card)
    .leftJoin(rapat, eq(rapat.id, card.rapatId))
    .where(
      and(
        sql`${card.due} between ${params.from}::date and ${params.to}::date`,
        sql`${card.status} not in ('selesai', 'dibatalkan')`,
        isNull(card.removedAt),
        or(isNull(rapat.status), sql`${rapat.status} <> 'dibatalkan'`),
        params.after === null ? undefined : gt(card.id, params.after),
      ),
    )
    .orderBy(asc(card.id))
    .limit(params.limit)

export type CardDue = Awaited<ReturnType<typeof listCardsDue>>[number]

/** @returns false when the clock has said so already */
export async function insertReminder(
  tx: Tx,
  row: { cardId: string; due: Tanggal; kind: Reminder; at: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(cardReminder)
    .values(row)
    .onConflictDoNothing()
    .returning({ cardId: cardReminder.cardId })
  return rows.length === 1
}

/** People of these roles who are there. */
export const listPeopleOfRoles = async (db: Queryable, roles: readonly Role[]): Promise<string[]> =>
  (
    await db
      .select({ id: person.id })
      .from(person)
      .where(and(inArray(person.role, [...roles]), eq(person.active, true)))
  ).map(({ id }) => id)
