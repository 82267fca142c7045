import { REPEATS, type Repeat, type Tanggal } from '@mufakat/domain'
import { and, asc, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { card, cardPostponement } from '../schema/card'
import { tindakLanjut } from '../schema/notula'
import { person } from '../schema/person'
import { rapat } from '../schema/rapat'

/** What a card knows beside what a board shows of it. */
export const findCardDetails = async (db: Queryable, cardId: string) =>
  (
    await db
      .select({
        title: card.title,
        jabatan: card.jabatan,
        priority: card.priority,
        strategy: card.strategy,
        description: card.description,
        startDate: card.startDate,
        progress: card.progress,
        kendala: card.kendala,
        target: card.target,
        realisasi: card.realisasi,
        unit: card.unit,
        subtasks: card.subtasks,
        supporterIds: card.supporterIds,
        repeatId: card.repeatId,
        repeatEvery: card.repeatEvery,
        repeatDay: card.repeatDay,
        repeatPeriod: card.repeatPeriod,
        repeatTold: card.repeatTold,
        due: card.due,
        createdByName: person.name,
        createdAt: card.createdAt,
        rapatTitle: rapat.title,
        rapatDate: rapat.date,
      })
      .from(card)
      .leftJoin(person, eq(person.id, card.createdBy))
      .leftJoin(rapat, eq(rapat.id, card.rapatId))
      .where(eq(card.id, cardId))
  )[0] ?? null

export type CardDetailsRow = NonNullable<Awaited<ReturnType<typeof findCardDetails>>>

/** What a rapat has decided, as its notula says it. */
export const findDecidedLine = async (db: Queryable, line: { rapatId: string; lineId: string }) =>
  (
    await db
      .select({
        text: tindakLanjut.text,
        ownerOpdId: tindakLanjut.ownerOpdId,
        jabatan: tindakLanjut.jabatan,
        tenggat: tindakLanjut.tenggat,
        priority: tindakLanjut.priority,
        strategy: tindakLanjut.strategy,
      })
      .from(tindakLanjut)
      .where(and(eq(tindakLanjut.rapatId, line.rapatId), eq(tindakLanjut.lineId, line.lineId)))
  )[0] ?? null

/** Tenggat and owners that were given anew to a card, the oldest first. */
export const listCardPostponements = (db: Queryable, cardId: string) =>
  db
    .select({
      id: cardPostponement.id,
      from: cardPostponement.from,
      to: cardPostponement.to,
      fromOpdId: cardPostponement.fromOpdId,
      toOpdId: cardPostponement.toOpdId,
      reason: cardPostponement.reason,
      byName: person.name,
      at: cardPostponement.at,
    })
    .from(cardPostponement)
    .innerJoin(person, eq(person.id, cardPostponement.by))
    .where(eq(cardPostponement.cardId, cardId))
    .orderBy(asc(cardPostponement.at), asc(cardPostponement.id))

const isOpenCopy = and(
  isNull(card.removedAt),
  inArray(card.status, ['belum', 'berjalan', 'menunggu_verifikasi']),
)

/** A copy of a card that comes again which is open; null: none. */
export const findOpenCopy = async (db: Queryable, repeatId: string): Promise<string | null> =>
  (
    await db
      .select({ id: card.id })
      .from(card)
      .where(and(eq(card.repeatId, repeatId), isOpenCopy))
  )[0]?.id ?? null

/** The copy that was made last. */
export const findNewestCopy = async (db: Queryable, repeatId: string): Promise<string | null> =>
  (
    await db
      .select({ id: card.id })
      .from(card)
      .where(eq(card.repeatId, repeatId))
      .orderBy(desc(card.createdAt), desc(card.id))
      .limit(1)
  )[0]?.id ?? null

/** Newest copies of cards that come again, for a period before the one whose first day is given. */
export const listRepeating = (db: Queryable, begun: Readonly<Record<Repeat, Tanggal>>) =>
  db
    .select({ id: card.id })
    .from(card)
    .where(or(...REPEATS.map(every => and(eq(card.repeatEvery, every), lt(card.repeatPeriod, begun[every])))))
    .orderBy(asc(card.id))

/** Everything of a card, for a copy of it. */
export const readWholeCard = async (tx: Tx, cardId: string) =>
  (await tx.select().from(card).where(eq(card.id, cardId)))[0] ?? null
