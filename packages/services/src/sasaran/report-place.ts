import {
  findReport,
  findReportById,
  type IndicatorRow,
  insertReport,
  listIndicatorRows,
  listOpdRows,
  lockReport,
  type OpdRow,
  type Queryable,
  type ReportOf,
  type ReportRow,
  type Tx,
} from '@mufakat/db'
import {
  type Action,
  type Actor,
  isFillable,
  type OfficeSubject,
  successionOf,
  successorOf,
} from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { authorise, isRowId } from '../context'

type ReportAction = Extract<Action, 'laporan-opd.read' | 'laporan-opd.fill'>

/** What an OPD answers for: what is its own, and what those had that it has taken the place of (domain, O3). */
export const officeOf = (all: readonly OpdRow[], opdId: string): OfficeSubject => ({
  officeOpdIds: successionOf(all, opdId),
})

/** Indicators that an OPD reports, of all that are active. */
export const indicatorsOf = (
  all: readonly OpdRow[],
  indicators: readonly IndicatorRow[],
  opdId: string,
): IndicatorRow[] => indicators.filter(one => one.active && successorOf(all, one.ownerOpdId) === opdId)

export interface ReportPlace {
  readonly actor: Actor
  readonly opd: OpdRow
  readonly subject: OfficeSubject
  /** Those that it reports. */
  readonly indicators: readonly IndicatorRow[]
  readonly allIndicators: readonly IndicatorRow[]
}

/** The OPD of a report, for who may do this with it. */
export async function reportPlace(
  db: Queryable,
  actor: Actor | null,
  action: ReportAction,
  opdId: string,
): Promise<ReportPlace> {
  if (actor === null) throw new AppError('not-signed-in', action)
  const [all, allIndicators] = await Promise.all([listOpdRows(db), listIndicatorRows(db)])
  const opd = all.find(one => one.id === opdId)
  const subject = officeOf(all, opdId)
  authorise(actor, action, subject)
  if (opd === undefined) throw new AppError('not-found', action)
  return { actor, opd, subject, indicators: indicatorsOf(all, allIndicators, opd.id), allIndicators }
}

const reportOf = ({ opdId, year, quarter }: ReportOf): ReportOf => ({ opdId, year, quarter })

export const readReport = (db: Queryable, of: ReportOf): Promise<ReportRow | null> =>
  findReport(db, reportOf(of))

/**
 * A report to write into, made where there is none. It stays fillable until the transaction ends: who sends or decides it
 * waits. Others write into it all the while.
 */
export async function fillableReport(tx: Tx, of: ReportOf, now: Date): Promise<ReportRow> {
  let row = await lockReport(tx, reportOf(of), 'share')
  if (row === null) {
    await insertReport(tx, { ...reportOf(of), id: newId(now.getTime()), createdAt: now })
    row = defined(await lockReport(tx, reportOf(of), 'share'), 'a report that was made')
  }
  if (!isFillable(row.state)) throw new AppError('conflict', row.state)
  return row
}

/** The same by the id of the report; one that may not be seen is as one that is not there. */
export async function reportById(
  db: Queryable,
  actor: Actor | null,
  action: ReportAction,
  reportId: string,
): Promise<{ report: ReportRow; place: ReportPlace }> {
  if (actor === null) throw new AppError('not-signed-in', action)
  const report = isRowId(reportId) ? await findReportById(db, reportId) : null
  if (report === null) throw new AppError('not-found', action)
  return { report, place: await reportPlace(db, actor, action, report.opdId) }
}

/** An indicator of the report that this person fills in. */
export function reported(place: ReportPlace, indicatorId: string): IndicatorRow {
  const indicator = place.indicators.find(one => one.id === indicatorId)
  if (indicator === undefined) throw new AppError('not-found', 'indicator')
  return indicator
}
