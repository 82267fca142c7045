import { findCardDetails } from '@mufakat/db'
import { type Actor, changedSubtasks, type SubtaskChange } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard, unchanged } from './command'
import type { ChangeSubtaskInput } from './edit-inputs'

function changeOf(input: ChangeSubtaskInput, now: Date): SubtaskChange {
  const { did } = input
  if (did === 'added') return { did, id: newId(now.getTime()), title: input.title }
  return { ...input, did, id: input.subtaskId } as SubtaskChange
}

/** Adds a step to a card, or changes one (domain, PP24). */
export const changeSubtask = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: ChangeSubtaskInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card } = await commandedCard(at, 'kartu.edit', input.cardId)
    if ('title' in input) guardNik({ title: input.title }, input.nikConfirmed)
    const { subtasks } = defined(await findCardDetails(at.tx, card.id), 'a card that is held')
    const change = changeOf(input, at.now)
    const next = changedSubtasks(subtasks, change)
    if (next === 'gone') throw new AppError('conflict', 'step is gone')
    if (next === 'full') throw new AppError('invalid-input', 'steps', { fields: { title: 'field.steps' } })
    if (next === 'changed')
      throw new AppError('conflict', 'renamed meanwhile', { fields: { title: 'field.changed' } })
    if (next === subtasks) return unchanged(at, card)
    const { did, id: subtaskId } = change
    await auditCard(at, 'kartu.steps', card, { subtaskId, did })
    const happened = { kind: 'subtask', details: { subtaskId, did } } as const
    return changeCard(at, card.id, { subtasks: next }, happened)
  })
