import type { DashboardIndicator, PlaceNumbers } from '@mufakat/db'
import {
  type BandBounds,
  compareTriwulan,
  composedOf,
  type DefinitionSince,
  expectedOn,
  type Finality,
  gatheredFrom,
  indicatorStanding,
  isDoneNotMoved,
  isDueIn,
  isOnTheWay,
  isQuarter,
  type Measured,
  movedWithoutAction,
  nearTarget,
  numberOf,
  pathOf,
  QUARTERS,
  type Tanggal,
  type TargetOf,
  type Triwulan,
  targetOfQuarter,
  targetOfYear,
} from '@mufakat/domain'
import { assert } from '@mufakat/kernel'
import type { OpdRef } from '../views'
import type { DashboardIndicatorView, DashboardPoint, DashboardTrend } from './views'

type Shape = Pick<
  DashboardIndicator,
  'direction' | 'accumulation' | 'factor' | 'baseline' | 'frequency' | 'rollUp' | 'definitions'
>

interface Point extends Triwulan, Measured {
  readonly of: number
  readonly given: number
  readonly finality: Finality
  readonly asOf: Tanggal
}

function triwulanOf({ year, quarter }: { year: number; quarter: number }): Triwulan {
  assert(isQuarter(quarter), 'quarter is 1 to 4')
  return { year, quarter }
}

const definitionsOf = ({ definitions }: Pick<Shape, 'definitions'>): DefinitionSince[] =>
  definitions.map(one => ({ ...one, ...triwulanOf(one) }))

/** Numbers of a place in order of time: put together of what lies below it, or stated. */
function pointsOf(shape: Shape, { stated, sums, of }: PlaceNumbers, until: Triwulan): Point[] {
  const points = new Map<number, Point>()
  const keyOf = (at: Triwulan) => at.year * 4 + at.quarter
  for (const row of stated) {
    const at = triwulanOf(row)
    const given = numberOf(row, shape.factor) === null ? 0 : 1
    points.set(keyOf(at), { ...row, ...at, of: 1, given })
  }
  for (const sum of sums) {
    const at = triwulanOf(sum)
    const parts = gatheredFrom(sum, shape.rollUp, shape.factor, of)
    if (composedOf(points.get(keyOf(at)) ?? null, parts, shape.factor) !== parts) continue
    const { finality, asOf } = sum
    points.set(keyOf(at), { ...at, ...parts.measured, of, given: parts.given, finality, asOf })
  }
  return [...points.values()].filter(point => compareTriwulan(point, until) <= 0).sort(compareTriwulan)
}

/** Every triwulan in which a number is due or there is one, from the first of them on. */
function slotsOf(shape: Shape, points: readonly Point[], { from, until }: Window): Triwulan[] {
  const years = Array.from({ length: until.year - from + 1 }, (_, i) => from + i)
  const first = points[0]
  return years
    .flatMap(year => QUARTERS.map(quarter => ({ year, quarter })))
    .filter(at => compareTriwulan(at, until) <= 0)
    .filter(at => first === undefined || compareTriwulan(at, first) >= 0)
    .filter(at => isDueIn(shape.frequency, at.quarter) || points.some(one => compareTriwulan(one, at) === 0))
}

/** Numbers from a year on, up to a triwulan. */
interface Window {
  readonly from: number
  readonly until: Triwulan
}

export interface Looked extends Window {
  readonly bounds: BandBounds
}

/** What a point of the chart is held against: its own target, or that of its year, where that is of the same kind. */
function targetAt(shape: Shape, targets: readonly TargetOf[], at: Triwulan): number | null {
  const own = targetOfQuarter(targets, at)
  if (own !== null || (shape.accumulation === 'kumulatif' && shape.frequency !== 'tahun')) return own
  return targetOfYear(targets, at.year, shape)
}

function trendAndPoints(
  shape: Shape,
  numbers: PlaceNumbers,
  looked: Looked,
): { trend: DashboardTrend; points: readonly Point[] } {
  const { bounds, until } = looked
  const points = pointsOf(shape, numbers, until)
  const definitions = definitionsOf(shape)
  const standing = indicatorStanding({
    ...{ indicator: shape, targets: numbers.targets, values: points, definitions, at: until, bounds },
  })
  const { at: when } = standing
  const newest = when === null ? undefined : points.find(point => compareTriwulan(point, when) === 0)
  // Where nothing was said since, what was said last is shown.
  const from = Math.min(looked.from, when?.year ?? looked.from)
  const slots = slotsOf(shape, points, { from, until })
  // A definition may begin in a triwulan without a number: it is marked at the first that comes.
  const broken = new Map<number, number>()
  for (const version of definitions) {
    const at = slots.findIndex(slot => compareTriwulan(slot, version) >= 0)
    if (version.breaks && at > 0) broken.set(at, version.version)
  }
  return {
    points,
    trend: {
      standing,
      finality: newest?.finality ?? null,
      of: newest?.of ?? numbers.of,
      given: newest?.given ?? 0,
      points: slots.map((slot, i): DashboardPoint => {
        const point = points.find(one => compareTriwulan(one, slot) === 0)
        const target = targetAt(shape, numbers.targets, slot)
        return {
          ...slot,
          number: point === undefined ? null : numberOf(point, shape.factor),
          notAvailable: point?.notAvailable ?? false,
          finality: point?.finality ?? null,
          target,
          near: nearTarget(shape.direction, target, bounds),
          breaks: broken.get(i) ?? null,
        }
      }),
    },
  }
}

export const trendOfPlace = (shape: Shape, numbers: PlaceNumbers, looked: Looked): DashboardTrend =>
  trendAndPoints(shape, numbers, looked).trend

function wayOf(row: DashboardIndicator, newest: Point | undefined): DashboardIndicatorView['way'] {
  const path = pathOf(row, row.targets)
  if (path === null) return null
  const value = newest === undefined ? null : numberOf(newest, row.factor)
  const { from, to } = path
  if (newest === undefined || value === null)
    return { target: to.value, by: to.on, expected: null, isOn: null, share: null }
  return {
    target: to.value,
    by: to.on,
    expected: expectedOn(path, newest.asOf),
    isOn: isOnTheWay(row.direction, path, { on: newest.asOf, value }),
    share: to.value === from.value ? null : (value - from.value) / (to.value - from.value),
  }
}

/** An indicator as the dashboard tells of it. */
export function indicatorView(
  row: DashboardIndicator,
  owner: OpdRef,
  looked: Looked,
): DashboardIndicatorView {
  const { trend, points } = trendAndPoints(row, row, looked)
  const said = points.flatMap(point => {
    const number = numberOf(point, row.factor)
    return number === null ? [] : [{ ...point, number }]
  })
  const { direction, feed } = row
  const watched = { direction, definitions: definitionsOf(row), numbers: said, feed }
  return {
    ...trend,
    ...{ id: row.id, name: row.name, unit: row.unit, decimals: row.decimals, direction, owner, feed },
    ...{ frequency: row.frequency, level: row.level, strategy: row.strategy },
    ...{ baseline: row.baseline, baselineDate: row.baselineDate },
    way: wayOf(row, said.at(-1)),
    isDoneNotMoved: isDoneNotMoved(watched),
    movedAlone: movedWithoutAction(watched),
  }
}
