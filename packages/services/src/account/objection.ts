import type { AccountRow, Tx } from '@mufakat/db'
import { makeLink } from './link'
import { type MailingContext, mailEmailChanged } from './mail'
import { storedAccountSettings } from './settings'

const DAY_MS = 24 * 60 * 60_000

/** Tells the old address of a new one, with a way to object to it. `row`: the account as it was. */
export async function offerObjection(
  ctx: MailingContext,
  tx: Tx,
  change: { row: AccountRow; email: string | null; now: Date; by: string },
): Promise<void> {
  const { row, email, now, by } = change
  if (row.email === null || email === null) return
  const { objectionDays } = await storedAccountSettings(tx)
  const link = await makeLink(tx, {
    kind: 'objection',
    personId: row.id,
    createdBy: by,
    now,
    lastsMs: objectionDays * DAY_MS,
    email: row.email,
  })
  await mailEmailChanged(ctx, tx, row, { email, link, now })
}
