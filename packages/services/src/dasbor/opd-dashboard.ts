import { findDashboardMark, listDashboardIndicators, listWorkOfOpd, listWorkTallies } from '@mufakat/db'
import { type Actor, may, predecessorsOf, successorOf, workFigures } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { aroundOf, opdFor, YEARS_SHOWN } from './around'
import { ownerRef } from './dashboard'
import type { DashboardPartInput } from './inputs'
import { indicatorView } from './numbers'
import type { OpdDashboard } from './views'
import { itemsOf } from './work-item'

/** The work and the indicators of one OPD, with those of the OPD that it has taken over. */
export async function readOpdDashboard(
  ctx: ServiceContext,
  actor: Actor | null,
  { id, at }: DashboardPartInput,
): Promise<OpdDashboard> {
  const { db } = ctx.database
  const [around, mark] = await Promise.all([aroundOf(ctx, at), findDashboardMark(db)])
  const { span, zone, bounds, opd: all, refOf } = around
  const { shortName, name } = opdFor(actor, all, id)
  const opdIds = [id, ...predecessorsOf(all, id).map(one => one.id)]
  const looked = { from: at.year - YEARS_SHOWN.many, until: at, bounds }
  const [tallies, work, rows] = await Promise.all([
    listWorkTallies(db, { span, zone, opdIds }),
    listWorkOfOpd(db, { span, zone, opdIds }),
    listDashboardIndicators(db, { from: looked.from, zone, ownerOpdIds: opdIds }),
  ])
  return {
    ...{ at, on: span.on, isNow: span.isNow, opd: { id, shortName, name }, mark },
    figures: workFigures(tallies),
    work: itemsOf(work, span, { refOf, more: () => ({}) }),
    indicators: rows
      .filter(row => successorOf(all, row.ownerOpdId) === successorOf(all, id))
      .map(row => indicatorView(row, ownerRef(row, around), looked)),
    mayReadAll: may(actor, 'dasbor.read'),
  }
}
