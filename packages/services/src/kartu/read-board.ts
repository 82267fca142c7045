import {
  type CardRow,
  type CardScope,
  findBoardRevision,
  findCard,
  listCards,
  listChangedCards,
} from '@mufakat/db'
import { type Actor, may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { cardScope, cardSubject, cardView, isGone, isWithin } from './scope'
import type { BoardChanges, BoardView } from './views'

/** The whole board, as far as this person may read it. */
export async function readBoard(ctx: ServiceContext, actor: Actor | null): Promise<BoardView> {
  authorise(actor, 'kartu.list')
  return inTransaction(ctx, async tx => {
    // Read first: what changes meanwhile is then asked for once more, and never missed.
    const revision = await findBoardRevision(tx)
    const cards = await listCards(tx, await cardScope(tx, actor))
    return { revision, cards: cards.map(cardView) }
  })
}

/** How often the board has changed. */
export const boardRevision = (ctx: ServiceContext): Promise<number> => findBoardRevision(ctx.database.db)

/** What this person may read of the board; a socket holds it and asks anew when it may have changed. */
export async function boardScope(ctx: ServiceContext, actor: Actor | null): Promise<CardScope> {
  authorise(actor, 'kartu.list')
  return cardScope(ctx.database.db, actor)
}

/**
 * A card that stands on the board and that this person may read.
 * @throws AppError `not-found`
 */
export async function readableCard(ctx: ServiceContext, actor: Actor, cardId: string): Promise<CardRow> {
  const { db } = ctx.database
  const card = await findCard(db, cardId)
  if (card === null || isGone(card)) throw new AppError('not-found', 'card')
  if (!may(actor, 'kartu.read', await cardSubject(db, card))) throw new AppError('not-found', 'card')
  return card
}

/** Changes that are told one by one; whoever is further behind reads the board anew. */
const MOST_CHANGES = 2_000

/**
 * Rows that have changed since a revision, whoever may read them.
 * @returns null when there are too many to tell, or that revision is none of this board (a restored backup is behind)
 */
export async function changesSince(
  ctx: ServiceContext,
  since: number,
): Promise<{ revision: number; rows: readonly CardRow[] } | null> {
  const { db } = ctx.database
  const [revision, rows] = await Promise.all([
    findBoardRevision(db),
    listChangedCards(db, since, MOST_CHANGES + 1),
  ])
  if (since > revision || rows.length > MOST_CHANGES) return null
  return { revision: rows.at(-1)?.revision ?? since, rows }
}

/** The part of them that concerns somebody; of what they may not read, or is not there, only that it is gone. */
export function changesWithin(
  scope: CardScope,
  { revision, rows }: { revision: number; rows: readonly CardRow[] },
): BoardChanges {
  const shown = (row: CardRow): boolean => !isGone(row) && isWithin(scope, row)
  return {
    revision,
    cards: rows.filter(shown).map(cardView),
    gone: rows.filter(row => !shown(row)).map(row => row.id),
  }
}
