import {
  type CellRow,
  findPeople,
  type IndicatorRow,
  insertReportEvidence,
  listCells,
  listReportRemarks,
  putCell,
  putReportRemark,
  type ReportRow,
  removeReportEvidence as removeEvidenceRow,
  setFileRemoval,
  type Tx,
} from '@mufakat/db'
import { type Actor, cellFault, type Triwulan, triwulanRange } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { type AuditAction, recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { CELL_FIELDS, normalised, readAs, saysTheSame } from './cell'
import type {
  AddReportEvidenceInput,
  CellInput,
  RemoveReportEvidenceInput,
  ReportInput,
  SaveCellInput,
  SaveCellsInput,
  SaveRemarkInput,
} from './inputs'
import { type Region, readRegions } from './regions'
import { type Beside, besideCells, cellView, isSaid, regionsOf } from './report-cells'
import { fillableReport, type ReportPlace, reported, reportPlace } from './report-place'
import type { SavedCell } from './views'

/*
 * Filling in a report (domain, SA16–SA19). Invariants:
 * 1. Many write into one report at a time; a cell and a remark each name the revision that their change began from, and who
 *    was second is told what stands there.
 * 2. Nothing is written once it was sent: who writes shares a lock on the report that who sends it takes alone.
 */

interface Filling {
  readonly tx: Tx
  readonly place: ReportPlace
  readonly report: ReportRow
  readonly now: Date
  readonly audit: (action: AuditAction, details: Record<string, unknown>) => Promise<void>
}

async function filling<T>(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ReportInput,
  work: (at: Filling) => Promise<T>,
): Promise<T> {
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const place = await reportPlace(tx, actor, 'laporan-opd.fill', input.opdId)
    const report = await fillableReport(tx, input, now)
    const audit: Filling['audit'] = (action, details) =>
      recordAudit(tx, {
        ...{ at: now, actorId: place.actor.personId, action, subjectId: report.id },
        details: { opdId: report.opdId, year: report.year, quarter: report.quarter, ...details },
      })
    return work({ tx, place, report, now, audit })
  })
}

/** Writes one cell over what its person saw there; the answer says what became of it. */
async function saveOne(
  { tx, place, report, now }: Filling,
  input: CellInput,
  { indicator, region, before, beside, at }: CellPlace,
): Promise<SavedCell & { changed?: true }> {
  const { indicatorId, regionCode, revision } = input
  const refused = (fields: Record<string, string>, standing: CellRow | null = null): SavedCell => ({
    ...{ saved: false, indicatorId, regionCode, fields },
    standing: standing && cellView(indicator, region, { cell: standing, beside, at, state: report.state }),
  })
  const measured = normalised(input, indicator.factor)
  const wrong = cellFault(measured, readAs(indicator, regionCode))
  if (wrong !== null) return refused({ [CELL_FIELDS[wrong]]: `field.cell-${wrong}` })
  if (input.asOf !== null && input.asOf > triwulanRange(at).to) return refused({ asOf: 'field.as-of' })
  const after = { ...measured, finality: input.finality, asOf: input.asOf, source: input.source }
  const viewOf = (cell: CellRow | null): SavedCell => ({
    saved: true,
    cell: cellView(indicator, region, { cell, beside, at, state: report.state }),
  })
  // What stands there already need not be written, whoever wrote it.
  if (before === null ? revision === 0 && !isSaid(measured) : saysTheSame(before, after))
    return viewOf(before)
  const { personId } = place.actor
  const row = { reportId: report.id, indicatorId, regionCode, ...after, changedBy: personId, changedAt: now }
  if (!(await putCell(tx, row, revision))) {
    const standing = (await listCells(tx, report.id)).find(
      cell => cell.indicatorId === indicatorId && cell.regionCode === regionCode,
    )
    // The same, sent twice at once: who saves while a box was just left.
    if (standing !== undefined && saysTheSame(standing, after)) return viewOf(standing)
    return refused({ value: 'error.conflict' }, standing ?? null)
  }
  const [person] = await findPeople(tx, [personId])
  const cell = { ...row, revision: revision + 1, changedByName: person?.name ?? '' }
  return { ...viewOf(cell), changed: true }
}

interface CellPlace {
  readonly indicator: IndicatorRow
  readonly region: Region
  readonly before: CellRow | null
  readonly beside: Beside
  readonly at: Triwulan
}

/** Writes cells, each judged by itself: those that can be kept are, and of the others it is said why not. */
export const saveCells = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: SaveCellsInput,
): Promise<SavedCell[]> =>
  filling(ctx, actor, input, async filled => {
    const { tx, place, report } = filled
    const at = { year: input.year, quarter: input.quarter }
    for (const cell of input.cells) guardNik({ source: cell.source }, input.nikConfirmed)
    const regions = await readRegions(tx)
    const rows = await listCells(tx, report.id)
    const ids = [...new Set(input.cells.map(cell => cell.indicatorId))]
    const beside = await besideCells(tx, ids, at)
    const answers: SavedCell[] = []
    const changed: { indicatorId: string; regionCode: string }[] = []
    for (const cell of input.cells) {
      const { indicatorId, regionCode } = cell
      const indicator = reported(place, indicatorId)
      const region = regionsOf(regions, indicator).find(one => one.code === regionCode)
      if (region === undefined) throw new AppError('not-found', 'region')
      const before = rows.find(row => row.indicatorId === indicatorId && row.regionCode === regionCode)
      const { changed: isChanged, ...answer } = await saveOne(filled, cell, {
        ...{ indicator, region, before: before ?? null, beside, at },
      })
      answers.push(answer)
      if (isChanged) changed.push({ indicatorId, regionCode })
    }
    if (changed.length > 0) await filled.audit('laporan-opd.fill', { cells: changed })
    return answers
  })

/** Writes one cell. */
export async function saveCell(
  ctx: ServiceContext,
  actor: Actor | null,
  { cell, ...input }: SaveCellInput,
): Promise<SavedCell> {
  const [answer] = await saveCells(ctx, actor, { ...input, cells: [cell] })
  if (answer === undefined) throw new AppError('unexpected', 'laporan-opd.fill')
  return answer
}

const REMARK_TEXTS = ['analysis', 'kendala', 'solusi', 'plan'] as const

/** Writes what is said of an indicator; answers the revision that it is at. */
export const saveRemark = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: SaveRemarkInput,
): Promise<{ revision: number }> =>
  filling(ctx, actor, input, async ({ tx, place, report, now, audit }) => {
    const { indicatorId, analysis, kendala, solusi, plan, revision } = input
    const texts = { analysis, kendala, solusi, plan }
    reported(place, indicatorId)
    guardNik(texts, input.nikConfirmed)
    const row = {
      reportId: report.id,
      indicatorId,
      ...texts,
      changedBy: place.actor.personId,
      changedAt: now,
    }
    if (!(await putReportRemark(tx, row, revision))) {
      const standing = (await listReportRemarks(tx, report.id)).find(one => one.indicatorId === indicatorId)
      // What stands there already need not be written, whoever wrote it.
      if (standing !== undefined && REMARK_TEXTS.every(name => standing[name] === texts[name]))
        return { revision: standing.revision }
      throw new AppError('conflict', 'laporan-opd.remark')
    }
    await audit('laporan-opd.remark', { indicatorId })
    return { revision: revision + 1 }
  })

/** Hands in an address as bukti dukung. */
export const addReportEvidence = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddReportEvidenceInput,
): Promise<string> =>
  filling(ctx, actor, input, async ({ tx, place, report, now, audit }) => {
    const { indicatorId, title, url } = input
    reported(place, indicatorId)
    guardNik({ title, url }, input.nikConfirmed)
    const id = newId(now.getTime())
    const added = { addedBy: place.actor.personId, addedAt: now }
    await insertReportEvidence(tx, { id, reportId: report.id, indicatorId, title, url, ...added })
    await audit('laporan-opd.prove', { indicatorId, evidenceId: id })
    return id
  })

/** Takes a piece of bukti dukung away. */
export const removeReportEvidence = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: RemoveReportEvidenceInput,
): Promise<void> =>
  filling(ctx, actor, input, async ({ tx, place, report, now, audit }) => {
    const { evidenceId } = input
    const piece = await removeEvidenceRow(tx, { reportId: report.id, evidenceId, at: now })
    if (piece === null) throw new AppError('not-found', 'evidence')
    const { personId } = place.actor
    if (piece.fileId !== null) await setFileRemoval(tx, piece.fileId, { personId, at: now })
    await audit('laporan-opd.unprove', { indicatorId: piece.indicatorId, evidenceId })
  })
