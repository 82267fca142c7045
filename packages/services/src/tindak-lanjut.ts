import { listTindakLanjutRows } from '@mufakat/db'
import type { Actor, Tanggal } from '@mufakat/domain'
import { isOpenTindakLanjut, may, tenggatState } from '@mufakat/domain'
import type { ServiceContext } from './context'
import { rapatFor, subjectOf } from './rapat-access'
import { ownerAnswers } from './read-back/owner-answers'
import { todayOf } from './settings/today'
import type { TindakLanjutOfRapat, TindakLanjutView } from './views'

type TindakLanjutRow = Awaited<ReturnType<typeof listTindakLanjutRows>>[number]

function tindakLanjutView(row: TindakLanjutRow, today: Tanggal): TindakLanjutView {
  const { ownerId, ownerShortName, ownerName, ...rest } = row
  return {
    ...rest,
    owner: ownerId === null ? null : { id: ownerId, shortName: ownerShortName ?? '', name: ownerName ?? '' },
    tenggatState: tenggatState({ status: row.status, tenggat: row.due }, today),
  }
}

/** The tindak lanjut of a notula in their order. */
export async function listTindakLanjut(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<TindakLanjutOfRapat[]> {
  const rapat = await rapatFor(ctx.database.db, actor, 'notula.read', rapatId)
  const mayPostpone =
    rapat.notulaState === 'disahkan' && may(actor, 'tindak-lanjut.postpone', subjectOf(rapat))
  const today = await todayOf(ctx)
  const rows = await listTindakLanjutRows(ctx.database.db, rapatId)
  const answerOf = await ownerAnswers(
    ctx.database.db,
    rows.map(row => ({ ...row, ownerOpdId: row.ownerId })),
  )
  return rows.map(row => ({
    ...tindakLanjutView(row, today),
    answer: answerOf(row),
    mayPostpone: mayPostpone && isOpenTindakLanjut(row.status),
  }))
}
