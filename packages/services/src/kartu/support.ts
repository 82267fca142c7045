import { activeOpdIds } from '@mufakat/db'
import { type Actor, MAX_SUPPORTERS } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard, unchanged } from './command'
import type { SupportCardInput } from './edit-inputs'

const invalid = (key: string) =>
  new AppError('invalid-input', 'supporters', { fields: { supporters: `field.${key}` } })

/** Says which OPD support a card. What two choose at the same time is added up: nobody undoes the other. */
export const supportCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: SupportCardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card } = await commandedCard(at, 'kartu.edit', input.cardId)
    const { supporterIds: now } = card
    const added = [...new Set(input.to)].filter(id => !input.from.includes(id) && !now.includes(id))
    const removed = now.filter(id => input.from.includes(id) && !input.to.includes(id))
    if (added.length + removed.length === 0) return unchanged(at, card)
    const active = await activeOpdIds(at.tx, added)
    if (added.some(id => !active.has(id) || id === card.ownerOpdId)) throw invalid('choose')
    const supporterIds = [...now.filter(id => !removed.includes(id)), ...added]
    if (supporterIds.length > MAX_SUPPORTERS) throw invalid('too-long')
    await auditCard(at, 'kartu.support', card, { added, removed })
    return changeCard(at, card.id, { supporterIds }, { kind: 'supporters', details: { added, removed } })
  })
