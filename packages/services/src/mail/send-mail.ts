import { beginMailAttempt, type ClaimedMail, holdMail, recordMailError, recordMailSent } from '@mufakat/db'
import { redactText } from '@mufakat/domain'
import { AppError, defined } from '@mufakat/kernel'
import { MAIL_TEMPLATES, type MailTemplate, type RenderedMail, renderMail } from '@mufakat/mail'
import { inTransaction, type ServiceContext } from '../context'
import { settingOf } from '../settings/settings'

/*
 * How a queued letter goes out. Invariants:
 * 1. One at a time: an advisory lock of the letter is held for the whole attempt and ends with its process, so two
 *    workers never write the same letter at once, whatever the queue believes.
 * 2. `sending` is committed before anything leaves; only what is `waiting` or `sending` is sent. So what is recorded as
 *    sent never goes out again, and what was never recorded goes out again.
 * 3. Every attempt is the same letter: Message-ID and date are those of the row, never of the attempt.
 * 4. Between the moment a mail server has taken a letter and the record of it, a crash makes it go out once more under
 *    the same Message-ID (no protocol of mail can rule that out). A file outbox writes under that name, so there it
 *    stays one.
 */

/** A letter as a transport takes it. */
export interface OutgoingMail {
  readonly id: string
  readonly messageId: string
  readonly to: string
  /** When it was written, whichever attempt this is. */
  readonly date: Date
  readonly content: RenderedMail
}

/** A transport's answer that is not success. */
export class DeliveryError extends Error {
  /** Trying again brings the same answer. */
  readonly isFinal: boolean
  /** The letter may have been taken all the same. */
  readonly isOutcomeUnknown: boolean

  constructor(message: string, options: { isFinal: boolean; isOutcomeUnknown: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'DeliveryError'
    this.isFinal = options.isFinal
    this.isOutcomeUnknown = options.isOutcomeUnknown
  }
}

export interface Delivery {
  /** Host that Message-IDs are made under. */
  readonly host: string
  /** Resolves when the letter is taken; else `DeliveryError`. */
  deliver(mail: OutgoingMail): Promise<void>
  /** Whether nobody tries again by themselves after this attempt. */
  readonly isLastAttempt: boolean
}

export type SendOutcome = 'sent' | 'failed' | 'expired' | 'not-due'

const isTemplate = (name: string): name is MailTemplate => Object.hasOwn(MAIL_TEMPLATES, name)

/** Why a letter is not sent, where no mail server has said so; words are in `i18n` under `antrean.error.<code>`. */
export const MAIL_EXPIRED = 'expired'
export const MAIL_UNREADABLE = 'unreadable'
export const MAIL_ABANDONED = 'abandoned'

/**
 * Sends a queued letter, once, or finds that there is nothing to send. Throws what made an attempt fail that is to be
 * repeated; `conflict` while somebody else is at it.
 */
export async function sendQueuedMail(
  ctx: ServiceContext,
  mailId: string,
  delivery: Delivery,
): Promise<SendOutcome> {
  return inTransaction(ctx, async lock => {
    if (!(await holdMail(lock, mailId))) throw new AppError('conflict', 'the letter is being sent')
    // Statements of its own: what is recorded holds, whatever becomes of the lock.
    const { db } = ctx.database
    const now = ctx.clock.now()
    const claimed = await beginMailAttempt(db, { id: mailId, messageId: `<${mailId}@${delivery.host}>`, now })
    if (claimed === null) return 'not-due'
    const fail = (error: string) =>
      recordMailError(db, { id: mailId, state: 'failed', error, isOutcomeUnknown: false })
    if (claimed.expiresAt !== null && claimed.expiresAt <= now) {
      await fail(MAIL_EXPIRED)
      return 'expired'
    }
    const content = await written(ctx, claimed)
    if (content === null) {
      await fail(MAIL_UNREADABLE)
      return 'failed'
    }
    try {
      await delivery.deliver({
        id: mailId,
        messageId: defined(claimed.messageId, 'an attempt has a Message-ID'),
        to: claimed.recipient,
        date: claimed.createdAt,
        content,
      })
    } catch (error) {
      const { isFinal, isOutcomeUnknown } = outcomeOf(error)
      const isOver = isFinal || delivery.isLastAttempt
      await recordMailError(db, {
        id: mailId,
        state: isOver ? 'failed' : 'waiting',
        error: redactText(error instanceof Error ? error.message : String(error)).slice(0, 500),
        isOutcomeUnknown,
      })
      if (!isOver) throw error
      return 'failed'
    }
    await insisting(() => recordMailSent(db, { id: mailId, now: ctx.clock.now() }))
    return 'sent'
  })
}

/** Tries again for a while: what is not recorded now goes out a second time. */
async function insisting(record: () => Promise<void>): Promise<void> {
  for (const pauseMs of RECORD_PAUSES_MS) {
    try {
      return await record()
    } catch {
      await new Promise(resolve => setTimeout(resolve, pauseMs))
    }
  }
  await record()
}

const RECORD_PAUSES_MS = [100, 300, 1_000, 3_000]

const outcomeOf = (error: unknown): { isFinal: boolean; isOutcomeUnknown: boolean } =>
  error instanceof DeliveryError ? error : { isFinal: false, isOutcomeUnknown: false }

/** What the letter says; null when it can no longer be written. */
async function written(ctx: ServiceContext, claimed: ClaimedMail): Promise<RenderedMail | null> {
  const { template, locale, data } = claimed
  if (!isTemplate(template) || !MAIL_TEMPLATES[template].safeParse(data).success) return null
  const { name } = await settingOf(ctx.database.db, 'regency')
  return renderMail({ template, locale, data, regency: name || null })
}
