import type { OutgoingMail } from '@mufakat/services'
import MailComposer from 'nodemailer/lib/mail-composer'

export interface Sender {
  readonly from: string
  readonly fromName: string | null
  readonly replyTo: string | null
}

export interface Message {
  readonly envelope: { readonly from: string; readonly to: string }
  /** The whole letter as RFC 5322 has it, the same bytes whenever it is made of the same row. */
  readonly raw: Buffer
}

const WIB_MS = 7 * 3_600_000

/** "Tue, 24 Nov 2026 10:00:00 +0700": the date of a letter in WIB. */
export const dateHeader = (when: Date): string =>
  new Date(when.getTime() + WIB_MS).toUTCString().replace('GMT', '+0700')

/** The letter as it goes over the line or into a file. */
export async function composeMessage(mail: OutgoingMail, sender: Sender): Promise<Message> {
  const composer = new MailComposer({
    from: { address: sender.from, name: sender.fromName ?? 'Mufakat' },
    to: { address: mail.to, name: '' },
    ...(sender.replyTo === null ? {} : { replyTo: { address: sender.replyTo, name: '' } }),
    subject: mail.content.subject,
    text: mail.content.text,
    html: mail.content.html,
    messageId: mail.messageId,
    date: dateHeader(mail.date),
    // Parts are told apart by the row's id, not by chance.
    baseBoundary: mail.id,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const raw = await composer.compile().build()
  return { envelope: { from: sender.from, to: mail.to }, raw }
}
