import { desc, eq } from 'drizzle-orm'
import type { Queryable } from '../database'
import { card, cardEvidence } from '../schema/card'
import { cardComment } from '../schema/card-comment'
import { file } from '../schema/file'
import { indicator, programme } from '../schema/indicator'
import { opdReport, reportEvidence } from '../schema/report'
import { series } from '../schema/series'

// What one person wrote and handed in beside the text of notula, for that person.

interface Many {
  readonly personId: string
  readonly limit: number
}

const latest = <Row extends { at: Date }>(rows: readonly Row[], limit: number): Row[] =>
  rows.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)

/** Comments on cards, the newest first; of one that was removed no text is kept. */
export const listOwnComments = (db: Queryable, { personId, limit }: Many) =>
  db
    .select({
      at: cardComment.at,
      card: card.title,
      text: cardComment.body,
      editedAt: cardComment.editedAt,
      removedAt: cardComment.removedAt,
    })
    .from(cardComment)
    .innerJoin(card, eq(card.id, cardComment.cardId))
    .where(eq(cardComment.authorId, personId))
    .orderBy(desc(cardComment.at))
    .limit(limit)

/** Bukti dukung that a person handed in with cards and reports, and what was said to it; the newest first. */
export async function listOwnEvidence(db: Queryable, { personId, limit }: Many) {
  const ofCards = await db
    .select({
      at: cardEvidence.addedAt,
      about: card.title,
      title: cardEvidence.title,
      url: cardEvidence.url,
      file: file.name,
      state: cardEvidence.state,
      note: cardEvidence.note,
    })
    .from(cardEvidence)
    .innerJoin(card, eq(card.id, cardEvidence.cardId))
    .leftJoin(file, eq(file.id, cardEvidence.fileId))
    .where(eq(cardEvidence.addedBy, personId))
    .orderBy(desc(cardEvidence.addedAt))
    .limit(limit)
  const ofReports = await db
    .select({
      at: reportEvidence.addedAt,
      about: indicator.name,
      year: opdReport.year,
      quarter: opdReport.quarter,
      title: reportEvidence.title,
      url: reportEvidence.url,
      file: file.name,
      removedAt: reportEvidence.removedAt,
    })
    .from(reportEvidence)
    .innerJoin(opdReport, eq(opdReport.id, reportEvidence.reportId))
    .innerJoin(indicator, eq(indicator.id, reportEvidence.indicatorId))
    .leftJoin(file, eq(file.id, reportEvidence.fileId))
    .where(eq(reportEvidence.addedBy, personId))
    .orderBy(desc(reportEvidence.addedAt))
    .limit(limit)
  return latest(
    [
      ...ofCards.map(row => ({
        ...{ of: 'card' as const, ...row, year: null, quarter: null, removedAt: null },
      })),
      ...ofReports.map(row => ({ of: 'report' as const, ...row, state: null, note: '' })),
    ],
    limit,
  )
}

/** What a person set up, the newest first. A card of a notula is the notula's. */
export async function listOwnMade(db: Queryable, { personId, limit }: Many) {
  const programmes = await db
    .select({ at: programme.createdAt, name: programme.name })
    .from(programme)
    .where(eq(programme.createdBy, personId))
    .orderBy(desc(programme.createdAt))
    .limit(limit)
  const indicators = await db
    .select({ at: indicator.createdAt, name: indicator.name })
    .from(indicator)
    .where(eq(indicator.createdBy, personId))
    .orderBy(desc(indicator.createdAt))
    .limit(limit)
  const ofSeries = await db
    .select({ at: series.createdAt, name: series.name })
    .from(series)
    .where(eq(series.createdBy, personId))
    .orderBy(desc(series.createdAt))
    .limit(limit)
  const cards = await db
    .select({ at: card.createdAt, name: card.title })
    .from(card)
    .where(eq(card.createdBy, personId))
    .orderBy(desc(card.createdAt))
    .limit(limit)
  return latest(
    [
      ...programmes.map(row => ({ kind: 'programme' as const, ...row })),
      ...indicators.map(row => ({ kind: 'indicator' as const, ...row })),
      ...ofSeries.map(row => ({ kind: 'series' as const, ...row })),
      ...cards.map(row => ({ kind: 'card' as const, ...row })),
    ],
    limit,
  )
}
