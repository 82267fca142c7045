import { createHash } from 'node:crypto'
import { findMailOfEvent, findMailReader, type MailRow } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { type LimitedKey, reserveAttempt } from '../rate-limit'
import { queueMail } from './queue-mail'

export const testMailInput = z.object({ to: z.email('field.email').max(254, 'field.too-long') })
export type TestMailInput = z.infer<typeof testMailInput>

/** Enough to set up a server with many mistakes, too few to write to strangers with. */
const limitOf = (personId: string): LimitedKey => ({
  key: new Uint8Array(createHash('sha256').update(`test-mail ${personId}`).digest()),
  policy: { capacity: 10, drainPerMinute: 0.5 },
  clearedBySuccess: false,
})

const eventOf = (testId: string): string => `test:${testId}`

/**
 * Queues a test message, which goes the way of every letter and is tried once. `testMailState` tells what became of
 * it. Throws `rate-limited`.
 * @returns its id
 */
export async function sendTestMail(
  ctx: ServiceContext,
  actor: Actor | null,
  { to }: TestMailInput,
): Promise<string> {
  authorise(actor, 'mail.configure')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    if (!(await reserveAttempt(tx, [limitOf(actor.personId)], now)))
      throw new AppError('rate-limited', 'test mail')
    const { name, locale } = defined(await findMailReader(tx, actor.personId), 'who acts is there')
    const testId = newId(now.getTime())
    await queueMail(tx, {
      event: eventOf(testId),
      to,
      locale,
      template: 'test',
      data: { name, at: now.toISOString() },
    })
    await recordAudit(tx, { at: now, actorId: actor.personId, action: 'mail.test', subjectId: testId })
    return testId
  })
}

/** What became of a test message; null when there is none of this id. */
export async function testMailState(
  ctx: ServiceContext,
  actor: Actor | null,
  testId: string,
): Promise<Pick<MailRow, 'state' | 'lastError' | 'sentAt'> | null> {
  authorise(actor, 'mail.configure')
  return isRowId(testId) ? findMailOfEvent(ctx.database.db, eventOf(testId)) : null
}
