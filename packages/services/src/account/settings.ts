import { type Queryable, readSetting, writeSetting } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'

const KEY = 'accounts'

const days = z.coerce
  .number('field.number')
  .int('field.number')
  .min(1, 'field.number')
  .max(30, 'field.number')

export const accountSettingsInput = z.object({
  /** How long an invitation opens. */
  invitationDays: days,
  /** How long the owner of the old address can object to a new one. */
  objectionDays: days,
})
export type AccountSettings = z.infer<typeof accountSettingsInput>

const SHIPPED: AccountSettings = { invitationDays: 7, objectionDays: 7 }

/** What is stored, or what is shipped when nothing readable is. */
export async function storedAccountSettings(db: Queryable): Promise<AccountSettings> {
  const parsed = accountSettingsInput.safeParse(await readSetting(db, KEY))
  return parsed.success ? parsed.data : SHIPPED
}

export async function accountSettings(ctx: ServiceContext, actor: Actor | null): Promise<AccountSettings> {
  authorise(actor, 'account.read')
  return storedAccountSettings(ctx.database.db)
}

/** Holds for links made from now on. */
export async function setAccountSettings(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AccountSettings,
): Promise<void> {
  authorise(actor, 'account.manage')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await writeSetting(tx, { key: KEY, value: input, now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'account.settings',
      details: { ...input },
    })
  })
}
