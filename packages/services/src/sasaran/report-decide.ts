import {
  type CellRow,
  type IndicatorRow,
  insertValues,
  listCells,
  listDefinitions,
  listValuesOfQuarter,
  lockReport,
  type ReportRow,
  supersedeValues,
  type Tx,
  updateReport,
} from '@mufakat/db'
import {
  type Actor,
  type DefinitionSince,
  definitionAt,
  numberOf,
  type ReportStep,
  reportAfter,
  type Triwulan,
  triwulanRange,
} from '@mufakat/domain'
import { AppError, grouped, newId } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { authorise, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { saysTheSame } from './cell'
import { fault, whileHeld } from './changing'
import type { AcceptReportInput, ReportInput, ReturnReportInput } from './inputs'
import { measuredOf, triwulanOfRow } from './points'
import { readRegions } from './regions'
import { isSaid, isWrong, missingOf } from './report-cells'
import { type ReportPlace, reportPlace } from './report-place'
import { tellReportAccepted, tellReportReturned, tellReportSent } from './report-tell'

/*
 * A report is sent, and accepted or returned (domain, SA18). Invariants:
 * 1. Who accepts says which sending they looked at; nobody accepts what was sent anew since.
 * 2. Cells become values in the transaction that locks the report, or it is not accepted at all.
 * 3. A value that holds there already stays when the report says the same; otherwise it loses its place and stays kept.
 */

const triwulanOfInput = ({ year, quarter }: Triwulan): Triwulan => ({ year, quarter })

/** The report, for this person alone, and what it is after a step. */
async function stepped(
  tx: Tx,
  input: ReportInput & { sentAt?: Date },
  step: ReportStep,
): Promise<{ report: ReportRow; state: NonNullable<ReturnType<typeof reportAfter>> }> {
  const { opdId, year, quarter } = input
  const report = await lockReport(tx, { opdId, year, quarter }, 'update')
  const state = report && reportAfter(report.state, step)
  // Nothing was ever written into it.
  if (report === null)
    throw step === 'send' ? fault('missing', 'report-missing') : new AppError('not-found', step)
  if (state === null) throw new AppError('conflict', step)
  if (input.sentAt !== undefined && report.sentAt?.getTime() !== input.sentAt.getTime())
    throw new AppError('conflict', 'sent anew')
  return { report, state }
}

/** Nothing is missing, and nothing is wrong. */
async function mustBeWhole(
  tx: Tx,
  place: ReportPlace,
  cells: readonly CellRow[],
  at: Triwulan,
): Promise<void> {
  const regions = await readRegions(tx)
  const missing = place.indicators.reduce((sum, one) => sum + missingOf(one, regions, { cells, at }), 0)
  if (missing > 0) throw fault('missing', 'report-missing')
}

const detailsOf = ({ opdId, year, quarter }: ReportInput) => ({ opdId, year, quarter })

/** Sends a report that is complete; from then on nothing is written into it. */
export async function sendReport(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ReportInput,
): Promise<void> {
  const { actor: by } = await reportPlace(ctx.database.db, actor, 'laporan-opd.fill', input.opdId)
  await whileHeld(ctx, by, async ({ tx, now, audit }) => {
    const place = await reportPlace(tx, by, 'laporan-opd.fill', input.opdId)
    const { report, state } = await stepped(tx, input, 'send')
    await mustBeWhole(tx, place, await listCells(tx, report.id), triwulanOfInput(input))
    await updateReport(tx, report.id, { state, note: '', sentBy: by.personId, sentAt: now })
    await audit('laporan-opd.send', report.id, detailsOf(input))
    await tellReportSent(tx, { report, sentAt: now, by, now })
  })
}

/** A cell as a value that holds; null: nothing is said in it. */
function valueOfCell(
  cell: CellRow,
  { indicator, definitions, at }: { indicator: IndicatorRow; definitions: DefinitionSince[]; at: Triwulan },
) {
  if (!isSaid(cell)) return null
  const measured = measuredOf(cell)
  return {
    ...{ indicatorId: cell.indicatorId, regionCode: cell.regionCode, ...at, ...measured },
    value: numberOf(measured, indicator.factor),
    finality: cell.finality,
    asOf: cell.asOf ?? triwulanRange(at).to,
    source: cell.source || indicator.source,
    definitionVersion: definitionAt(definitions, at)?.version ?? 1,
    createdBy: cell.changedBy,
  }
}

/** Accepts a report: its cells become values that hold, and it is locked. */
export async function acceptReport(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AcceptReportInput,
): Promise<void> {
  authorise(actor, 'laporan-opd.review')
  await whileHeld(ctx, actor, async ({ tx, now, audit }) => {
    const at = triwulanOfInput(input)
    const place = await reportPlace(tx, actor, 'laporan-opd.read', input.opdId)
    const { report, state } = await stepped(tx, input, 'accept')
    const cells = await listCells(tx, report.id)
    // It was whole when it was sent; what is asked for since is for the next one. Limits hold as they are now.
    if (
      place.allIndicators.some(one => cells.some(cell => cell.indicatorId === one.id && isWrong(one, cell)))
    )
      throw fault('missing', 'report-missing')
    const ids = [...new Set(cells.map(cell => cell.indicatorId))]
    const versions = grouped(await listDefinitions(tx, ids), row => row.indicatorId)
    const indicators = new Map(place.allIndicators.map(one => [one.id, one]))
    const standing = new Map(
      (await listValuesOfQuarter(tx, { indicatorIds: ids, ...at })).map(row => [
        `${row.indicatorId} ${row.regionCode}`,
        row,
      ]),
    )
    const values = cells.flatMap(cell => {
      const indicator = indicators.get(cell.indicatorId)
      if (indicator === undefined) return []
      const definitions = (versions.get(cell.indicatorId) ?? []).map(one => ({
        ...one,
        ...triwulanOfRow(one),
      }))
      return valueOfCell(cell, { indicator, definitions, at }) ?? []
    })
    const before = (value: { indicatorId: string; regionCode: string }) =>
      standing.get(`${value.indicatorId} ${value.regionCode}`)
    const fresh = values.filter(value => {
      const held = before(value)
      return held === undefined || !saysTheSame(held, value)
    })
    const replaced = fresh.flatMap(value => before(value)?.id ?? [])
    await supersedeValues(tx, replaced, now)
    const checked = { createdAt: now, verifiedBy: actor.personId, verifiedAt: now, reportId: report.id }
    await insertValues(
      tx,
      fresh.map(value => ({ ...value, ...checked, id: newId(now.getTime()) })),
    )
    await updateReport(tx, report.id, { state, decidedBy: actor.personId, decidedAt: now })
    const counts = { values: fresh.length, replaced: replaced.length }
    await audit('laporan-opd.accept', report.id, { ...detailsOf(input), ...counts })
    await tellReportAccepted(tx, place, { report, sentAt: input.sentAt, by: actor, now })
  })
}

/** Sends a report back with what is to be mended. */
export async function returnReport(
  ctx: MailingContext,
  actor: Actor | null,
  input: ReturnReportInput,
): Promise<void> {
  authorise(actor, 'laporan-opd.review')
  await whileHeld(ctx, actor, async ({ tx, now, audit }) => {
    const { note } = input
    guardNik({ note }, input.nikConfirmed)
    const place = await reportPlace(tx, actor, 'laporan-opd.read', input.opdId)
    const { report, state } = await stepped(tx, input, 'return')
    await updateReport(tx, report.id, { state, note, decidedBy: actor.personId, decidedAt: now })
    await audit('laporan-opd.return', report.id, detailsOf(input))
    const told = { report, sentAt: input.sentAt, by: actor, now }
    await tellReportReturned(tx, place, told, { baseUrl: ctx.baseUrl, note })
  })
}
