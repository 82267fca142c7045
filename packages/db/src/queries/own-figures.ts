import { desc, eq, or, sql } from 'drizzle-orm'
import type { Queryable } from '../database'
import { card } from '../schema/card'
import { cardContribution } from '../schema/contribution'
import { indicator, indicatorTarget } from '../schema/indicator'
import { opd } from '../schema/opd'
import { indicatorValue, opdReport, reportCell, reportRemark } from '../schema/report'

// What one person said of indicators and did with reports, for that person.

interface Many {
  readonly personId: string
  readonly limit: number
}

/** Reports of a triwulan that a person has sent or decided, the latest first. */
export async function listOwnReports(db: Queryable, { personId, limit }: Many) {
  const of = { opd: opd.name, year: opdReport.year, quarter: opdReport.quarter, state: opdReport.state }
  const sent = await db
    .select({ ...of, at: opdReport.sentAt })
    .from(opdReport)
    .innerJoin(opd, eq(opd.id, opdReport.opdId))
    .where(eq(opdReport.sentBy, personId))
    .orderBy(desc(opdReport.sentAt))
    .limit(limit)
  const decided = await db
    .select({ ...of, at: opdReport.decidedAt, note: opdReport.note })
    .from(opdReport)
    .innerJoin(opd, eq(opd.id, opdReport.opdId))
    .where(eq(opdReport.decidedBy, personId))
    .orderBy(desc(opdReport.decidedAt))
    .limit(limit)
  return [
    ...sent.map(row => ({ part: 'sent' as const, ...row, note: '' })),
    ...decided.map(row => ({ part: 'decided' as const, ...row })),
  ]
    .sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0))
    .slice(0, limit)
}

/** What a person wrote of indicators in reports, as far as nobody has written over it since; the newest first. */
export const listOwnAnalyses = (db: Queryable, { personId, limit }: Many) =>
  db
    .select({
      at: reportRemark.changedAt,
      opd: opd.name,
      year: opdReport.year,
      quarter: opdReport.quarter,
      indicator: indicator.name,
      analysis: reportRemark.analysis,
      kendala: reportRemark.kendala,
      solusi: reportRemark.solusi,
      plan: reportRemark.plan,
    })
    .from(reportRemark)
    .innerJoin(opdReport, eq(opdReport.id, reportRemark.reportId))
    .innerJoin(opd, eq(opd.id, opdReport.opdId))
    .innerJoin(indicator, eq(indicator.id, reportRemark.indicatorId))
    .where(eq(reportRemark.changedBy, personId))
    .orderBy(desc(reportRemark.changedAt))
    .limit(limit)

/** What somebody did with a number: filled it in, said it, verified it, set it as target, or put it on a card. */
type NumberPart = 'filled' | 'said' | 'verified' | 'target' | 'contributed'

export interface OwnNumber {
  readonly at: Date
  readonly parts: readonly NumberPart[]
  readonly indicator: string
  /** Kemendagri code; empty: the whole kabupaten. */
  readonly region: string
  /** Null: of a card. Quarter 0: of the year. */
  readonly year: number | null
  readonly quarter: number | null
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notAvailable: boolean
  readonly asOf: string | null
  readonly source: string
  /** Why it took the place of another. */
  readonly reason: string
  readonly card: string | null
}

/** Numbers that a person said of indicators, or verified, the newest first. */
export async function listOwnNumbers(db: Queryable, { personId, limit }: Many): Promise<OwnNumber[]> {
  const cells = await db
    .select({
      at: reportCell.changedAt,
      indicator: indicator.name,
      region: reportCell.regionCode,
      year: opdReport.year,
      quarter: opdReport.quarter,
      value: reportCell.value,
      numerator: reportCell.numerator,
      denominator: reportCell.denominator,
      notAvailable: reportCell.notAvailable,
      asOf: reportCell.asOf,
      source: reportCell.source,
    })
    .from(reportCell)
    .innerJoin(opdReport, eq(opdReport.id, reportCell.reportId))
    .innerJoin(indicator, eq(indicator.id, reportCell.indicatorId))
    .where(eq(reportCell.changedBy, personId))
    .orderBy(desc(reportCell.changedAt))
    .limit(limit)
  const values = await db
    .select({
      at: indicatorValue.createdAt,
      hasSaid: sql<boolean>`${indicatorValue.createdBy} = ${personId}`,
      hasVerified: sql<boolean>`${indicatorValue.verifiedBy} = ${personId}`,
      indicator: indicator.name,
      region: indicatorValue.regionCode,
      year: indicatorValue.year,
      quarter: indicatorValue.quarter,
      value: indicatorValue.value,
      numerator: indicatorValue.numerator,
      denominator: indicatorValue.denominator,
      notAvailable: indicatorValue.notAvailable,
      asOf: indicatorValue.asOf,
      source: indicatorValue.source,
      reason: indicatorValue.reason,
    })
    .from(indicatorValue)
    .innerJoin(indicator, eq(indicator.id, indicatorValue.indicatorId))
    .where(or(eq(indicatorValue.createdBy, personId), eq(indicatorValue.verifiedBy, personId)))
    .orderBy(desc(indicatorValue.createdAt))
    .limit(limit)
  const targets = await db
    .select({
      at: indicatorTarget.setAt,
      indicator: indicator.name,
      region: indicatorTarget.regionCode,
      year: indicatorTarget.year,
      quarter: indicatorTarget.quarter,
      value: indicatorTarget.value,
    })
    .from(indicatorTarget)
    .innerJoin(indicator, eq(indicator.id, indicatorTarget.indicatorId))
    .where(eq(indicatorTarget.setBy, personId))
    .orderBy(desc(indicatorTarget.setAt))
    .limit(limit)
  const contributions = await db
    .select({
      at: cardContribution.addedAt,
      indicator: indicator.name,
      region: cardContribution.regionCode,
      value: cardContribution.quantity,
      card: card.title,
    })
    .from(cardContribution)
    .innerJoin(indicator, eq(indicator.id, cardContribution.indicatorId))
    .innerJoin(card, eq(card.id, cardContribution.cardId))
    .where(eq(cardContribution.addedBy, personId))
    .orderBy(desc(cardContribution.addedAt))
    .limit(limit)
  const bare = {
    ...{ numerator: null, denominator: null, notAvailable: false, asOf: null, source: '', reason: '' },
    ...{ year: null, quarter: null, card: null },
  }
  const partsOf = (row: { hasSaid: boolean; hasVerified: boolean }): NumberPart[] => [
    ...(row.hasSaid ? (['said'] as const) : []),
    ...(row.hasVerified ? (['verified'] as const) : []),
  ]
  return [
    ...cells.map(row => ({ ...bare, ...row, parts: ['filled' as const] })),
    ...values.map(({ hasSaid, hasVerified, ...row }) => ({
      ...{ ...bare, ...row, parts: partsOf({ hasSaid, hasVerified }) },
    })),
    ...targets.map(row => ({ ...bare, ...row, parts: ['target' as const] })),
    ...contributions.map(row => ({ ...bare, ...row, parts: ['contributed' as const] })),
  ]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit)
}
