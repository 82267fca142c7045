import {
  type DashboardIndicator,
  findDashboardMark,
  listDashboardIndicators,
  listVillageNumbers,
  listWorkOfIndicator,
  type Queryable,
} from '@mufakat/db'
import { type Actor, numberOf } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, type ServiceContext } from '../context'
import { aroundOf, YEARS_SHOWN } from './around'
import { districtTiles, ownerRef } from './dashboard'
import type { DashboardPartInput } from './inputs'
import { indicatorView } from './numbers'
import type { IndicatorDashboard } from './views'
import { itemsOf } from './work-item'

/** One indicator over the years, with the work that contributes to it, and how it stands in kecamatan and desa. */
export async function readIndicatorDashboard(
  ctx: ServiceContext,
  actor: Actor | null,
  { id, at }: DashboardPartInput,
): Promise<IndicatorDashboard> {
  authorise(actor, 'dasbor.read')
  const { db } = ctx.database
  const [around, mark] = await Promise.all([aroundOf(ctx, at), findDashboardMark(db)])
  const { span, zone, bounds, refOf } = around
  const looked = { from: at.year - YEARS_SHOWN.one, until: at, bounds }
  const [rows, work] = await Promise.all([
    listDashboardIndicators(db, { from: looked.from, zone, indicatorId: id }),
    listWorkOfIndicator(db, { indicatorId: id, zone }),
  ])
  const row = rows[0]
  if (row === undefined) throw new AppError('not-found', 'indicator')
  const indicator = indicatorView(row, ownerRef(row, around), looked)
  const [districts, villages] = await Promise.all([
    districtTiles(db, row, looked),
    villagesOf(db, row, indicator.standing.at),
  ])
  return {
    ...{ at, bounds, indicator, districts, villages, mark },
    // Whatever contributes is told of, also what was finished long ago.
    work: itemsOf(
      work,
      { ...span, from: '0001-01-01' },
      { refOf, more: ({ quantity, regionName }) => ({ quantity, region: regionName }) },
    ),
  }
}

async function villagesOf(
  db: Queryable,
  { id: indicatorId, level, factor }: DashboardIndicator,
  at: IndicatorDashboard['at'] | null,
): Promise<IndicatorDashboard['villages']> {
  if (level !== 'desa' || at === null) return null
  const numbers = await listVillageNumbers(db, { indicatorId, ...at })
  return {
    at,
    numbers: numbers.map(({ code, name, district, notAvailable, finality, ...row }) => ({
      ...{ code, name, district, notAvailable, finality },
      number: numberOf({ ...row, notAvailable }, factor),
    })),
  }
}
