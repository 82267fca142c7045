import { insertMail, type Tx } from '@mufakat/db'
import type { Locale } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { MAIL_TEMPLATES, type MailData, type MailTemplate } from '@mufakat/mail'
import { z } from 'zod'
import { enqueue } from '../jobs/enqueue'

/** One address and nothing else, so that no header can be made of it. */
const recipient = z.email().max(254)
const eventName = z.string().regex(/^[a-z][a-z0-9.:-]{0,199}$/)

/**
 * Queues a letter in the transaction of the event it tells of: it goes out after the commit, or never.
 * @param mail.event name of what happened, made from its ids (`invitation:<id>`); the same one is mailed once, however
 * often it is asked for
 * @returns false when this event has its letter already
 */
export async function queueMail<T extends MailTemplate>(
  tx: Tx,
  mail: { event: string; to: string; locale: Locale; template: T; data: MailData<T> },
): Promise<boolean> {
  const data = MAIL_TEMPLATES[mail.template].parse(mail.data)
  const id = newId()
  const isNew = await insertMail(tx, {
    id,
    event: eventName.parse(mail.event),
    template: mail.template,
    locale: mail.locale,
    recipient: recipient.parse(mail.to),
    data,
    expiresAt: 'expiresAt' in data ? new Date(data.expiresAt) : null,
  })
  if (isNew) await enqueueMail(tx, { id, template: mail.template })
  return isNew
}

/** The job that sends a letter. Whoever waits for a test message wants the first answer, not the best. */
export const enqueueMail = (tx: Tx, { id, template }: { id: string; template: string }): Promise<void> =>
  enqueue(
    tx,
    'mail.send',
    { mailId: id },
    { key: `mail:${id}`, ...(template === 'test' ? { maxAttempts: 1 } : {}) },
  )
