import {
  type ActivityToTell,
  type CardRow,
  findCard,
  holdNoticeCursor,
  listActivityAfter,
  mergeChanges,
  moveNoticeCursor,
  type Tx,
} from '@mufakat/db'
import { isTold, type Tanggal } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { inTransaction, type ServiceContext } from '../context'
import { isGone } from '../kartu/scope'
import { todayOf } from '../settings/today'
import { organisationOn } from './owners'
import { followsOf, mayHearOf } from './readers'

/*
 * Notices of what happened to cards. Invariants:
 * 1. The order of activities is that of their commits (revision, then id), so that one cursor knows what was told.
 * 2. The cursor moves in the transaction of the notices, and is held by it: whatever dies, and however many are at it,
 *    each activity is told once.
 * 3. A round is bounded; what is left is for the next one.
 */

/** Activities of one transaction. */
const AT_ONCE = 200
const MOST_ROUNDS = 50

/** Tells of what happened to cards since last time. For the worker. */
export async function gatherNotices(ctx: ServiceContext): Promise<void> {
  const today = await todayOf(ctx)
  for (let round = 0; round < MOST_ROUNDS; round++)
    if (!(await inTransaction(ctx, tx => gatherRound(tx, today)))) return
}

/** @returns whether there may be more */
async function gatherRound(tx: Tx, today: Tanggal): Promise<boolean> {
  const cursor = await holdNoticeCursor(tx)
  const activities = cursor === null ? [] : await listActivityAfter(tx, cursor, AT_ONCE)
  const last = activities.at(-1)
  if (last === undefined) return false
  await tell(tx, activities.filter(isTold), today)
  await moveNoticeCursor(tx, { revision: last.revision, activityId: last.id })
  return activities.length === AT_ONCE
}

async function tell(tx: Tx, activities: readonly ActivityToTell[], today: Tanggal): Promise<void> {
  const byCard = new Map<string, ActivityToTell[]>()
  for (const one of activities) byCard.set(one.cardId, [...(byCard.get(one.cardId) ?? []), one])
  const cards: CardRow[] = []
  for (const cardId of byCard.keys()) {
    const card = await findCard(tx, cardId)
    if (card !== null && !isGone(card)) cards.push(card)
  }
  if (cards.length === 0) return
  const organisation = await organisationOn(
    tx,
    cards.flatMap(({ ownerOpdId }) => ownerOpdId ?? []),
    today,
  )
  const follows = await followsOf(tx, cards)
  const audience = cards.map(card => {
    const { members } = organisation.ownersOf(card)
    return { card, people: [...new Set([...members, ...follows.followers(card.id)])] }
  })
  const people = audience.flatMap(one => one.people)
  const mayHear = await mayHearOf(tx, { cards, people, follows }, today)
  const rows = audience.flatMap(({ card, people: concerned }) =>
    concerned.flatMap(personId => {
      const others = (byCard.get(card.id) ?? []).filter(one => one.personId !== personId)
      return mayHear(personId, 'changes', card) ? (changesRow(personId, card, others) ?? []) : []
    }),
  )
  await mergeChanges(tx, rows)
}

/** What others did with a card, as one notice; null: nothing. */
function changesRow(personId: string, { id: cardId, rapatId }: CardRow, others: readonly ActivityToTell[]) {
  const [first, last] = [others[0], others.at(-1)]
  if (first === undefined || last === undefined) return null
  const people = [...others].reverse().flatMap(one => one.personId ?? [])
  return {
    id: newId(last.at.getTime()),
    personId,
    event: `changes:${cardId}:${first.id}`,
    kind: 'changes' as const,
    ...{ cardId, rapatId, byId: last.personId, at: last.at, merged: others.length },
    details: {
      change: { kind: last.kind, details: { ...last.details } },
      people: [...new Set(people)],
      revision: last.revision,
    },
  }
}
