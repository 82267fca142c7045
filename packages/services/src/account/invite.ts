import { findPeople, voidAccountLinks } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { heldAccount } from './held'
import { makeLink } from './link'
import { linkPath, type MailingContext, mailInvitation } from './mail'
import { storedAccountSettings } from './settings'
import type { LinkForHand } from './views'

const DAY_MS = 24 * 60 * 60_000

/**
 * Makes an invitation for somebody who has no password yet, and mails it where that is wanted and can be. The link is
 * answered once, to be handed over by other means; an older one opens nothing any more. `conflict` for a closed account
 * and for one that has a password: that is reset.
 */
export async function invite(
  ctx: MailingContext,
  actor: Actor | null,
  input: { personId: string; byMail: boolean },
): Promise<LinkForHand> {
  authorise(actor, 'account.manage')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, input.personId)
    if (!row.active || row.hasPassword) throw new AppError('conflict', 'account.invite')
    const { invitationDays } = await storedAccountSettings(tx)
    const lastsMs = invitationDays * DAY_MS
    const createdBy = actor.personId
    const link = await makeLink(tx, { kind: 'invitation', personId: row.id, createdBy, now, lastsMs })
    const [inviter] = await findPeople(tx, [createdBy])
    const mailed = input.byMail && (await mailInvitation(ctx, tx, row, link, inviter?.name ?? null))
    await recordAudit(tx, {
      at: now,
      actorId: createdBy,
      action: 'account.invite',
      subjectId: row.id,
      details: { mailed },
    })
    return { path: linkPath('invitation', link), expiresAt: link.expiresAt, mailed }
  })
}

/** Voids the open invitation; quietly nothing when there is none. */
export async function revokeInvitation(
  ctx: ServiceContext,
  actor: Actor | null,
  personId: string,
): Promise<void> {
  authorise(actor, 'account.manage')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, personId)
    if ((await voidAccountLinks(tx, { personId: row.id, kinds: ['invitation'], now })) === 0) return
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'account.revoke-invitation',
      subjectId: row.id,
    })
  })
}
