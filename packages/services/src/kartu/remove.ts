import { findCard, findCardDetails, findOpenCopy, type Tx } from '@mufakat/db'
import { type Actor, isOpenTindakLanjut } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, type ServiceContext } from '../context'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard } from './command'
import type { CardInput } from './edit-inputs'
import { cardSubject } from './scope'

/** Puts away a card that no rapat has decided. Nothing of it is lost: it can be brought back. */
export const removeCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: CardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card } = await commandedCard(at, 'kartu.decide', input.cardId)
    if (card.rapatId !== null) throw new AppError('conflict', 'a rapat has decided it')
    await auditCard(at, 'kartu.remove', card, {})
    return changeCard(at, card.id, { removedAt: at.now }, { kind: 'removed', details: {} })
  })

export const restoreCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: CardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const card = await findCard(at.tx, input.cardId)
    if (card === null) throw new AppError('not-found', 'kartu.restore')
    authorise(at.actor, 'kartu.decide', await cardSubject(at.tx, card))
    if (card.removedAt === null || card.rapatId !== null) throw new AppError('conflict', 'card is there')
    if (isOpenTindakLanjut(card.status)) await refuseSecondCopy(at.tx, card.id)
    await auditCard(at, 'kartu.restore', card, {})
    return changeCard(at, card.id, { removedAt: null }, { kind: 'restored', details: {} })
  })

/** Of a card that comes again one copy is open at most (domain, PP25): this one is not opened while another is. */
export async function refuseSecondCopy(tx: Tx, cardId: string): Promise<void> {
  const repeatId = (await findCardDetails(tx, cardId))?.repeatId ?? null
  if (repeatId === null || (await findOpenCopy(tx, repeatId)) === null) return
  throw new AppError('invalid-input', 'another copy is open', { fields: { status: 'field.other-copy' } })
}
