import { deletePostponement, insertPostponement, listAgendaItems, listPostponedItems } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor } from '../rapat-access'
import type { PostponeItemInput } from './inputs'

/** Leaves an item to the next rapat of the series (SPEC.md S9); `conflict` where there is no series, or it was left. */
export async function postponeItem(
  ctx: ServiceContext,
  actor: Actor | null,
  input: PostponeItemInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await lockedRapatFor(tx, actor, 'agenda.postpone', input.rapatId)
    if (row.seriesId === null) throw new AppError('conflict', 'a rapat by itself')
    guardNik({ reason: input.reason }, input.nikConfirmed)
    const { rapatId, itemId, reason } = input
    const item = (await listAgendaItems(tx, rapatId)).find(one => one.itemId === itemId)
    if (item === undefined) throw new AppError('not-found', 'agenda item')
    const left = await listPostponedItems(tx, rapatId)
    if (left.some(one => one.itemId === itemId)) throw new AppError('conflict', 'agenda.postpone')
    const personId = actor?.personId ?? ''
    await insertPostponement(tx, { rapatId, itemId, reason, by: personId, at: now })
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'agenda.postpone',
      rapatId,
      details: { itemId },
    })
  })
}

/** Takes that back; `conflict` once another rapat has the item. */
export async function resumeItem(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { rapatId: string; itemId: string },
): Promise<void> {
  const now = ctx.clock.now()
  const { rapatId, itemId } = input
  await inTransaction(ctx, async tx => {
    await lockedRapatFor(tx, actor, 'agenda.postpone', rapatId)
    const left = (await listPostponedItems(tx, rapatId)).find(one => one.itemId === itemId)
    if (left === undefined) throw new AppError('not-found', 'postponement')
    if (left.takenBy !== null) throw new AppError('conflict', 'another rapat has it')
    await deletePostponement(tx, { rapatId, itemId })
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'agenda.resume',
      rapatId,
      details: { itemId },
    })
  })
}
