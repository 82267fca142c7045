import {
  addFollower,
  type CardCommentRow,
  countCardComments,
  findCardComment,
  insertCardComment,
  updateCardComment,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { limitedKey, requireAttempt } from '../rate-limit'
import { todayOf } from '../settings/today'
import { auditCard, type CommandDone, type Commanding, changeCard, commanded, commandedCard } from './command'
import { maySettle } from './comment-read'
import type { AddCommentInput, EditCommentInput, SettleCommentInput } from './inputs'
import { mentionsOnCard } from './mention'

/*
 * Comments on a card (domain, BD6). Invariants:
 * 1. A comment raises the board's revision like any change of its card, so that whoever shows the card hears of it.
 * 2. One that was removed has no text any more, and nothing is done to it again.
 */

/** What one person can write: a lively discussion, then one each ten seconds. */
const WRITING = { capacity: 60, drainPerMinute: 6 }
const MAX_COMMENTS = 2_000

type Did = 'added' | 'edited' | 'removed' | 'settled' | 'reopened'

const changed = (at: Commanding, cardId: string, commentId: string, did: Did): Promise<CommandDone> =>
  changeCard(at, cardId, {}, { kind: 'comment', details: { commentId, did } })

const slowDown = ({ tx, actor, now }: Commanding): Promise<void> =>
  requireAttempt(tx, [limitedKey(WRITING, 'card-comment', actor.personId)], now, 'comment')

/** Comments on a card; who does follows it from then on. */
export const addComment = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddCommentInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { tx, now } = at
    const { card, subject } = await commandedCard(at, 'kartu.discuss', input.cardId)
    const { body } = input
    guardNik({ body }, input.nikConfirmed)
    await slowDown(at)
    if ((await countCardComments(tx, card.id)) >= MAX_COMMENTS)
      throw new AppError('invalid-input', 'too many', { fields: { body: 'field.too-many' } })
    const [id, cardId, { personId }] = [newId(now.getTime()), card.id, at.actor]
    const mentions = await mentionsOnCard(tx, at.actor, body, subject, await todayOf(ctx))
    await insertCardComment(tx, { id, cardId, authorId: personId, at: now, body, mentions })
    await addFollower(tx, { cardId, personId, since: now })
    await auditCard(at, 'kartu.comment', card, { commentId: id })
    return changed(at, cardId, id, 'added')
  })

async function commentOf(
  { tx }: Commanding,
  input: { cardId: string; commentId: string },
): Promise<CardCommentRow> {
  const comment = await findCardComment(tx, input)
  if (comment === null) throw new AppError('not-found', 'comment')
  return comment
}

function mustBeOwn({ actor }: Commanding, comment: CardCommentRow): void {
  if (comment.authorId !== actor.personId) throw new AppError('forbidden', 'comment of another')
}

/** Writes one's own comment anew. */
export const editComment = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditCommentInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card, subject } = await commandedCard(at, 'kartu.discuss', input.cardId)
    const comment = await commentOf(at, input)
    mustBeOwn(at, comment)
    const { body } = input
    guardNik({ body }, input.nikConfirmed)
    await slowDown(at)
    const mentions = await mentionsOnCard(at.tx, at.actor, body, subject, await todayOf(ctx))
    await updateCardComment(at.tx, comment.id, { body, mentions, editedAt: at.now })
    await auditCard(at, 'kartu.comment-edit', card, { commentId: comment.id })
    return changed(at, card.id, comment.id, 'edited')
  })

/** Settles a comment, opens it again, or removes one's own; `conflict` when it is so already. */
export const settleComment = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: SettleCommentInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card, subject } = await commandedCard(at, 'kartu.discuss', input.cardId)
    const comment = await commentOf(at, input)
    const { deed } = input
    if (deed === 'hapus') {
      mustBeOwn(at, comment)
      await updateCardComment(at.tx, comment.id, { body: '', mentions: [], removedAt: at.now })
      await auditCard(at, 'kartu.comment-remove', card, { commentId: comment.id })
      return changed(at, card.id, comment.id, 'removed')
    }
    if (!maySettle(at.actor, subject, comment)) throw new AppError('forbidden', 'comment of another')
    const settles = deed === 'selesai'
    if (settles === (comment.settledAt !== null)) throw new AppError('conflict', 'comment')
    await updateCardComment(at.tx, comment.id, {
      settledBy: settles ? at.actor.personId : null,
      settledAt: settles ? at.now : null,
    })
    const action = settles ? 'kartu.comment-settle' : 'kartu.comment-reopen'
    await auditCard(at, action, card, { commentId: comment.id })
    return changed(at, card.id, comment.id, settles ? 'settled' : 'reopened')
  })
