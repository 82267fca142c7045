import { phoneOf, setPhone } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import type { PhoneInput } from './inputs'

/** Sets or takes away one's own telephone number. */
export async function setOwnPhone(
  ctx: ServiceContext,
  actor: Actor | null,
  { phone }: PhoneInput,
): Promise<void> {
  authorise(actor, 'profile.edit', actor ?? undefined)
  const { personId } = actor
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if ((await phoneOf(tx, personId)) === phone) return
    await setPhone(tx, personId, phone)
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'profile.phone',
      subjectId: personId,
      details: { given: phone !== null },
    })
  })
}
