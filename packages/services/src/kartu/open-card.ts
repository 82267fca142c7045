import {
  type CardDetailsRow,
  type CardRow,
  findBoardRevision,
  findCard,
  findCardDetails,
  findDecidedLine,
  findNewestCopy,
  findOpenCopy,
  findRapat,
  listCardPostponements,
  listOpdRows,
  type Queryable,
} from '@mufakat/db'
import {
  type Actor,
  type CardSubject,
  isLockedCard,
  isOpenTindakLanjut,
  may,
  moveFault,
  needsReason,
  predecessorsOf,
  TINDAK_LANJUT_STATUSES,
} from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import { subjectOf } from '../rapat-access'
import { dayNow } from '../settings/today'
import { activityPage } from './activity-page'
import type { CardPage, CardRights, StatusWay } from './page-views'
import { cardSubject, cardView, isGone } from './scope'

/** Where the card may be put, and why not elsewhere. Who moves nothing has no ways. */
function waysOf(card: CardRow, isMover: boolean, verifies: boolean, hasOtherCopy: boolean): StatusWay[] {
  if (!isMover) return []
  return TINDAK_LANJUT_STATUSES.filter(to => to !== 'dibatalkan' || verifies).map(to => {
    const fault = moveFault({ from: card.status, to }, verifies, card.accepted > 0)
    const isOpened = !isOpenTindakLanjut(card.status) && isOpenTindakLanjut(to)
    return { to, fault: fault ?? (isOpened && hasOtherCopy ? 'other-copy' : null) }
  })
}

async function rightsOf(
  db: Queryable,
  actor: Actor,
  card: CardRow,
  subject: CardSubject,
): Promise<CardRights> {
  const isThere = !isGone(card)
  const isLocked = isLockedCard(card.notulaState)
  const decides = may(actor, 'kartu.decide', subject)
  const isOwn = card.rapatId === null
  const opd = decides ? await listOpdRows(db) : []
  const mine =
    actor.opdId === null ? [] : [actor.opdId, ...predecessorsOf(opd, actor.opdId).map(({ id }) => id)]
  const toAll = may(actor, 'kartu.create', { cardOpdIds: [], from: null })
  return {
    edits: isThere && may(actor, 'kartu.edit', subject),
    decides: isThere && decides && !isLocked,
    removes: isThere && decides && isOwn,
    restores: card.removedAt !== null && decides && isOwn,
    repeats: isThere && decides && isOwn,
    owners: opd
      .filter(({ id, active }) => active && id !== card.ownerOpdId && (toAll || mine.includes(id)))
      .map(({ id }) => id),
  }
}

async function sourceOf(db: Queryable, actor: Actor, card: CardRow, details: CardDetailsRow) {
  const { rapatId, lineId } = card
  if (rapatId === null || lineId === null) return null
  const [rapat, decided] = [await findRapat(db, rapatId), await findDecidedLine(db, { rapatId, lineId })]
  if (rapat === null || decided === null) return null
  return {
    rapatId,
    lineId,
    title: details.rapatTitle ?? '',
    date: details.rapatDate,
    /** Whether this person may open the notula. */
    isReadable: may(actor, 'rapat.read', subjectOf(rapat)),
    isDraft: isLockedCard(card.notulaState),
    decided,
  }
}

async function repeatOf(db: Queryable, cardId: string, details: CardDetailsRow) {
  const { repeatId, repeatEvery, repeatDay } = details
  const newestId = repeatId === null ? null : await findNewestCopy(db, repeatId)
  return {
    every: repeatEvery,
    day: repeatDay,
    /** The copy that was made last, where that is another one. */
    newestId: newestId === cardId ? null : newestId,
  }
}

/** All that the page of a card shows. One that was put away is shown to who may bring it back. */
export async function openCard(ctx: ServiceContext, actor: Actor | null, cardId: string): Promise<CardPage> {
  const { db } = ctx.database
  // Read first: what changes meanwhile is then told once more, and never missed.
  const revision = await findBoardRevision(db)
  const card = isRowId(cardId) && actor !== null ? await findCard(db, cardId) : null
  if (card === null) throw new AppError(actor === null ? 'not-signed-in' : 'not-found', 'kartu.read')
  const subject = await cardSubject(db, card)
  authorise(actor, 'kartu.read', subject)
  const details = await findCardDetails(db, cardId)
  const rights = await rightsOf(db, actor, card, subject)
  if (details === null || (isGone(card) && !rights.restores)) throw new AppError('not-found', 'kartu.read')
  const openCopy = details.repeatId === null ? null : await findOpenCopy(db, details.repeatId)
  const isMover = !isGone(card) && may(actor, 'kartu.move', subject)
  const verifies = may(actor, 'kartu.verify', subject)
  const { description, startDate, kendala, target, realisasi, unit, subtasks, supporterIds } = details
  const { createdByName: createdBy } = details
  return {
    revision,
    card: cardView(card),
    ...{ description, startDate, kendala, target, realisasi, unit, subtasks, supporterIds, createdBy },
    createdAt: details.createdAt.toISOString(),
    today: await dayNow(db, ctx.clock.now()),
    isRemoved: card.removedAt !== null,
    isLocked: isLockedCard(card.notulaState),
    needsReason: needsReason(card),
    rights,
    ways: waysOf(card, isMover, verifies, openCopy !== null && openCopy !== cardId),
    source: await sourceOf(db, actor, card, details),
    repeat: await repeatOf(db, cardId, details),
    postponements: (await listCardPostponements(db, cardId)).map(({ byName, at, ...row }) => ({
      ...row,
      by: byName,
      at: at.toISOString(),
    })),
    activity: await activityPage(db, cardId, null),
  }
}
