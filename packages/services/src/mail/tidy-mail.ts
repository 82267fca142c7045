import { expireMail, failOrphanedMail } from '@mufakat/db'
import { inTransaction, type ServiceContext } from '../context'
import { MAIL_ABANDONED, MAIL_EXPIRED } from './send-mail'

/** Ends letters that nobody sends any more, and forgets the links of those whose time is over. */
export async function tidyMail(ctx: ServiceContext): Promise<{ expired: number; abandoned: number }> {
  return inTransaction(ctx, async tx => ({
    abandoned: await failOrphanedMail(tx, MAIL_ABANDONED),
    expired: await expireMail(tx, { now: ctx.clock.now(), error: MAIL_EXPIRED }),
  }))
}
