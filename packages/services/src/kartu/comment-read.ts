import { type CardCommentRow, listCardComments } from '@mufakat/db'
import { type Actor, type CardSubject, may } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import type { MentionView } from '../komentar/views'
import { personRefs } from '../people'
import { todayOf } from '../settings/today'
import type { PersonRef } from '../views'
import { cardFor } from './card-for'
import { namesOnCard } from './mention'
import { isGone } from './scope'

export interface CardCommentView {
  readonly id: string
  readonly author: PersonRef
  readonly at: Date
  /** Empty: it was removed. */
  readonly body: string
  readonly mentions: readonly MentionView[]
  readonly isEdited: boolean
  readonly isRemoved: boolean
  readonly settled: { readonly by: PersonRef; readonly at: Date } | null
  readonly allowed: { readonly edit: boolean; readonly settle: boolean }
}

export interface CardCommentPart {
  /** The oldest first. */
  readonly comments: readonly CardCommentView[]
  /** Neither settled nor removed. */
  readonly openCount: number
  readonly mayWrite: boolean
  /** Whom a comment may name: who reads the card, as far as this person has a directory. */
  readonly names: readonly string[]
}

export const maySettle = (
  actor: Actor,
  subject: CardSubject,
  comment: { readonly authorId: string },
): boolean =>
  may(actor, 'kartu.discuss', subject) &&
  (comment.authorId === actor.personId || may(actor, 'kartu.move', subject))

/** Comments on a card, with what this person may do about them. */
export async function commentPart(
  ctx: ServiceContext,
  by: Actor | null,
  cardId: string,
): Promise<CardCommentPart> {
  const { db } = ctx.database
  const { actor, card, subject } = await cardFor(db, by, 'kartu.read', cardId)
  const today = await todayOf(ctx)
  const mayWrite = may(actor, 'kartu.discuss', subject) && !isGone(card)
  const rows = await listCardComments(db, card.id)
  const people = await personRefs(
    db,
    rows.flatMap(row => [row.authorId, row.settledBy]),
    today,
  )
  const personOf = (id: string) => defined(people.get(id), 'author of a comment')
  const viewOf = (row: CardCommentRow): CardCommentView => ({
    ...{ id: row.id, at: row.at, body: row.body, mentions: row.mentions },
    author: personOf(row.authorId),
    isEdited: row.editedAt !== null,
    isRemoved: row.removedAt !== null,
    settled:
      row.settledBy === null || row.settledAt === null
        ? null
        : { by: personOf(row.settledBy), at: row.settledAt },
    allowed: {
      edit: mayWrite && row.removedAt === null && row.authorId === actor.personId,
      settle: mayWrite && row.removedAt === null && maySettle(actor, subject, row),
    },
  })
  const comments = rows.map(viewOf)
  return {
    comments,
    openCount: comments.filter(one => !one.isRemoved && one.settled === null).length,
    mayWrite,
    names: mayWrite ? await namesOnCard(db, actor, subject, today) : [],
  }
}
