import { USUAL_MINUTES } from '@mufakat/domain'
import { calendarFile } from '@mufakat/export/ics'
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

/** The event of a letter, said by who sends it, to its reader. The same bytes for the same row. */
function calendarOf({ to, date, content }: OutgoingMail, sender: Sender) {
  const { calendar } = content
  if (calendar === null) return {}
  const { uid, sequence, isCancelled, facts, zone, link, name } = calendar
  const method = isCancelled ? 'CANCEL' : 'REQUEST'
  const file = calendarFile({
    method,
    uid,
    sequence,
    stamp: date,
    zone,
    date: facts.date,
    startTime: facts.startTime,
    minutes: facts.plannedMinutes ?? USUAL_MINUTES,
    title: facts.title,
    place: facts.place,
    description: link,
    url: link,
    organizer: { name: sender.fromName ?? 'Mufakat', email: sender.replyTo ?? sender.from },
    attendee: { name, email: to },
  })
  // As a part that clients act on, and as a file for those that do not.
  return { icalEvent: { method, filename: 'undangan.ics', content: file } }
}

/** The letter as it goes over the line or into a file. */
export async function composeMessage(mail: OutgoingMail, sender: Sender): Promise<Message> {
  const composer = new MailComposer({
    from: { address: sender.from, name: sender.fromName ?? 'Mufakat' },
    to: { address: mail.to, name: '' },
    ...(sender.replyTo === null ? {} : { replyTo: { address: sender.replyTo, name: '' } }),
    subject: mail.content.subject,
    text: mail.content.text,
    html: mail.content.html,
    ...calendarOf(mail, sender),
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
