import { findDashboardMark, listOpdRows, type OpdRow } from '@mufakat/db'
import {
  type Actor,
  type BandBounds,
  may,
  successionOf,
  successorOf,
  type Triwulan,
  type WorkSpan,
  workSpan,
  type Zone,
} from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, type ServiceContext } from '../context'
import { readBounds } from '../sasaran/bounds'
import { todayOf, zoneOf } from '../settings/today'
import type { OpdRef } from '../views'

/** How many years before the one that is looked at are shown beside each other; of one indicator more. */
export const YEARS_SHOWN = { many: 2, one: 4 } as const

/** What every page of the dashboard looks at its rows with. */
export interface Around {
  readonly span: WorkSpan
  readonly zone: Zone
  readonly bounds: BandBounds
  readonly opd: readonly OpdRow[]
  readonly today: string
  refOf(id: string | null): OpdRef | null
}

export async function aroundOf(ctx: ServiceContext, at: Triwulan): Promise<Around> {
  const { db } = ctx.database
  const [zone, today, bounds, opd] = await Promise.all([
    zoneOf(ctx),
    todayOf(ctx),
    readBounds(db),
    listOpdRows(db),
  ])
  const refs = new Map(opd.map(({ id, shortName, name }) => [id, { id, shortName, name }]))
  return {
    span: workSpan(at, today),
    ...{ zone, bounds, opd, today },
    refOf: id => (id === null ? null : (refs.get(successorOf(opd, id)) ?? null)),
  }
}

/** An OPD and those whose work it has taken over, for who may look at its page. */
export function opdFor(actor: Actor | null, opd: readonly OpdRow[], id: string): OpdRow {
  const row = opd.find(one => one.id === id)
  const officeOpdIds = row === undefined ? [] : successionOf(opd, id)
  authorise(actor, 'dasbor.opd', { officeOpdIds })
  if (row === undefined) throw new AppError('not-found', 'opd')
  return row
}

/**
 * A short text that is another whenever something may be that the dashboard shows: what an open page holds against its own
 * to know whether to load anew.
 */
export async function dashboardMark(ctx: ServiceContext, actor: Actor | null): Promise<string> {
  // Its OPD's page is everybody's who speaks for one; the mark tells nothing but that something was done.
  if (actor === null || !may(actor, 'target.read')) authorise(actor, 'dasbor.read')
  return findDashboardMark(ctx.database.db)
}
