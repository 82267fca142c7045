import { findAccount, type Tx } from '@mufakat/db'
import type { SecurityEvent } from '@mufakat/mail'
import { queueMail } from '../mail/queue-mail'

/** Tells a person what was done to the way into their account, with the change or not at all. */
export async function tellOfSecurity(
  tx: Tx,
  { personId, what, now }: { personId: string; what: SecurityEvent; now: Date },
): Promise<void> {
  const account = await findAccount(tx, personId)
  if (!account?.active || account.email === null) return
  await queueMail(tx, {
    event: `security:${what}:${personId}:${now.getTime()}`,
    to: account.email,
    locale: account.locale,
    template: 'security-notice',
    data: { name: account.name, what, at: now.toISOString() },
  })
}
