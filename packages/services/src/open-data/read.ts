import {
  type IndicatorRow,
  listDefinitions,
  listIndicatorRows,
  listOpdRows,
  listProgrammeRows,
  listValuesToExport,
  type Queryable,
} from '@mufakat/db'
import { isOpenData, type Triwulan, WHOLE_REGENCY } from '@mufakat/domain'
import { AppError, grouped } from '@mufakat/kernel'
import { isRowId, type ServiceContext } from '../context'
import { readBounds } from '../sasaran/bounds'
import { type Point, pointsOf, triwulanOfRow } from '../sasaran/points'
import { currentTriwulan, summariesOf } from '../sasaran/programmes'
import { levelOf, type Regions, readRegions } from '../sasaran/regions'
import { settingOf } from '../settings/settings'
import type { OpenCatalogue, OpenDetail, OpenIndicator, OpenRegency, OpenValue } from './views'

/*
 * What is open to everybody. Invariants:
 * 1. Only indicators that are marked as public, and only values that hold (domain, OD1): neither what somebody has typed
 *    into a report, nor what was replaced, nor why, nor by whom.
 * 2. No name of a person is read here at all.
 */

const valueOfPoint = (point: Point, regency: OpenRegency, isPutTogether: boolean): OpenValue => ({
  ...{ year: point.year, quarter: point.quarter, regionCode: regency.code, region: regency.name },
  ...{ level: 'kabupaten', number: point.number, numerator: point.numerator, denominator: point.denominator },
  ...{ notAvailable: point.notAvailable, finality: point.finality, asOf: point.asOf, source: point.source },
  definitionVersion: point.definitionVersion,
  ...(isPutTogether ? { of: point.of, given: point.given } : { of: null, given: null }),
})

const ofKabupaten = (points: readonly Point[], regency: OpenRegency): OpenValue[] =>
  points.map(point => valueOfPoint(point, regency, point.valueId === null))

interface World {
  readonly db: Queryable
  readonly at: Triwulan
  readonly regency: OpenRegency
  readonly regions: Regions
}

async function worldOf(ctx: ServiceContext): Promise<World> {
  const { db } = ctx.database
  const [at, { name, code }, regions] = await Promise.all([
    currentTriwulan(ctx),
    settingOf(db, 'regency'),
    readRegions(db),
  ])
  return { db, at, regency: { name, code }, regions }
}

async function openOnes(world: World, only: string | null) {
  const { db, at, regency, regions } = world
  const [programmes, all, opd, bounds] = await Promise.all([
    listProgrammeRows(db),
    listIndicatorRows(db),
    listOpdRows(db),
    readBounds(db),
  ])
  const programmeOf = new Map(programmes.map(one => [one.id, one]))
  const rows = programmes.flatMap(programme =>
    all.filter(
      row =>
        row.programmeId === programme.id && isOpenData(row, programme) && (only === null || row.id === only),
    ),
  )
  const ids = rows.map(row => row.id)
  const [summaries, definitions, points] = await Promise.all([
    summariesOf(db, rows, { at, bounds, regionCode: WHOLE_REGENCY }),
    listDefinitions(db, ids),
    pointsOf(db, regions, rows, WHOLE_REGENCY),
  ])
  const definitionsOf = grouped(definitions, one => one.indicatorId)
  return rows.flatMap((row): { row: IndicatorRow; series: OpenValue[]; indicator: OpenIndicator }[] => {
    const standing = summaries.find(one => one.id === row.id)?.standing
    const programme = programmeOf.get(row.programmeId)
    if (standing === undefined || programme === undefined) return []
    const series = ofKabupaten(points.get(row.id) ?? [], regency)
    const indicator: OpenIndicator = {
      ...{ id: row.id, name: row.name, strategy: programme.strategy, programme: programme.name },
      ...{ concept: row.concept, classification: row.classification, unit: row.unit, measure: row.measure },
      definitions: (definitionsOf.get(row.id) ?? []).map(({ version, definition, breaks, ...since }) => {
        return { version, definition, breaks, ...triwulanOfRow(since) }
      }),
      ...{ source: row.source, producer: opd.find(one => one.id === row.ownerOpdId)?.name ?? '' },
      ...{ frequency: row.frequency, level: row.level, direction: row.direction },
      ...{ accumulation: row.accumulation, factor: row.factor, decimals: row.decimals, standing },
      latest:
        series.findLast(
          ({ year, quarter }) => year === standing.at?.year && quarter === standing.at.quarter,
        ) ?? null,
    }
    return [{ row, series, indicator }]
  })
}

/** Every indicator that is open. */
export async function openCatalogue(ctx: ServiceContext): Promise<OpenCatalogue> {
  const world = await worldOf(ctx)
  const open = await openOnes(world, null)
  return { regency: world.regency, indicators: open.map(({ indicator }) => indicator) }
}

async function openOne(world: World, id: string) {
  const [found] = isRowId(id) ? await openOnes(world, id.toLowerCase()) : []
  if (found === undefined) throw new AppError('not-found', 'open data')
  return found
}

/** One that is open; one that is not looks like one that is not there. */
export async function openIndicator(ctx: ServiceContext, id: string): Promise<OpenDetail> {
  const world = await worldOf(ctx)
  const { indicator, series } = await openOne(world, id)
  return { regency: world.regency, indicator, series }
}

/** No indicator has more: a century of triwulan for every desa of a large regency. */
const MOST = 200_000

/** The same with the values of every region for which it is recorded. */
export async function openValues(
  ctx: ServiceContext,
  id: string,
): Promise<OpenDetail & { readonly values: readonly OpenValue[] }> {
  const world = await worldOf(ctx)
  const { row, indicator, series } = await openOne(world, id)
  const { db, regency, regions } = world
  const stated =
    row.level === 'kabupaten'
      ? []
      : await listValuesToExport(db, { year: null, indicatorId: row.id, limit: MOST })
  const below = stated
    .filter(one => levelOf(one.regionCode) === row.level)
    .map((one): OpenValue => {
      const { regionCode, value: number, numerator, denominator, notAvailable } = one
      return {
        ...triwulanOfRow(one),
        ...{ regionCode, region: regions.find(regionCode)?.name ?? '', level: row.level },
        ...{ number, numerator, denominator, notAvailable, finality: one.finality, asOf: one.asOf },
        ...{ source: one.source, definitionVersion: one.definitionVersion, of: null, given: null },
      }
    })
  return { regency, indicator, series, values: [...series, ...below] }
}
