import { decideErasureRequest, insertErasureRequest, lockErasureRequest } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { limitedKey, requireAttempt } from '../rate-limit'
import type { AskErasureInput } from './inputs'
import { guardNik } from './nik-guard'

const LIMIT = { capacity: 5, drainPerMinute: 1 / (24 * 60) }

/** Asks that what is kept about oneself is erased; `conflict` while a request is open. */
export async function askErasure(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AskErasureInput,
): Promise<void> {
  authorise(actor, 'own-data.use', actor ?? undefined)
  guardNik({ wish: input.wish }, input.nikConfirmed)
  const { personId } = actor
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await requireAttempt(tx, [limitedKey(LIMIT, 'erasure', personId)], now, 'erasure')
    const id = newId(now.getTime())
    if (!(await insertErasureRequest(tx, { id, personId, wish: input.wish, askedAt: now })))
      throw new AppError('conflict', 'a request is open')
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'erasure.ask',
      subjectId: personId,
      details: { requestId: id },
    })
  })
}

/** Takes one's own request back, as long as nobody has decided it. */
export async function withdrawErasure(
  ctx: ServiceContext,
  actor: Actor | null,
  requestId: string,
): Promise<void> {
  authorise(actor, 'own-data.use', actor ?? undefined)
  const { personId } = actor
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const request = isRowId(requestId) ? await lockErasureRequest(tx, requestId) : null
    if (request?.personId !== personId) throw new AppError('not-found', 'erasure request')
    if (request.state !== 'open') throw new AppError('conflict', 'decided')
    await decideErasureRequest(tx, { id: request.id, state: 'withdrawn', by: personId, reason: '', now })
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'erasure.withdraw',
      subjectId: personId,
      details: { requestId },
    })
  })
}
