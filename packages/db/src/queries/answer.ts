import type { CounterState } from '@mufakat/domain'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { tindakLanjutAnswer } from '../schema/answer'

export async function insertAnswer(tx: Tx, row: typeof tindakLanjutAnswer.$inferInsert): Promise<void> {
  await tx.insert(tindakLanjutAnswer).values(row)
}

/** Everything the owners of the tindak lanjut of these rapat have said, oldest first. */
export const listAnswersIn = (db: Queryable, rapatIds: readonly string[]) =>
  db
    .select()
    .from(tindakLanjutAnswer)
    .where(inArray(tindakLanjutAnswer.rapatId, [...rapatIds]))
    .orderBy(asc(tindakLanjutAnswer.at), asc(tindakLanjutAnswer.id))

export const listAnswers = (db: Queryable, rapatId: string) => listAnswersIn(db, [rapatId])

export type AnswerRow = Awaited<ReturnType<typeof listAnswers>>[number]

/** One of a rapat's, locked until the transaction ends; null when there is none. */
export const lockAnswer = async (
  tx: Tx,
  params: { rapatId: string; answerId: string },
): Promise<AnswerRow | null> =>
  (
    await tx
      .select()
      .from(tindakLanjutAnswer)
      .where(and(eq(tindakLanjutAnswer.rapatId, params.rapatId), eq(tindakLanjutAnswer.id, params.answerId)))
      .for('update')
  )[0] ?? null

export async function decideCounter(
  tx: Tx,
  row: { answerId: string; state: CounterState; decidedBy: string; decidedAt: Date; note: string },
): Promise<void> {
  const { answerId, ...decided } = row
  await tx.update(tindakLanjutAnswer).set(decided).where(eq(tindakLanjutAnswer.id, answerId))
}
