import {
  type CellRow,
  type IndicatorRow,
  listLastValues,
  listTargets,
  type Queryable,
  type TargetRow,
  type ValueRow,
} from '@mufakat/db'
import {
  cellFault,
  cellHints,
  cellStateOf,
  isDueIn,
  type Measured,
  NOTHING_SAID,
  numberOf,
  type ReportState,
  type Triwulan,
  targetOfQuarter,
  targetOfYear,
} from '@mufakat/domain'
import { grouped } from '@mufakat/kernel'
import { readAs } from './cell'
import { measuredOf, triwulanOfRow } from './points'
import type { Region, Regions } from './regions'
import type { ReportCellView } from './views'

/** What stands beside the cells of indicators: what was last said there, and what is to be reached. */
export interface Beside {
  readonly lastOf: (indicatorId: string, regionCode: string) => ValueRow | null
  readonly targetsOf: (indicatorId: string, regionCode: string) => readonly TargetRow[]
}

const keyOf = (indicatorId: string, regionCode: string): string => `${indicatorId} ${regionCode}`

export async function besideCells(
  db: Queryable,
  indicatorIds: readonly string[],
  at: Triwulan,
): Promise<Beside> {
  const [last, targets] = await Promise.all([
    listLastValues(db, { indicatorIds, ...at }),
    listTargets(db, { indicatorIds }),
  ])
  const lastOf = new Map(last.map(row => [keyOf(row.indicatorId, row.regionCode), row]))
  const targetsOf = grouped(targets, row => keyOf(row.indicatorId, row.regionCode))
  return {
    lastOf: (indicatorId, regionCode) => lastOf.get(keyOf(indicatorId, regionCode)) ?? null,
    targetsOf: (indicatorId, regionCode) => targetsOf.get(keyOf(indicatorId, regionCode)) ?? [],
  }
}

/** Whether anything is said in a cell: a number, its parts, or that there is none. */
export const isSaid = ({ value, numerator, denominator, notAvailable }: Measured): boolean =>
  notAvailable || value !== null || numerator !== null || denominator !== null

/** A cell as its form shows it. */
export function cellView(
  indicator: IndicatorRow,
  region: Region,
  { cell, beside, at, state }: { cell: CellRow | null; beside: Beside; at: Triwulan; state: ReportState },
): ReportCellView {
  const measured = cell === null ? NOTHING_SAID : measuredOf(cell)
  const last = beside.lastOf(indicator.id, region.code)
  const targets = beside.targetsOf(indicator.id, region.code)
  const bounded = readAs(indicator, region.code)
  const fault = cellFault(measured, bounded)
  return {
    ...measured,
    ...{ indicatorId: indicator.id, regionCode: region.code, regionName: region.name },
    district: region.district,
    number: numberOf(measured, indicator.factor),
    finality: cell?.finality ?? 'sementara',
    asOf: cell?.asOf ?? null,
    source: cell?.source ?? '',
    revision: cell?.revision ?? 0,
    state: cellStateOf(state, { isSaid: isSaid(measured), isValid: fault === null }),
    fault,
    hints: fault === null ? cellHints(measured, last && measuredOf(last), bounded) : [],
    last: last && {
      ...measuredOf(last),
      at: triwulanOfRow(last),
      number: numberOf(measuredOf(last), indicator.factor),
    },
    target: targetOfQuarter(targets, at) ?? targetOfYear(targets, at.year, indicator),
    changedBy: cell?.changedByName ?? null,
    changedAt: cell?.changedAt ?? null,
  }
}

/** Regions that an indicator is reported for. */
export const regionsOf = (regions: Regions, indicator: IndicatorRow): readonly Region[] =>
  regions.of(indicator.level)

/** Whether what is said in a cell is not valid, as when limits were set since. */
export const isWrong = (indicator: IndicatorRow, cell: CellRow): boolean =>
  isSaid(cell) && cellFault(measuredOf(cell), readAs(indicator, cell.regionCode)) !== null

/** Cells of an indicator that keep a report from being sent: due and empty, or not valid. */
export function missingOf(
  indicator: IndicatorRow,
  regions: Regions,
  { cells, at }: { cells: readonly CellRow[]; at: Triwulan },
): number {
  const own = cells.filter(cell => cell.indicatorId === indicator.id)
  const wrong = own.filter(cell => isWrong(indicator, cell)).map(cell => cell.regionCode)
  if (!isDueIn(indicator.frequency, at.quarter)) return wrong.length
  const right = new Set(
    own.filter(cell => isSaid(cell) && !isWrong(indicator, cell)).map(cell => cell.regionCode),
  )
  const empty = regionsOf(regions, indicator)
    .map(region => region.code)
    .filter(code => !right.has(code))
  return new Set([...empty, ...wrong]).size
}
