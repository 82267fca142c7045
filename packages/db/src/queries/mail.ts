import type { Tx } from '../database'
import { mail } from '../schema/mail'

export { MAIL_STATES, type MailState } from '../schema/mail'

/** @returns false when this event has its letter already */
export async function insertMail(
  tx: Tx,
  row: Pick<typeof mail.$inferInsert, 'id' | 'event' | 'template' | 'locale' | 'recipient' | 'expiresAt'> & {
    data: Record<string, unknown>
  },
): Promise<boolean> {
  const rows = await tx
    .insert(mail)
    .values(row)
    .onConflictDoNothing({ target: mail.event })
    .returning({ id: mail.id })
  return rows.length === 1
}
