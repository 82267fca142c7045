import type { EvidenceState } from '@mufakat/domain'
import { and, count, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../database'
import { cardEvidence } from '../schema/card'
import { file } from '../schema/file'
import { person } from '../schema/person'

const adder = alias(person, 'adder')
const decider = alias(person, 'decider')

export async function insertEvidence(tx: Tx, row: typeof cardEvidence.$inferInsert): Promise<void> {
  await tx.insert(cardEvidence).values(row)
}

/** Evidence of a card with its files, the newest first. */
export const listEvidence = (db: Queryable, cardId: string) =>
  db
    .select({
      id: cardEvidence.id,
      title: cardEvidence.title,
      url: cardEvidence.url,
      fileId: cardEvidence.fileId,
      fileName: file.name,
      fileKind: file.kind,
      fileSize: file.size,
      thumbnailSize: file.thumbnailSize,
      filePurgedAt: file.purgedAt,
      addedBy: cardEvidence.addedBy,
      addedByName: adder.name,
      addedAt: cardEvidence.addedAt,
      state: cardEvidence.state,
      decidedByName: decider.name,
      decidedAt: cardEvidence.decidedAt,
      note: cardEvidence.note,
    })
    .from(cardEvidence)
    .innerJoin(adder, eq(adder.id, cardEvidence.addedBy))
    .leftJoin(decider, eq(decider.id, cardEvidence.decidedBy))
    .leftJoin(file, eq(file.id, cardEvidence.fileId))
    .where(eq(cardEvidence.cardId, cardId))
    .orderBy(desc(cardEvidence.addedAt), desc(cardEvidence.id))

export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number]

/** A piece of evidence of this card. */
export const findEvidence = async (db: Queryable, params: { cardId: string; evidenceId: string }) =>
  (
    await db
      .select({
        id: cardEvidence.id,
        addedBy: cardEvidence.addedBy,
        fileId: cardEvidence.fileId,
        state: cardEvidence.state,
      })
      .from(cardEvidence)
      .where(and(eq(cardEvidence.id, params.evidenceId), eq(cardEvidence.cardId, params.cardId)))
  )[0] ?? null

/** How many pieces of evidence of a card there are, or are in a state. */
export async function countEvidence(
  db: Queryable,
  params: { cardId: string; state?: EvidenceState },
): Promise<number> {
  const { cardId, state } = params
  const [row] = await db
    .select({ n: count() })
    .from(cardEvidence)
    .where(and(eq(cardEvidence.cardId, cardId), state && eq(cardEvidence.state, state)))
  return row?.n ?? 0
}

/** Writes what was said to a piece of evidence; false when somebody has said something already. */
export async function decideEvidence(
  tx: Tx,
  params: {
    cardId: string
    evidenceId: string
    state: EvidenceState
    decidedBy: string
    decidedAt: Date
    note: string
  },
): Promise<boolean> {
  const { cardId, evidenceId, ...decided } = params
  const rows = await tx
    .update(cardEvidence)
    .set(decided)
    .where(
      and(
        eq(cardEvidence.id, evidenceId),
        eq(cardEvidence.cardId, cardId),
        eq(cardEvidence.state, 'diajukan'),
      ),
    )
    .returning({ id: cardEvidence.id })
  return rows.length > 0
}
