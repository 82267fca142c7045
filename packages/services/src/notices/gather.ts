import {
  type ActivityToTell,
  type CardRow,
  findCard,
  holdNoticeCursor,
  insertNotices,
  listActivityAfter,
  listCommentMentions,
  mergeChanges,
  moveNoticeCursor,
  type Tx,
} from '@mufakat/db'
import { isTold, type Tanggal } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { inTransaction, type ServiceContext } from '../context'
import { isGone } from '../kartu/scope'
import { actorsNamed } from '../komentar/mentions'
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

/** What there is to tell of a card. */
interface ToTell {
  readonly card: CardRow
  readonly activities: readonly ActivityToTell[]
  /** Who hears of it; whether they may is asked later. */
  readonly people: readonly string[]
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
  const organisation = await organisationOn(tx, cards.flatMap(opdOf), today)
  const follows = await followsOf(tx, cards)
  const all = cards.map((card): ToTell => {
    const members = opdOf(card).flatMap(id => organisation.membersOf(id))
    const people = [...new Set([...members, ...follows.followers(card.id)])]
    return { card, activities: byCard.get(card.id) ?? [], people }
  })
  const named = await namedInComments(tx, activities, today)
  const people = [...all.flatMap(one => one.people), ...named.map(one => one.personId)]
  const mayHear = await mayHearOf(tx, { cards, people, follows }, today)
  const cardOf = new Map(cards.map(card => [card.id, card]))
  const mentions = named.flatMap(one => {
    const card = cardOf.get(one.cardId)
    return card !== undefined && mayHear(one.personId, 'mention', card) ? [mentionRow(one, card)] : []
  })
  await insertNotices(tx, mentions)
  const isNamed = new Set(mentions.map(({ personId, event }) => `${personId} ${event}`))
  const rows = all.flatMap(({ card, activities: theirs, people: concerned }) =>
    concerned.flatMap(personId => {
      // Who is named in a comment is told of it by that.
      const others = theirs.filter(
        one => one.personId !== personId && !isNamed.has(`${personId} ${mentionEvent(commentOf(one))}`),
      )
      return mayHear(personId, 'changes', card) ? (changesRow(personId, card, others) ?? []) : []
    }),
  )
  await mergeChanges(tx, rows)
}

const opdOf = ({ ownerOpdId, supporterIds }: CardRow): string[] => [
  ...(ownerOpdId === null ? [] : [ownerOpdId]),
  ...supporterIds,
]

/** A comment that was written, or written anew. */
const commentOf = ({ kind, details }: ActivityToTell): string | null =>
  kind === 'comment' && 'commentId' in details && (details.did === 'added' || details.did === 'edited')
    ? details.commentId
    : null

const mentionEvent = (commentId: string | null): string => `mention:${commentId}`

interface Named {
  readonly personId: string
  readonly cardId: string
  readonly commentId: string
  readonly authorId: string
  readonly at: Date
}

/** Whom the comments among these activities name: people, and who leads an OPD; not who wrote. */
async function namedInComments(
  tx: Tx,
  activities: readonly ActivityToTell[],
  today: Tanggal,
): Promise<Named[]> {
  const ids = activities.flatMap(one => commentOf(one) ?? [])
  const named: Named[] = []
  for (const { id, cardId, authorId, at, mentions } of await listCommentMentions(tx, ids))
    for (const { personId } of mentions.length === 0 ? [] : await actorsNamed(tx, mentions, today))
      if (personId !== authorId) named.push({ personId, cardId, commentId: id, authorId, at })
  return named
}

const mentionRow = ({ personId, commentId, authorId, at }: Named, { id: cardId, rapatId }: CardRow) => ({
  id: newId(at.getTime()),
  event: mentionEvent(commentId),
  kind: 'mention' as const,
  ...{ personId, cardId, rapatId, byId: authorId, at },
  details: { commentId, people: [authorId] },
})

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
