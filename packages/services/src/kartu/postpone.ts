import { activeOpdIds, insertCardPostponement } from '@mufakat/db'
import { type Actor, isLockedCard, needsReason, tenggatFault } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { authorise, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { dayNow } from '../settings/today'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard } from './command'
import type { HandOverCardInput, PostponeCardInput } from './edit-inputs'
import { cardSubject } from './scope'

const invalid = (field: string, key: string) =>
  new AppError('invalid-input', field, { fields: { [field]: `field.${key}` } })
const changed = (field: string) =>
  new AppError('conflict', 'given anew meanwhile', { fields: { [field]: 'field.changed' } })

/** Gives an open card another tenggat, with the reason (domain, PP23). */
export const postponeCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: PostponeCardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { to, reason } = input
    const { card } = await commandedCard(at, 'kartu.decide', input.cardId)
    guardNik({ reason }, input.nikConfirmed)
    if (card.due !== input.from) throw changed('to')
    const fault = tenggatFault(card, { to, reason, today: await dayNow(at.tx, at.now) })
    if (fault === 'conflict') throw new AppError('conflict', 'kartu.postpone')
    if (fault === 'reason') throw invalid('reason', 'required')
    if (fault !== null) throw invalid('to', fault)
    const step = { from: card.due, to }
    await auditCard(at, 'kartu.postpone', card, step)
    if (!needsReason(card)) {
      const details = { fields: ['due'], values: { due: step } }
      return changeCard(at, card.id, { due: to }, { kind: 'edited', details })
    }
    await insertCardPostponement(at.tx, {
      ...{ id: newId(at.now.getTime()), cardId: card.id, ...step, reason },
      ...{ by: at.actor.personId, at: at.now },
    })
    return changeCard(at, card.id, { due: to }, { kind: 'postponed', details: step, reason })
  })

/** Gives a card to another OPD, with the reason. Whom nobody may add cards for, nobody gives work to. */
export const handOverCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: HandOverCardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { ownerOpdId, reason } = input
    const { card } = await commandedCard(at, 'kartu.decide', input.cardId)
    authorise(at.actor, 'kartu.create', await cardSubject(at.tx, { ownerOpdId, rapatId: null }))
    guardNik({ reason }, input.nikConfirmed)
    if (isLockedCard(card.notulaState)) throw new AppError('conflict', 'its notula says it')
    if (card.ownerOpdId !== input.from) throw changed('ownerOpdId')
    if (ownerOpdId === card.ownerOpdId || !(await activeOpdIds(at.tx, [ownerOpdId])).has(ownerOpdId))
      throw invalid('ownerOpdId', 'choose')
    const step = { from: card.ownerOpdId, to: ownerOpdId }
    await auditCard(at, 'kartu.hand-over', card, step)
    await insertCardPostponement(at.tx, {
      ...{ id: newId(at.now.getTime()), cardId: card.id, fromOpdId: step.from, toOpdId: step.to, reason },
      ...{ by: at.actor.personId, at: at.now },
    })
    return changeCard(at, card.id, { ownerOpdId }, { kind: 'handed-over', details: step, reason })
  })
