import { freezeFigure, type IndicatorRow, listIndicatorRows, type Queryable, type Tx } from '@mufakat/db'
import { type NotulaContent, namedIndicators } from '@mufakat/doc-model'
import { compareTriwulan, type Tanggal, triwulanOf, triwulanOfDate, WHOLE_REGENCY } from '@mufakat/domain'
import { isRowId } from '../context'
import { type Point, pointsOf } from '../sasaran/points'
import { readRegions } from '../sasaran/regions'
import { settingOf } from '../settings/settings'
import type { Figure } from './views'

// What the indicators that a notula names stand at (domain, SK5–SK8). A figure is computed each time it is asked for, until
// the notula is ratified: then the same figures that were approved are kept in its rows, and sealed.

const figureOf = (row: IndicatorRow, point: Point | null): Figure => ({
  ...{ name: row.name, unit: row.unit, decimals: row.decimals },
  number: point?.number ?? null,
  notAvailable: point?.notAvailable ?? false,
  at: point === null ? null : { year: point.year, quarter: point.quarter },
  ...{ asOf: point?.asOf ?? null, finality: point?.finality ?? null },
  ...{ source: point?.source ?? row.source, definitionVersion: point?.definitionVersion ?? null },
  ...{ of: point?.of ?? 1, given: point?.given ?? 0 },
})

/** The rapat whose notula names indicators; its day is null while it has none. */
interface OfRapat {
  readonly date: Tanggal | null
}

/**
 * The newest figures of these indicators as of a rapat, by id: of a triwulan that has not begun, or began after its day,
 * nothing counts, so that a notula ratified late does not speak of what nobody in the room could know.
 */
export async function figuresOf(
  db: Queryable,
  rapat: OfRapat,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, { readonly figure: Figure; readonly isPublic: boolean }>> {
  const wanted = new Set(ids.map(id => id.toLowerCase()).filter(isRowId))
  if (wanted.size === 0) return new Map()
  const rows = (await listIndicatorRows(db)).filter(row => wanted.has(row.id))
  const [regions, { zone }] = [await readRegions(db), await settingOf(db, 'calendar')]
  const today = triwulanOf(now, zone)
  const held = rapat.date === null ? today : triwulanOfDate(rapat.date)
  const last = compareTriwulan(held, today) < 0 ? held : today
  const points = await pointsOf(db, regions, rows, WHOLE_REGENCY)
  return new Map(
    rows.map(row => {
      const said = (points.get(row.id) ?? []).filter(
        point => compareTriwulan(point, last) <= 0 && (point.number !== null || point.notAvailable),
      )
      return [row.id, { figure: figureOf(row, said.at(-1) ?? null), isPublic: row.isPublic }]
    }),
  )
}

export type FiguresById = Readonly<Record<string, Figure>>

/** What the indicators of this text stand at now: what an approval is for, beside the text itself. */
export async function figuresOfContent(
  db: Queryable,
  rapat: OfRapat,
  content: NotulaContent,
  now: Date,
): Promise<FiguresById> {
  const ids = namedIndicators(content).map(({ id }) => id)
  const found = [...(await figuresOf(db, rapat, ids, now))].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(found.map(([id, { figure }]) => [id, figure]))
}

/** Keeps the figures that were approved; nothing changes them from then on. */
export async function freezeFigures(tx: Tx, rapatId: string, figures: FiguresById): Promise<void> {
  for (const [indicatorId, figure] of Object.entries(figures))
    await freezeFigure(tx, { rapatId, indicatorId, figure })
}
