import { type CardRow, findCard, type Queryable } from '@mufakat/db'
import type { Action, Actor, CardSubject } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, isRowId } from '../context'
import { cardSubject } from './scope'

/** A card that this person may do this to. */
export async function cardFor(
  db: Queryable,
  actor: Actor | null,
  action: Action,
  cardId: string,
): Promise<{ actor: Actor; card: CardRow; subject: CardSubject }> {
  if (actor === null) throw new AppError('not-signed-in', action)
  const card = isRowId(cardId) ? await findCard(db, cardId) : null
  if (card === null) throw new AppError('not-found', action)
  const subject = await cardSubject(db, card)
  authorise(actor, action, subject)
  return { actor, card, subject }
}
