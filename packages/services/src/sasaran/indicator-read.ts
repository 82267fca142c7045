import {
  type DefinitionRow,
  findIndicator,
  findProgramme,
  type IndicatorRow,
  listDefinitions,
  listTargets,
  listValueHistory,
  listValuesBelow,
  type Queryable,
  type TargetRow,
} from '@mufakat/db'
import {
  type Actor,
  type BandBounds,
  compareTriwulan,
  type DefinitionSince,
  finalityOf,
  indicatorStanding,
  isDueIn,
  may,
  NOTHING_SAID,
  numberOf,
  overPeriod,
  type Quarter,
  segmentsOf,
  type Triwulan,
  targetOfQuarter,
  WHOLE_REGENCY,
} from '@mufakat/domain'
import { AppError, grouped } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import { readBounds } from './bounds'
import type { IndicatorInput, ValuesInput } from './inputs'
import { type Point, pointOf, pointsByDistrict, pointsOf, triwulanOfRow } from './points'
import { currentTriwulan, opdRefs, summaryOf } from './programmes'
import { isBelowRegion, isToldFor, type Region, type Regions, readRegions } from './regions'
import type { IndicatorDetail, PeriodView, RegionStanding, ValueView } from './views'

/** How far back regions are compared. */
const YEARS_BACK = 5

const sinceOf = (rows: readonly DefinitionRow[]): DefinitionSince[] =>
  rows.map(row => ({ ...triwulanOfRow(row), version: row.version, breaks: row.breaks }))

/** What triwulan of a period came to: of those that are due in it, or of which something was said. */
function periodView(
  indicator: IndicatorRow,
  points: readonly Point[],
  { year, semester, quarters }: Pick<PeriodView, 'year' | 'semester'> & { quarters: readonly Quarter[] },
): PeriodView | null {
  const found = quarters.map(quarter => points.find(one => one.year === year && one.quarter === quarter))
  const said = found.filter(point => point !== undefined)
  if (said.length === 0) return null
  const parts = found.flatMap((point, index) => {
    const quarter = quarters[index]
    if (point !== undefined) return [point]
    return quarter !== undefined && isDueIn(indicator.frequency, quarter) ? [NOTHING_SAID] : []
  })
  const { measured, of, given } = overPeriod(indicator.accumulation, parts, indicator.factor)
  const { numerator, denominator, notAvailable } = measured
  const number = numberOf(measured, indicator.factor)
  // Where the last triwulan holds, the others have no say in whether it may still change.
  const counted = indicator.accumulation === 'terakhir' ? said.filter(point => point === measured) : said
  return {
    ...{ year, semester, number, numerator, denominator, notAvailable, of, given },
    finality: finalityOf(counted.map(point => point.finality)),
  }
}

const PERIODS: readonly { semester: 1 | 2 | null; quarters: readonly Quarter[] }[] = [
  { semester: 1, quarters: [1, 2] },
  { semester: 2, quarters: [3, 4] },
  { semester: null, quarters: [1, 2, 3, 4] },
]

const periodsOf = (indicator: IndicatorRow, points: readonly Point[]): PeriodView[] =>
  [...new Set(points.map(point => point.year))].flatMap(year =>
    PERIODS.flatMap(period => periodView(indicator, points, { year, ...period }) ?? []),
  )

interface Looked {
  readonly at: Triwulan
  readonly bounds: BandBounds
  readonly definitions: readonly DefinitionSince[]
  /** Of every region. */
  readonly targets: readonly TargetRow[]
}

const standingIn = (
  indicator: IndicatorRow,
  values: readonly Point[],
  regionCode: string,
  { at, bounds, definitions, targets }: Looked,
) =>
  indicatorStanding({
    ...{ indicator, values, definitions, at, bounds },
    targets: targets.filter(target => target.regionCode === regionCode),
  })

/** How an indicator stands in each region just below the one that is looked at. */
async function regionsBelow(
  db: Queryable,
  all: Regions,
  indicator: IndicatorRow,
  { region, looked }: { region: Region; looked: Looked },
): Promise<RegionStanding[]> {
  if (!isBelowRegion(indicator.level, region.code)) return []
  const level = region.code === WHOLE_REGENCY ? 'kecamatan' : 'desa'
  const rows = await listValuesBelow(db, {
    indicatorId: indicator.id,
    ...{ level, under: region.code, fromYear: looked.at.year - YEARS_BACK, toYear: looked.at.year },
  })
  const points: ReadonlyMap<string, readonly Point[]> =
    level === 'kecamatan'
      ? await pointsByDistrict(db, all, indicator, rows)
      : new Map(
          [...grouped(rows, row => row.regionCode)].map(([code, of]) => [
            code,
            of.map(row => pointOf(row, indicator.factor)),
          ]),
        )
  return all.of(level, region.code).map(({ code, name, district }) => {
    const values = points.get(code) ?? []
    const standing = standingIn(indicator, values, code, looked)
    const { at } = standing
    const newest = at === null ? undefined : values.find(value => compareTriwulan(value, at) === 0)
    return {
      ...{ code, name: name ?? '', district, standing },
      of: newest?.of ?? (level === indicator.level ? 1 : all.of(indicator.level, code).length),
      given: newest?.given ?? 0,
    }
  })
}

/** Everything about an indicator, for the whole kabupaten or for a kecamatan or desa. */
export async function getIndicator(
  ctx: ServiceContext,
  actor: Actor | null,
  input: IndicatorInput,
): Promise<IndicatorDetail> {
  authorise(actor, 'target.read')
  const { db } = ctx.database
  const row = isRowId(input.id) ? await findIndicator(db, input.id) : null
  const [all, refs, programme] = await Promise.all([
    readRegions(db),
    opdRefs(db),
    row === null ? null : findProgramme(db, row.programmeId),
  ])
  const region = all.find(input.regionCode ?? WHOLE_REGENCY)
  if (row === null || programme === null || region === null || !isToldFor(row.level, region.code))
    throw new AppError('not-found', 'indicator')
  const [at, bounds, definitions, targets, points] = await Promise.all([
    input.at ?? currentTriwulan(ctx),
    readBounds(db),
    listDefinitions(db, [row.id]),
    listTargets(db, { indicatorIds: [row.id] }),
    pointsOf(db, all, [row], region.code),
  ])
  const looked: Looked = { at, bounds, definitions: sinceOf(definitions), targets }
  const known = (points.get(row.id) ?? []).filter(point => compareTriwulan(point, at) <= 0)
  const standing = standingIn(row, known, region.code, looked)
  const ownTargets = targets.filter(target => target.regionCode === region.code)
  const segments = segmentsOf(known, looked.definitions)
  return {
    ...summaryOf(row, refs(row.ownerOpdId)),
    ...{ at, bounds, standing },
    ...{ concept: row.concept, classification: row.classification, measure: row.measure },
    ...{ rollUp: row.rollUp, baseline: row.baseline, baselineDate: row.baselineDate },
    ...{ lowest: row.lowest, highest: row.highest, revision: row.revision },
    programme: { id: programme.id, name: programme.name, strategy: programme.strategy },
    definitions: definitions.map(one => ({
      ...triwulanOfRow(one),
      ...{ version: one.version, definition: one.definition, breaks: one.breaks },
      ...{ by: one.byName, createdAt: one.createdAt },
    })),
    region: { code: region.code, name: region.name, district: region.district },
    finality: known.at(-1)?.finality ?? null,
    series: known.map(point => ({ ...point, target: targetOfQuarter(ownTargets, point) })),
    breaks: segments.slice(0, -1).map((_, i) => segments.slice(0, i + 1).flat().length),
    periods: periodsOf(row, known),
    targets: ownTargets.map(({ year, quarter, value }) => ({ year, quarter, value })),
    regions: await regionsBelow(db, all, row, { region, looked }),
    allowed: { edit: may(actor, 'target.edit'), correct: may(actor, 'capaian.correct') },
  }
}

const MOST_SHOWN = 200

/** Values of an indicator in a region that hold or once held, the newest first, with who put them in and why. */
export async function valuesOfIndicator(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ValuesInput,
): Promise<ValueView[]> {
  authorise(actor, 'target.read')
  const { db } = ctx.database
  const row = isRowId(input.indicatorId) ? await findIndicator(db, input.indicatorId) : null
  if (row === null) throw new AppError('not-found', 'indicator')
  const { at, regionCode } = input
  const values = await listValueHistory(db, {
    indicatorId: row.id,
    regionCodes: [regionCode],
    ...(at && { at }),
    limit: MOST_SHOWN,
  })
  return values.map(value => ({
    ...pointOf(value, row.factor),
    id: value.id,
    isFromReport: value.reportId !== null,
    ...{ by: value.byName, createdAt: value.createdAt },
    ...{ verifiedBy: value.verifiedByName, verifiedAt: value.verifiedAt },
    supersededAt: value.supersededAt,
  }))
}
