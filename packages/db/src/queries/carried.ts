import type { TindakLanjutStatus } from '@mufakat/domain'
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { carriedRecord } from '../schema/agenda'
import { card, cardPostponement } from '../schema/card'
import { tindakLanjut } from '../schema/notula'
import { person } from '../schema/person'
import { rapat } from '../schema/rapat'

/** Tindak lanjut of these rapat in these states, with the rapat they came from. */
export const listLinesOfRapat = (
  db: Queryable,
  params: { rapatIds: readonly string[]; statuses: readonly TindakLanjutStatus[] },
) =>
  db
    .select({
      rapatId: tindakLanjut.rapatId,
      rapatTitle: rapat.title,
      year: rapat.year,
      quarter: rapat.quarter,
      rapatDate: rapat.date,
      notulaState: rapat.notulaState,
      lineId: tindakLanjut.lineId,
      position: tindakLanjut.position,
      text: tindakLanjut.text,
      ownerOpdId: tindakLanjut.ownerOpdId,
      /** Whose work it is now. */
      cardOpdId: card.ownerOpdId,
      jabatan: tindakLanjut.jabatan,
      tenggat: tindakLanjut.tenggat,
      due: card.due,
      priority: tindakLanjut.priority,
      strategy: tindakLanjut.strategy,
      status: card.status,
      finishedAt: card.finishedAt,
    })
    .from(tindakLanjut)
    .innerJoin(card, ofCard)
    .innerJoin(rapat, eq(rapat.id, tindakLanjut.rapatId))
    .where(
      and(
        isNull(tindakLanjut.removedAt),
        inArray(tindakLanjut.rapatId, [...params.rapatIds]),
        inArray(card.status, [...params.statuses]),
      ),
    )

export type LineOfRapat = Awaited<ReturnType<typeof listLinesOfRapat>>[number]

/** Every tenggat that was given anew to tindak lanjut of these rapat, the oldest first. */
export const listTenggatPostponements = async (db: Queryable, rapatIds: readonly string[]) => {
  const rows = await db
    .select({
      rapatId: card.rapatId,
      lineId: card.lineId,
      from: cardPostponement.from,
      to: cardPostponement.to,
      reason: cardPostponement.reason,
      byName: person.name,
      at: cardPostponement.at,
    })
    .from(cardPostponement)
    .innerJoin(card, eq(card.id, cardPostponement.cardId))
    .innerJoin(person, eq(person.id, cardPostponement.by))
    .where(and(inArray(card.rapatId, [...rapatIds]), isNotNull(cardPostponement.to)))
    .orderBy(asc(cardPostponement.at), asc(cardPostponement.to))
  return rows.flatMap(({ to, ...row }) => (to === null ? [] : [{ ...row, to }]))
}

const ofCard = and(eq(card.rapatId, tindakLanjut.rapatId), eq(card.lineId, tindakLanjut.lineId))

const ofLine = (line: { rapatId: string; lineId: string }) =>
  and(
    eq(tindakLanjut.rapatId, line.rapatId),
    eq(tindakLanjut.lineId, line.lineId),
    isNull(tindakLanjut.removedAt),
  )

const lineColumns = {
  lineId: tindakLanjut.lineId,
  text: tindakLanjut.text,
  jabatan: tindakLanjut.jabatan,
  status: card.status,
  tenggat: tindakLanjut.tenggat,
  due: card.due,
}

export const findTindakLanjut = async (db: Queryable, line: { rapatId: string; lineId: string }) =>
  (await db.select(lineColumns).from(tindakLanjut).innerJoin(card, ofCard).where(ofLine(line)))[0] ?? null

/** The same, and nobody else postpones it until the transaction ends. Its card may still be moved. */
export const lockTindakLanjut = async (tx: Tx, line: { rapatId: string; lineId: string }) =>
  (
    await tx
      .select(lineColumns)
      .from(tindakLanjut)
      .innerJoin(card, ofCard)
      .where(ofLine(line))
      .for('update', { of: tindakLanjut })
  )[0] ?? null

/** Writes a tenggat or an owner that was given anew; that it holds now is written to the card. */
export async function insertCardPostponement(
  tx: Tx,
  row: typeof cardPostponement.$inferInsert,
): Promise<void> {
  await tx.insert(cardPostponement).values(row)
}

/** Keeps the list as it stood when the rapat was ratified. */
export async function insertCarriedRecord(tx: Tx, row: { rapatId: string; list: unknown }): Promise<void> {
  await tx.insert(carriedRecord).values(row)
}

/** The list as it was sealed; null where none was. */
export const findCarriedRecord = async (db: Queryable, rapatId: string): Promise<unknown> =>
  (
    await db
      .select({ list: carriedRecord.list })
      .from(carriedRecord)
      .where(eq(carriedRecord.rapatId, rapatId))
  )[0]?.list ?? null
