import { type CardDetailsRow, findCardDetails } from '@mufakat/db'
import {
  type Actor,
  CARD_FIELDS,
  type CardField,
  DECIDED_FIELDS,
  editStep,
  isLockedCard,
  TOLD_FIELDS,
  type ToldChange,
  type ToldValue,
} from '@mufakat/domain'
import { AppError, defined } from '@mufakat/kernel'
import { authorise, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard, unchanged } from './command'
import type { EditCardInput } from './edit-inputs'

type Change = EditCardInput['change']

/** Fields that the edit writes; `conflict`, by field, where somebody else has written something else meanwhile. */
function written(details: CardDetailsRow, change: Change): CardField[] {
  const steps = CARD_FIELDS.flatMap(field => {
    const edit = change[field]
    return edit === undefined ? [] : [{ field, step: editStep<ToldValue>(details[field], edit) }]
  })
  const changed = steps.filter(({ step }) => step === 'changed')
  if (changed.length > 0)
    throw new AppError('conflict', 'edited meanwhile', {
      fields: Object.fromEntries(changed.map(({ field }) => [field, 'field.changed'])),
    })
  return steps.flatMap(({ field, step }) => (step === 'written' ? [field] : []))
}

/**
 * Says otherwise what a card says of itself (domain, PP20, PP22). Several fields are one edit: all of them, or none.
 * @throws AppError `conflict` with fields where both have written; without, while its notula says it (PP9)
 */
export const editCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditCardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { change, nikConfirmed } = input
    const { card, subject } = await commandedCard(at, 'kartu.edit', input.cardId)
    if (DECIDED_FIELDS.some(field => change[field] !== undefined)) {
      authorise(at.actor, 'kartu.decide', subject)
      if (isLockedCard(card.notulaState)) throw new AppError('conflict', 'its notula says it')
    }
    const { title, jabatan, description, kendala, unit } = change
    const texts = { title, jabatan, description, kendala, unit }
    guardNik(Object.fromEntries(Object.entries(texts).map(([name, edit]) => [name, edit?.to])), nikConfirmed)
    const details = defined(await findCardDetails(at.tx, card.id), 'a card that is held')
    const fields = written(details, change)
    if (fields.length === 0) return unchanged(at, card)
    const told = fields.filter(field => TOLD_FIELDS.includes(field))
    const values: Record<string, ToldChange> = Object.fromEntries(
      told.map(field => [field, { from: details[field], to: change[field]?.to ?? null }]),
    )
    await auditCard(at, 'kartu.edit', card, { fields })
    const next = Object.fromEntries(fields.map(field => [field, change[field]?.to]))
    return changeCard(at, card.id, next, { kind: 'edited', details: { fields, values } })
  })
