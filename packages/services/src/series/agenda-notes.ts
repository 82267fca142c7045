import {
  findCarriedRecord,
  listAgendaItems,
  listLinesOfRapat,
  listPostponedItems,
  listRapatRows,
  type Queryable,
  type RapatRow,
} from '@mufakat/db'
import { type Actor, isOpenTindakLanjut, may, TINDAK_LANJUT_STATUSES, tenggatState } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { rapatFor, subjectOf } from '../rapat-access'
import { ownerAnswers } from '../read-back/owner-answers'
import { todayOf } from '../settings/today'
import { carriedTindakLanjut } from './carried'
import type { AgendaNotes, CarriedLine, CarriedList } from './views'

/** As it was sealed, or as it is now. What stands in a record was written by ratifying alone. */
const listOf = async (db: Queryable, rapat: RapatRow): Promise<CarriedList | null> =>
  rapat.notulaState === 'disahkan'
    ? ((await findCarriedRecord(db, rapat.id)) as CarriedList | null)
    : carriedTindakLanjut(db, rapat.id)

const NONE: AgendaNotes = { carried: null, postponed: [], mayPostpone: false }

/**
 * What stands at items of a rapat's agenda beside their text: the list of what earlier rapat left to do, as it is at this
 * moment, and which items were left to the next one. Whoever reads the notula reads it, as part of it.
 */
export async function agendaNotes(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<AgendaNotes> {
  const { db } = ctx.database
  const row = await rapatFor(db, actor, 'notula.read', rapatId)
  if (row.seriesId === null) return NONE
  const today = await todayOf(ctx)
  const [list, postponed, items] = [
    await listOf(db, row),
    await listPostponedItems(db, rapatId),
    await listAgendaItems(db, rapatId),
  ]
  const lines = list?.groups.flatMap(group => group.lines) ?? []
  const sources = [...new Set(lines.map(line => line.rapatId))]
  const subjects = new Map(
    (sources.length === 0 ? [] : await listRapatRows(db, { rapatIds: sources })).map(source => [
      source.id,
      subjectOf(source),
    ]),
  )
  // The list says whose work it is now; what was accepted names who it was given to.
  const answerOf = await ownerAnswers(
    db,
    sources.length === 0
      ? []
      : await listLinesOfRapat(db, { rapatIds: sources, statuses: TINDAK_LANJUT_STATUSES }),
  )
  const seen = (line: CarriedLine) => {
    const subject = subjects.get(line.rapatId)
    return {
      ...line,
      answer: answerOf(line),
      tenggatState: tenggatState({ status: line.status, tenggat: line.due }, today),
      readable: subject !== undefined && may(actor, 'rapat.read', subject),
      mayPostpone:
        subject?.notulaState === 'disahkan' &&
        isOpenTindakLanjut(line.status) &&
        may(actor, 'tindak-lanjut.postpone', subject),
    }
  }
  return {
    carried: list && {
      since: list.since,
      // An item that was taken off leaves the list where the whole agenda begins.
      itemId: items.find(item => item.itemId === row.carriedItemId)?.itemId ?? null,
      groups: list.groups.map(({ opd, lines }) => ({ opd, lines: lines.map(seen) })),
    },
    postponed: postponed.map(({ itemId, title, reason, byName, at, takenBy }) => ({
      itemId,
      title,
      reason,
      by: byName,
      at: at.toISOString(),
      takenBy,
    })),
    mayPostpone: may(actor, 'agenda.postpone', subjectOf(row)),
  }
}
