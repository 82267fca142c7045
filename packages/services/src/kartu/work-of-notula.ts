import { listWorkOfRapat } from '@mufakat/db'
import { type Actor, may, tenggatState } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { rapatFor } from '../rapat-access'
import { todayOf } from '../settings/today'
import { cardScope, isWithin } from './scope'
import type { WorkOfLine } from './views'

/** How far what a notula decided is, by line: who may read the notula may know, and opens the cards they may read. */
export async function workOfNotula(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<Record<string, WorkOfLine>> {
  const { db } = ctx.database
  await rapatFor(db, actor, 'notula.read', rapatId)
  const [rows, today] = await Promise.all([listWorkOfRapat(db, rapatId), todayOf(ctx)])
  const scope =
    actor !== null && rows.length > 0 && may(actor, 'kartu.list') ? await cardScope(db, actor) : null
  return Object.fromEntries(
    rows.map(({ lineId, cardId, ownerOpdId, supporterIds, status, progress, due }) => [
      lineId,
      {
        cardId: scope !== null && isWithin(scope, { ownerOpdId, supporterIds, rapatId }) ? cardId : null,
        status,
        progress,
        isLate: tenggatState({ status, tenggat: due }, today) === 'terlambat',
      },
    ]),
  )
}
