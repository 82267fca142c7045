import {
  findRapat,
  type LineOfRapat,
  listLinesOfRapat,
  listOpdRows,
  listTenggatPostponements,
  type OpdRow,
  type Queryable,
} from '@mufakat/db'
import {
  dayIn,
  earlierThan,
  isCarried,
  isOpenTindakLanjut,
  isPutOff,
  isQuarter,
  lastHeldOn,
  successorOf,
  TINDAK_LANJUT_STATUSES,
  type Zone,
} from '@mufakat/domain'
import { assert } from '@mufakat/kernel'
import { settingOf } from '../settings/settings'
import { rapatOfSeries } from './open-next'
import type { CarriedLine, CarriedList, TenggatPostponement } from './views'

const CARRIED_STATUSES = TINDAK_LANJUT_STATUSES.filter(status => status !== 'dibatalkan')

type Postponement = Awaited<ReturnType<typeof listTenggatPostponements>>[number]

const postponementsOf = (all: readonly Postponement[], line: LineOfRapat): TenggatPostponement[] =>
  all
    .filter(one => one.rapatId === line.rapatId && one.lineId === line.lineId && isPutOff(one))
    .map(({ from, to, reason, byName, at }) => ({ from, to, reason, by: byName, at: at.toISOString() }))

const finishedOn = (line: LineOfRapat, zone: Zone) =>
  line.finishedAt === null ? null : dayIn(zone, line.finishedAt)

/** Whose work it is: the OPD that it was given to last, or the one that took its place. */
const ownerNow = ({ cardOpdId }: LineOfRapat, opd: readonly OpdRow[]): string | null =>
  cardOpdId === null ? null : successorOf(opd, cardOpdId)

function lineOf(
  line: LineOfRapat,
  {
    opd,
    zone,
    postponements,
  }: { opd: readonly OpdRow[]; zone: Zone; postponements: readonly Postponement[] },
): CarriedLine {
  assert(isQuarter(line.quarter), 'quarter is 1 to 4')
  const owner = opd.find(one => one.id === line.ownerOpdId)
  return {
    rapatId: line.rapatId,
    rapatTitle: line.rapatTitle,
    triwulan: { year: line.year, quarter: line.quarter },
    rapatDate: line.rapatDate,
    lineId: line.lineId,
    text: line.text,
    formerOwner: owner !== undefined && owner.id !== ownerNow(line, opd) ? owner.shortName : null,
    jabatan: line.jabatan,
    tenggat: line.tenggat,
    due: line.due,
    priority: line.priority,
    strategy: line.strategy,
    status: line.status,
    finishedOn: finishedOn(line, zone),
    postponements: postponementsOf(postponements, line),
  }
}

/** What is open stands first, by the tenggat that holds; then what was finished, as it was. */
const placeOf = (line: CarriedLine): string =>
  isOpenTindakLanjut(line.status)
    ? `0 ${line.due ?? '9999'} ${line.rapatId} ${line.lineId}`
    : `1 ${line.finishedOn} ${line.rapatId} ${line.lineId}`

const inPlace = (a: CarriedLine, b: CarriedLine): number => (placeOf(a) < placeOf(b) ? -1 : 1)

/**
 * What earlier rapat of the series left to do, as it stands now (SPEC.md S3, S5, S6): plain JSON, by OPD whose work it is
 * now. Null for a rapat by itself.
 */
export async function carriedTindakLanjut(db: Queryable, rapatId: string): Promise<CarriedList | null> {
  const rapat = await findRapat(db, rapatId)
  if (rapat?.seriesId == null) return null
  const { seriesId } = rapat
  const all = await rapatOfSeries(db, seriesId)
  const self = all.find(one => one.id === rapatId)
  assert(self !== undefined, 'a rapat is among those of its series')
  const rapatIds = earlierThan(all, self).map(one => one.id)
  const since = lastHeldOn(all, self)
  if (rapatIds.length === 0) return { since, groups: [] }
  const { zone } = await settingOf(db, 'calendar')
  const opd = await listOpdRows(db)
  const rows = await listLinesOfRapat(db, { rapatIds, statuses: CARRIED_STATUSES })
  const postponements = await listTenggatPostponements(db, rapatIds)
  const carried = rows.filter(row =>
    isCarried({ status: row.status, finishedOn: finishedOn(row, zone) }, since),
  )
  const groupOf = (opdId: string | null) =>
    carried
      .filter(row => ownerNow(row, opd) === opdId)
      .map(row => lineOf(row, { opd, zone, postponements }))
      .sort(inPlace)
  const groups = [
    ...opd.map(({ id, shortName, name }) => ({ opd: { id, shortName, name }, lines: groupOf(id) })),
    { opd: null, lines: groupOf(null) },
  ]
  return { since, groups: groups.filter(group => group.lines.length > 0) }
}
