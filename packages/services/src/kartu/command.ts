import {
  type CardChange,
  type CardRow,
  findCard,
  findCardCommand,
  holdBoard,
  insertCardCommand,
  putBoardRevision,
  type Tx,
  updateCard,
} from '@mufakat/db'
import type { Action, Actor, CardSubject, Happened } from '@mufakat/domain'
import { AppError, defined } from '@mufakat/kernel'
import { type AuditAction, recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { noteActivity } from './activity'
import { cardSubject, cardView, isGone } from './scope'
import type { CardView } from './views'

// What every command to the board has in common.
//
// 1. The board is held from the first look to the commit: commands follow each other, and the order of their revisions
//    is that of their commits.
// 2. A command is done once, however often it comes; the later answers are those of the first.
// 3. What is refused leaves nothing, not even a revision.
// 4. What happened is noted at the revision it was given.
//
// Everybody waits while the board is held, so statements that need nothing of each other are sent together. On the one
// connection of a transaction they are done one after the other all the same, in the order they are written down in.

/** What a command came to. */
export interface CommandDone {
  /** Of the board, when it was done. */
  readonly revision: number
  /** The card as it is now. */
  readonly card: CardView
}

export interface Commanding {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly commandId: string
  /** Of the board, before. */
  readonly held: number
}

/** Runs `work` on the held board, unless this command was done before. */
export async function commanded(
  ctx: ServiceContext,
  actor: Actor | null,
  commandId: string,
  work: (at: Commanding) => Promise<CommandDone>,
): Promise<CommandDone> {
  if (actor === null) throw new AppError('not-signed-in', 'board')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const [held, done] = await Promise.all([holdBoard(tx), findCardCommand(tx, commandId)])
    if (done === null) return work({ tx, actor, now, commandId, held })
    if (done.personId !== actor.personId) throw new AppError('not-found', 'command')
    const card = defined(await findCard(tx, done.cardId), 'a card that was commanded')
    return { revision: done.revision, card: cardView(card) }
  })
}

/** A card that this person may do this to, and that is there. */
export async function commandedCard(
  { tx, actor }: Commanding,
  action: Action,
  cardId: string,
): Promise<{ card: CardRow; subject: CardSubject }> {
  const card = await findCard(tx, cardId)
  if (card === null) throw new AppError('not-found', action)
  const subject = await cardSubject(tx, card)
  authorise(actor, action, subject)
  if (isGone(card)) throw new AppError('conflict', 'card is gone')
  return { card, subject }
}

/** Notes that the command was done, as the revision after `taken`, and what happened; null: nothing to tell of. */
export async function noteCommand(
  at: Commanding,
  cardId: string,
  revision: number,
  happened: Happened | null,
): Promise<void> {
  const { tx, actor, now, commandId } = at
  const { personId } = actor
  await Promise.all([
    insertCardCommand(tx, { id: commandId, cardId, revision, personId, at: now }),
    happened && noteActivity(tx, { cardId, revision, at: now, personId, ...happened }),
    putBoardRevision(tx, revision),
  ])
}

/** Changes the card, as the revision after `taken`, and tells it as it is then. */
export async function changeCard(
  at: Commanding,
  cardId: string,
  change: CardChange,
  happened: Happened | null,
  taken = at.held,
): Promise<CommandDone> {
  const revision = taken + 1
  const [, , card] = await Promise.all([
    updateCard(at.tx, { cardId, revision, change: { ...change, updatedAt: at.now } }),
    noteCommand(at, cardId, revision, happened),
    findCard(at.tx, cardId),
  ])
  return { revision, card: cardView(defined(card, 'the card that was changed')) }
}

/** For what stands so already: nothing is done, so nothing is noted. */
export const unchanged = (at: Commanding, card: CardRow): CommandDone => ({
  revision: at.held,
  card: cardView(card),
})

export const auditCard = (
  { tx, actor, now }: Commanding,
  action: AuditAction,
  card: Pick<CardRow, 'id' | 'rapatId'>,
  details: Record<string, unknown>,
): Promise<void> =>
  recordAudit(tx, {
    at: now,
    actorId: actor.personId,
    action,
    ...(card.rapatId !== null && { rapatId: card.rapatId }),
    subjectId: card.id,
    details,
  })
