import {
  countFilledCells,
  findPeople,
  type IndicatorRow,
  listCells,
  listDefinitions,
  listIndicatorRows,
  listOpdRows,
  listProgrammeRows,
  listRemarksOfQuarter,
  listReportEvidence,
  listReportRemarks,
  listReports,
  type Queryable,
  type ReportEvidenceRow,
  type ReportRow,
} from '@mufakat/db'
import {
  type Actor,
  definitionAt,
  isDueIn,
  isFillable,
  may,
  opdIdsOf,
  shiftTriwulan,
  successorOf,
  type Triwulan,
} from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { namedFile } from '../files/named-file'
import { maxBytes, readFileSettings } from '../files/settings'
import type { ReportInput } from './inputs'
import { triwulanOfRow } from './points'
import { currentTriwulan } from './programmes'
import { readRegions } from './regions'
import { besideCells, cellView, isSaid, missingOf, regionsOf } from './report-cells'
import { indicatorsOf, officeOf, readReport, reportById, reportPlace } from './report-place'
import type {
  RemarkTexts,
  ReportEvidenceView,
  ReportForm,
  ReportIndicatorView,
  ReportList,
  ReportSummary,
} from './views'

const NO_REMARK: RemarkTexts = { analysis: '', kendala: '', solusi: '', plan: '' }

const textsOf = ({ analysis, kendala, solusi, plan }: RemarkTexts): RemarkTexts => ({
  ...{ analysis, kendala, solusi, plan },
})

/** Reports of a triwulan, of every OPD that has something to report and whose report this person may read. */
export async function reportsOf(ctx: ServiceContext, actor: Actor | null, at: Triwulan): Promise<ReportList> {
  if (actor === null) throw new AppError('not-signed-in', 'laporan-opd.read')
  if (!may(actor, 'target.read')) throw new AppError('forbidden', 'laporan-opd.read')
  const { db } = ctx.database
  const [opd, indicators, rows, regions] = await Promise.all([
    listOpdRows(db),
    listIndicatorRows(db),
    listReports(db, at),
    readRegions(db),
  ])
  const owners = new Set(indicators.filter(one => one.active).map(one => successorOf(opd, one.ownerOpdId)))
  for (const row of rows) owners.add(row.opdId)
  const counts = await countFilledCells(
    db,
    rows.map(row => row.id),
  )
  const reports = opd
    .filter(one => owners.has(one.id) && may(actor, 'laporan-opd.read', officeOf(opd, one.id)))
    .map((one): ReportSummary => {
      const row = rows.find(report => report.opdId === one.id)
      const due = indicatorsOf(opd, indicators, one.id).filter(indicator =>
        isDueIn(indicator.frequency, at.quarter),
      )
      const cells = counts.filter(count => count.reportId === row?.id)
      const filledOf = ({ id }: IndicatorRow) => cells.find(count => count.indicatorId === id)?.filled ?? 0
      const cellsOf = (indicator: IndicatorRow) => regionsOf(regions, indicator).length
      const sum = (of: (indicator: IndicatorRow) => number) =>
        due.reduce((total, indicator) => total + of(indicator), 0)
      return {
        ...at,
        opd: { id: one.id, shortName: one.shortName, name: one.name },
        state: row?.state ?? 'draf',
        isUntouched: row === undefined,
        due: sum(cellsOf),
        filled: sum(indicator => Math.min(filledOf(indicator), cellsOf(indicator))),
        ...{ sentAt: row?.sentAt ?? null, decidedAt: row?.decidedAt ?? null, note: row?.note ?? '' },
        mayFill: isFillable(row?.state ?? 'draf') && may(actor, 'laporan-opd.fill', officeOf(opd, one.id)),
      }
    })
  return { at, reports, mayReview: may(actor, 'laporan-opd.review') }
}

/** What somebody's own OPD owe: reports of the triwulan that ended last in which something is due, and which they still fill in. */
export async function owedReports(ctx: ServiceContext, actor: Actor | null): Promise<ReportSummary[]> {
  const current = await currentTriwulan(ctx)
  const { reports } = await reportsOf(ctx, actor, shiftTriwulan(current, -1))
  const all = await listOpdRows(ctx.database.db)
  const own = actor === null ? [] : opdIdsOf(actor).map(id => successorOf(all, id))
  return reports.filter(report => report.mayFill && report.due > 0 && own.includes(report.opd.id))
}

/** Which report has this id, for who may read it: where what was done to it is shown. */
export async function whichReport(
  ctx: ServiceContext,
  actor: Actor | null,
  reportId: string,
): Promise<ReportInput> {
  const { report } = await reportById(ctx.database.db, actor, 'laporan-opd.read', reportId)
  return { opdId: report.opdId, ...triwulanOfRow(report) }
}

const evidenceView = (row: ReportEvidenceRow, mayRemove: boolean): ReportEvidenceView => ({
  ...{ id: row.id, title: row.title, url: row.url },
  ...{ addedBy: row.addedByName, addedAt: row.addedAt, mayRemove },
  file: namedFile(row),
})

/** Everything that is written in a report. */
const contentOf = async (db: Queryable, row: ReportRow | null) =>
  row === null
    ? { cells: [], remarks: [], evidence: [] }
    : {
        cells: await listCells(db, row.id),
        remarks: await listReportRemarks(db, row.id),
        evidence: await listReportEvidence(db, row.id),
      }

/** The form of an OPD for a triwulan: what is written, and what was said last beside it. Opening it writes nothing. */
export async function openReport(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ReportInput,
): Promise<ReportForm> {
  const { db } = ctx.database
  const { year, quarter } = input
  const at = { year, quarter }
  const place = await reportPlace(db, actor, 'laporan-opd.read', input.opdId)
  const row = await readReport(db, input)
  const content = await contentOf(db, row)
  const written = new Set([...content.cells, ...content.remarks].map(one => one.indicatorId))
  // What was reported stays in its report, whoever reports it now.
  const indicators = place.allIndicators.filter(one => place.indicators.includes(one) || written.has(one.id))
  const ids = indicators.map(one => one.id)
  const [regions, beside, definitions, programmes, lastRemarks, people, settings] = await Promise.all([
    readRegions(db),
    besideCells(db, ids, at),
    listDefinitions(db, ids),
    listProgrammeRows(db),
    listRemarksOfQuarter(db, { indicatorIds: ids, ...shiftTriwulan(at, -1) }),
    findPeople(
      db,
      [row?.sentBy, row?.decidedBy].filter(id => id != null),
    ),
    readFileSettings(db),
  ])
  const state = row?.state ?? 'draf'
  const mayFill = isFillable(state) && may(place.actor, 'laporan-opd.fill', place.subject)
  const nameOf = (id: string | null | undefined) => people.find(person => person.id === id)?.name ?? null

  const viewOf = (indicator: IndicatorRow): ReportIndicatorView => {
    const cells = content.cells.filter(cell => cell.indicatorId === indicator.id)
    const places = regions.of(indicator.level)
    // A place that is no more, about which something was said.
    const former = cells
      .filter(cell => isSaid(cell) && !places.some(region => region.code === cell.regionCode))
      .flatMap(cell => regions.find(cell.regionCode) ?? [])
    const remark = content.remarks.find(one => one.indicatorId === indicator.id)
    const lastRemark = lastRemarks.find(one => one.indicatorId === indicator.id)
    const versions = definitions
      .filter(one => one.indicatorId === indicator.id)
      .map(one => ({ ...one, ...triwulanOfRow(one) }))
    return {
      ...{ id: indicator.id, name: indicator.name, unit: indicator.unit, decimals: indicator.decimals },
      ...{ direction: indicator.direction, level: indicator.level, frequency: indicator.frequency },
      ...{ factor: indicator.factor, lowest: indicator.lowest, highest: indicator.highest },
      source: indicator.source,
      programmeName: programmes.find(one => one.id === indicator.programmeId)?.name ?? '',
      definition: definitionAt(versions, at)?.definition ?? '',
      isDue: isDueIn(indicator.frequency, quarter),
      missing: missingOf(indicator, regions, { cells, at }),
      cells: [...places, ...former].map(region =>
        cellView(indicator, region, {
          cell: cells.find(cell => cell.regionCode === region.code) ?? null,
          ...{ beside, at, state },
        }),
      ),
      remark: { ...textsOf(remark ?? NO_REMARK), revision: remark?.revision ?? 0 },
      lastRemark: lastRemark === undefined ? null : textsOf(lastRemark),
      evidence: content.evidence
        .filter(piece => piece.indicatorId === indicator.id)
        .map(piece => evidenceView(piece, mayFill)),
    }
  }
  const views = indicators.map(viewOf)
  const missing = views.reduce((sum, view) => sum + view.missing, 0)
  return {
    ...at,
    id: row?.id ?? null,
    opd: { id: place.opd.id, shortName: place.opd.shortName, name: place.opd.name },
    ...{ state, note: row?.note ?? '' },
    ...{ sentBy: nameOf(row?.sentBy), sentAt: row?.sentAt ?? null },
    ...{ decidedBy: nameOf(row?.decidedBy), decidedAt: row?.decidedAt ?? null },
    ...{ indicators: views, missing },
    allowed: {
      fill: mayFill,
      send: mayFill && missing === 0 && views.length > 0,
      review: state === 'dikirim' && may(place.actor, 'laporan-opd.review'),
    },
    maxBytes: maxBytes(settings),
  }
}
