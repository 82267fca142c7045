import { beginViewing, endViewings, type Tx } from '@mufakat/db'
import { type Actor, canBeViewed, VIEWING_MS, VIEWING_REASONS } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { z } from 'zod'
import { heldAccount } from './account/held'
import { recordAudit } from './audit'
import { authorise, inTransaction, type ServiceContext } from './context'
import type { Session } from './views'

/*
 * An admin looks at the portal as another person. Invariants:
 * 1. It stands on the row of the admin's own session, which is what pages and sockets ask about; the person's sessions
 *    are not touched.
 * 2. Meanwhile the actor of the session is that person with `viewedBy`, to whom `may` leaves nothing but reading.
 * 3. It ends by itself after `VIEWING_MS`, and with the session. Beginning and end have one entry each, which names the
 *    admin; the end's is written by who ends it, or by the clock.
 */

export const viewAsInput = z.object({
  personId: z.uuid('field.invalid'),
  reason: z.enum(VIEWING_REASONS, 'field.choose'),
})
export type ViewAsInput = z.infer<typeof viewAsInput>

/** Throws `conflict` for somebody who cannot be looked at as, and where the session does so already. */
export async function startViewing(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ViewAsInput & { sessionId: string },
): Promise<void> {
  authorise(actor, 'account.view-as')
  const now = ctx.clock.now()
  const { sessionId, personId, reason } = input
  await inTransaction(ctx, async tx => {
    await recordEnds(tx, { overAt: now }, now)
    const person = await heldAccount(tx, personId)
    if (!canBeViewed(person, actor.personId)) throw new AppError('conflict', 'account.view-as')
    const until = new Date(now.getTime() + VIEWING_MS)
    if (!(await beginViewing(tx, { sessionId, personId, until })))
      throw new AppError('conflict', 'account.view-as')
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'view-as.start',
      subjectId: personId,
      details: { reason },
    })
  })
}

/** Back to being oneself; quietly nothing when one is. */
export async function stopViewing(ctx: ServiceContext, { sessionId }: Session): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, tx => recordEnds(tx, { sessionId }, now))
}

/** Writes the end of what has run out, or ended with its session. */
export async function endOverdueViewings(ctx: ServiceContext): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, tx => recordEnds(tx, { overAt: now }, now))
}

async function recordEnds(tx: Tx, which: Parameters<typeof endViewings>[1], now: Date): Promise<void> {
  for (const { adminId, personId, until } of await endViewings(tx, which))
    await recordAudit(tx, {
      at: now,
      actorId: adminId,
      action: 'view-as.end',
      subjectId: personId,
      details: { ranOut: until <= now },
    })
}
