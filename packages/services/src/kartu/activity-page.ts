import { findCard, listCardActivity, type Queryable } from '@mufakat/db'
import { type Actor, dayIn } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import { peopleOverTime } from '../people'
import { settingOf } from '../settings/settings'
import type { ActivityPage } from './page-views'
import { cardSubject } from './scope'

const PER_PAGE = 20

/** What happened to a card, by whom as they were on that day, the newest first. */
export async function activityPage(
  db: Queryable,
  cardId: string,
  before: number | null,
): Promise<ActivityPage> {
  const rows = await listCardActivity(db, { cardId, before, limit: PER_PAGE + 1 })
  const { zone } = await settingOf(db, 'calendar')
  const personOn = await peopleOverTime(
    db,
    rows.flatMap(({ personId }) => personId ?? []),
  )
  const shown = rows.slice(0, PER_PAGE)
  return {
    entries: shown.map(({ id, kind, details, reason, at, personId }) => {
      const person = personId === null ? null : personOn(personId, dayIn(zone, at))
      const by =
        person === null
          ? null
          : { name: person.name, jabatan: person.jabatan, opd: person.opd?.shortName ?? null }
      return { id, kind, details, reason, at: at.toISOString(), by }
    }),
    next: rows.length > PER_PAGE ? (shown.at(-1)?.revision ?? null) : null,
  }
}

/** An earlier page of it: what happened before a revision. */
export async function cardActivity(
  ctx: ServiceContext,
  actor: Actor | null,
  { cardId, before }: { cardId: string; before: number },
): Promise<ActivityPage> {
  const { db } = ctx.database
  const card = isRowId(cardId) && actor !== null ? await findCard(db, cardId) : null
  if (card === null) throw new AppError(actor === null ? 'not-signed-in' : 'not-found', 'kartu.read')
  authorise(actor, 'kartu.read', await cardSubject(db, card))
  return activityPage(db, cardId, before)
}
