import { join } from 'node:path'
import { type MailContext, mailServer, type OutgoingMail } from '@mufakat/services'
import { composeMessage, type Sender } from './message'
import { putIntoOutbox } from './outbox'
import { sendBySmtp } from './smtp'

/** Whose letters the outbox holds: nobody answers them. */
const NOBODY: Sender = { from: 'mufakat@localhost', fromName: 'Mufakat', replyTo: null }

/** Sends letters where the settings of this moment say: a mail server, or the folder `outbox` of the data. */
export const delivery =
  (ctx: MailContext, dataDir: string) =>
  async (mail: OutgoingMail): Promise<void> => {
    const server = await mailServer(ctx)
    const message = await composeMessage(mail, server ?? NOBODY)
    if (server === null) await putIntoOutbox(join(dataDir, 'outbox'), mail.id, message)
    else await sendBySmtp(server, message)
  }
