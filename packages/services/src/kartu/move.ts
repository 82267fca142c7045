import { type Actor, isOpenTindakLanjut, may, moveFault } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard } from './command'
import type { MoveCardInput } from './inputs'
import { takePlace } from './place'
import { refuseSecondCopy } from './remove'

/**
 * Puts a card elsewhere and says how far it is, in one step (domain, PP1, PP4–PP6).
 * @throws AppError `not-found`, `forbidden`; `conflict` when it is not there any more; `invalid-input` with `evidence`
 */
export const moveCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: MoveCardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { status, place } = input
    const { card, subject } = await commandedCard(at, 'kartu.move', input.cardId)
    const verifies = may(at.actor, 'kartu.verify', subject)
    const fault = moveFault({ from: card.status, to: status }, verifies, card.accepted > 0)
    if (fault === 'forbidden') throw new AppError('forbidden', 'kartu.verify')
    if (fault !== null)
      throw new AppError('invalid-input', 'kartu.move', { fields: { status: 'field.evidence' } })
    if (!isOpenTindakLanjut(card.status) && isOpenTindakLanjut(status)) await refuseSecondCopy(at.tx, card.id)
    const { rank, revision } = await takePlace(at.tx, place, at.held)
    const finishedAt = status === 'selesai' ? (card.finishedAt ?? at.now) : null
    const step = { from: card.status, to: status }
    const isStep = step.from !== step.to
    // Where it stands among others is nothing to tell of.
    const happened = isStep ? ({ kind: 'status', details: step } as const) : null
    const [done] = await Promise.all([
      changeCard(at, card.id, { rank, status, finishedAt }, happened, revision),
      isStep && auditCard(at, 'kartu.status', card, step),
    ])
    return done
  })
