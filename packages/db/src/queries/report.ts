import type { ReportState } from '@mufakat/domain'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias, union } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../database'
import { file } from '../schema/file'
import { person } from '../schema/person'
import { opdReport, reportCell, reportEvidence, reportRemark } from '../schema/report'
import { remarkColumns } from './report-columns'

const columns = {
  id: opdReport.id,
  opdId: opdReport.opdId,
  year: opdReport.year,
  quarter: opdReport.quarter,
  state: opdReport.state,
  note: opdReport.note,
  sentBy: opdReport.sentBy,
  sentAt: opdReport.sentAt,
  decidedBy: opdReport.decidedBy,
  decidedAt: opdReport.decidedAt,
}

/** Which report: of an OPD in a triwulan. */
export interface ReportOf {
  readonly opdId: string
  readonly year: number
  readonly quarter: number
}

const isOf = ({ opdId, year, quarter }: ReportOf) =>
  and(eq(opdReport.opdId, opdId), eq(opdReport.year, year), eq(opdReport.quarter, quarter))

/** Reports of a triwulan; of an OPD nobody has begun to report for there is none. */
export const listReports = (db: Queryable, { year, quarter }: { year: number; quarter: number }) =>
  db
    .select(columns)
    .from(opdReport)
    .where(and(eq(opdReport.year, year), eq(opdReport.quarter, quarter)))

export type ReportRow = Awaited<ReturnType<typeof listReports>>[number]

export const findReport = async (db: Queryable, of: ReportOf): Promise<ReportRow | null> =>
  (await db.select(columns).from(opdReport).where(isOf(of)))[0] ?? null

export const findReportById = async (db: Queryable, id: string): Promise<ReportRow | null> =>
  (await db.select(columns).from(opdReport).where(eq(opdReport.id, id)))[0] ?? null

/** The same, and it stays as it is until the transaction ends; for who changes it, nobody else comes near. */
export const lockReport = async (
  tx: Tx,
  of: ReportOf,
  strength: 'share' | 'update',
): Promise<ReportRow | null> =>
  (await tx.select(columns).from(opdReport).where(isOf(of)).for(strength))[0] ?? null

/** A report stays as it is until the transaction ends. */
export async function lockReportById(tx: Tx, id: string): Promise<void> {
  await tx.select({ id: opdReport.id }).from(opdReport).where(eq(opdReport.id, id)).for('share')
}

/** Makes an empty report where there is none. */
export async function insertReport(tx: Tx, row: ReportOf & { id: string; createdAt: Date }): Promise<void> {
  await tx.insert(opdReport).values(row).onConflictDoNothing()
}

/** Who has written into a report what stands there. */
export async function listReportWriters(db: Queryable, reportId: string): Promise<string[]> {
  const all = await union(
    db.select({ id: reportCell.changedBy }).from(reportCell).where(eq(reportCell.reportId, reportId)),
    db.select({ id: reportRemark.changedBy }).from(reportRemark).where(eq(reportRemark.reportId, reportId)),
    db
      .select({ id: reportEvidence.addedBy })
      .from(reportEvidence)
      .where(and(eq(reportEvidence.reportId, reportId), isNull(reportEvidence.removedAt))),
  )
  return all.map(({ id }) => id)
}

export async function updateReport(
  tx: Tx,
  id: string,
  changes: Partial<Omit<typeof opdReport.$inferInsert, 'id' | 'opdId' | 'year' | 'quarter'>> & {
    state: ReportState
  },
): Promise<void> {
  await tx.update(opdReport).set(changes).where(eq(opdReport.id, id))
}

/** Cells of a report. */
export const listCells = (db: Queryable, reportId: string) =>
  db
    .select({
      indicatorId: reportCell.indicatorId,
      regionCode: reportCell.regionCode,
      value: reportCell.value,
      numerator: reportCell.numerator,
      denominator: reportCell.denominator,
      notAvailable: reportCell.notAvailable,
      finality: reportCell.finality,
      asOf: reportCell.asOf,
      source: reportCell.source,
      revision: reportCell.revision,
      changedBy: reportCell.changedBy,
      changedByName: person.name,
      changedAt: reportCell.changedAt,
    })
    .from(reportCell)
    .innerJoin(person, eq(person.id, reportCell.changedBy))
    .where(eq(reportCell.reportId, reportId))

export type CellRow = Awaited<ReturnType<typeof listCells>>[number]

/** How many cells of each indicator are filled in, for reports of a triwulan. */
export const countFilledCells = (db: Queryable, reportIds: readonly string[]) =>
  db
    .select({
      reportId: reportCell.reportId,
      indicatorId: reportCell.indicatorId,
      filled: sql<number>`count(*) filter (where ${reportCell.notAvailable}
        or ${reportCell.value} is not null or ${reportCell.denominator} is not null)`.mapWith(Number),
    })
    .from(reportCell)
    .where(inArray(reportCell.reportId, [...reportIds]))
    .groupBy(reportCell.reportId, reportCell.indicatorId)

/**
 * Writes a cell over what it was at this revision; 0: over nothing.
 * @returns false when it is at another
 */
export async function putCell(
  tx: Tx,
  row: Omit<typeof reportCell.$inferInsert, 'revision'>,
  revision: number,
): Promise<boolean> {
  if (revision === 0) {
    const made = await tx
      .insert(reportCell)
      .values(row)
      .onConflictDoNothing()
      .returning({ at: reportCell.revision })
    return made.length > 0
  }
  const { reportId, indicatorId, regionCode = '', ...changes } = row
  const written = await tx
    .update(reportCell)
    .set({ ...changes, revision: sql`${reportCell.revision} + 1` })
    .where(
      and(
        eq(reportCell.reportId, reportId),
        eq(reportCell.indicatorId, indicatorId),
        eq(reportCell.regionCode, regionCode),
        eq(reportCell.revision, revision),
      ),
    )
    .returning({ at: reportCell.revision })
  return written.length > 0
}

/** What was said of indicators in a report. */
export const listReportRemarks = (db: Queryable, reportId: string) =>
  db
    .select({ ...remarkColumns, revision: reportRemark.revision })
    .from(reportRemark)
    .where(eq(reportRemark.reportId, reportId))

export type ReportRemarkRow = Awaited<ReturnType<typeof listReportRemarks>>[number]

/** What was said of some indicators in a triwulan, whichever OPD reported. */
export const listRemarksOfQuarter = (
  db: Queryable,
  of: { indicatorIds: readonly string[]; year: number; quarter: number },
) =>
  db
    .select(remarkColumns)
    .from(reportRemark)
    .innerJoin(opdReport, eq(opdReport.id, reportRemark.reportId))
    .where(
      and(
        inArray(reportRemark.indicatorId, [...of.indicatorIds]),
        eq(opdReport.year, of.year),
        eq(opdReport.quarter, of.quarter),
      ),
    )

/** @returns false when it is at another revision */
export async function putReportRemark(
  tx: Tx,
  row: Omit<typeof reportRemark.$inferInsert, 'revision'>,
  revision: number,
): Promise<boolean> {
  if (revision === 0) {
    const made = await tx
      .insert(reportRemark)
      .values(row)
      .onConflictDoNothing()
      .returning({ at: reportRemark.revision })
    return made.length > 0
  }
  const { reportId, indicatorId, ...changes } = row
  const written = await tx
    .update(reportRemark)
    .set({ ...changes, revision: sql`${reportRemark.revision} + 1` })
    .where(
      and(
        eq(reportRemark.reportId, reportId),
        eq(reportRemark.indicatorId, indicatorId),
        eq(reportRemark.revision, revision),
      ),
    )
    .returning({ at: reportRemark.revision })
  return written.length > 0
}

const adder = alias(person, 'adder')

/** Bukti dukung of a report that was not taken away, with its files, the newest first. */
export const listReportEvidence = (db: Queryable, reportId: string) =>
  db
    .select({
      id: reportEvidence.id,
      indicatorId: reportEvidence.indicatorId,
      title: reportEvidence.title,
      url: reportEvidence.url,
      fileId: reportEvidence.fileId,
      fileName: file.name,
      fileKind: file.kind,
      fileSize: file.size,
      thumbnailSize: file.thumbnailSize,
      filePurgedAt: file.purgedAt,
      addedByName: adder.name,
      addedAt: reportEvidence.addedAt,
    })
    .from(reportEvidence)
    .innerJoin(adder, eq(adder.id, reportEvidence.addedBy))
    .leftJoin(file, eq(file.id, reportEvidence.fileId))
    .where(and(eq(reportEvidence.reportId, reportId), isNull(reportEvidence.removedAt)))
    .orderBy(desc(reportEvidence.addedAt), asc(reportEvidence.id))

export type ReportEvidenceRow = Awaited<ReturnType<typeof listReportEvidence>>[number]

export async function insertReportEvidence(tx: Tx, row: typeof reportEvidence.$inferInsert): Promise<void> {
  await tx.insert(reportEvidence).values(row)
}

/** Takes a piece away; null when it is not there any more. */
export const removeReportEvidence = async (
  tx: Tx,
  { reportId, evidenceId, at }: { reportId: string; evidenceId: string; at: Date },
): Promise<{ fileId: string | null; indicatorId: string } | null> =>
  (
    await tx
      .update(reportEvidence)
      .set({ removedAt: at })
      .where(
        and(
          eq(reportEvidence.id, evidenceId),
          eq(reportEvidence.reportId, reportId),
          isNull(reportEvidence.removedAt),
        ),
      )
      .returning({ fileId: reportEvidence.fileId, indicatorId: reportEvidence.indicatorId })
  )[0] ?? null
