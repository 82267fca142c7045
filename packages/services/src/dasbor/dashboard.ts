import {
  type DashboardIndicator,
  findDashboardMark,
  findWorkSince,
  listDashboardIndicators,
  listDistrictNumbers,
  listWorkTallies,
  type Queryable,
  type WorkSince,
} from '@mufakat/db'
import { type Actor, byOpd, isTowardsZero, may, pathOf, workFigures } from '@mufakat/domain'
import { authorise, type ServiceContext } from '../context'
import { settingOf } from '../settings/settings'
import { type Around, aroundOf, YEARS_SHOWN } from './around'
import type { DashboardInput } from './inputs'
import { indicatorView, type Looked, trendOfPlace } from './numbers'
import type { Dashboard, DashboardIndicatorView, DistrictTile, OpdWork } from './views'

/** How an indicator stands in each kecamatan; none where it has no values below the kabupaten. */
export async function districtTiles(
  db: Queryable,
  row: DashboardIndicator,
  looked: Looked,
): Promise<DistrictTile[]> {
  const { id: indicatorId, level } = row
  const isBelow = level === 'kecamatan' || (level === 'desa' && row.rollUp !== 'tidak')
  if (!isBelow) return []
  const places = await listDistrictNumbers(db, { indicatorId, level, from: looked.from })
  return places.map(({ code, name, ...numbers }) => ({
    code,
    name,
    trend: trendOfPlace(row, numbers, looked),
  }))
}

/** OPD with work, who is late with most first; what is nobody's yet last. */
function opdWork(tallies: Parameters<typeof byOpd>[1], { opd, refOf }: Around): OpdWork[] {
  const place = new Map(opd.map((row, i) => [row.id, i]))
  return [...byOpd(opd, tallies)]
    .map(([id, own]) => ({ id, opd: refOf(id), figures: workFigures(own) }))
    .sort(
      (a, b) =>
        b.figures.late - a.figures.late ||
        (place.get(a.id ?? '') ?? opd.length) - (place.get(b.id ?? '') ?? opd.length),
    )
    .map(({ opd: ref, figures }) => ({ opd: ref, figures }))
}

function decisionsOf(actor: Actor, waits: WorkSince, days: number): Dashboard['decisions'] {
  const keepsAll = may(actor, 'laporan-opd.review')
  return {
    notula: waits.notula
      .filter(({ chairId }) => keepsAll || chairId === actor.personId)
      .map(({ id, title }) => ({ id, title })),
    reports: { waiting: waits.reports.waiting, mayReview: keepsAll },
    toVerify: { count: waits.toVerify, mayVerify: may(actor, 'kartu.verify') },
    escalated: { count: waits.escalated, days },
  }
}

/**
 * The page that pimpinan open. Four statements read what grows with the years, each once over; the others read settings
 * and the list of OPD.
 */
export async function readDashboard(
  ctx: ServiceContext,
  actor: Actor | null,
  { at, mapOf }: DashboardInput,
): Promise<Dashboard> {
  authorise(actor, 'dasbor.read')
  const { db } = ctx.database
  const [around, reminders, mark] = await Promise.all([
    aroundOf(ctx, at),
    settingOf(db, 'reminders'),
    // Before all else: what changes while the page is put together is found to be another afterwards.
    findDashboardMark(db),
  ])
  const { span, zone, bounds, today } = around
  const looked = { from: at.year - YEARS_SHOWN.many, until: at, bounds }
  const days = reminders.sekretariatDays
  const [tallies, rows, waits] = await Promise.all([
    listWorkTallies(db, { span, zone, opdIds: null }),
    listDashboardIndicators(db, { from: looked.from, zone }),
    findWorkSince(db, { today, zone, escalationDays: days }),
  ])
  const indicators = rows.map(row => indicatorView(row, ownerRef(row, around), looked))
  const zeroAt = rows.findIndex(row => isTowardsZero(row.direction, pathOf(row, row.targets)))
  const mapped = await mapOfDistricts(db, { rows, indicators, looked, wanted: mapOf, first: rows[zeroAt] })
  const { last, since } = waits
  return {
    ...{ at, on: span.on, isNow: span.isNow, bounds, indicators, mark },
    zero: indicators[zeroAt] ?? null,
    total: workFigures(tallies),
    opd: opdWork(tallies, around),
    since:
      last === null || since === null
        ? null
        : { ...since, last, indicators: indicators.filter(({ id }) => since.indicatorIds.includes(id)) },
    decisions: decisionsOf(actor, waits, days),
    map: mapped,
  }
}

export const ownerRef = (row: DashboardIndicator, { refOf }: Around) =>
  refOf(row.ownerOpdId) ?? { id: row.ownerOpdId, shortName: '', name: '' }

/** The one that was asked for, else the one that shall come to 0, else the first that has values of kecamatan. */
async function mapOfDistricts(
  db: Queryable,
  of: {
    rows: readonly DashboardIndicator[]
    indicators: readonly DashboardIndicatorView[]
    looked: Looked
    wanted: string | undefined
    first: DashboardIndicator | undefined
  },
): Promise<Dashboard['map']> {
  const isMapped = (row: DashboardIndicator | undefined): row is DashboardIndicator =>
    row !== undefined && row.level !== 'kabupaten' && (row.sums.length > 0 || row.level === 'kecamatan')
  const asked = of.rows.find(row => row.id === of.wanted)
  const row = [asked, of.first, ...of.rows].find(isMapped)
  const indicator = of.indicators.find(one => one.id === row?.id)
  if (row === undefined || indicator === undefined) return null
  return { indicator, tiles: await districtTiles(db, row, of.looked) }
}
