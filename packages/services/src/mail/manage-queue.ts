import {
  countJobs,
  countMail,
  type JobRow,
  listFailedMailIds,
  listJobs,
  listMail,
  type MailRow,
  reviveJobs,
  reviveMail,
} from '@mufakat/db'
import { type Actor, redactText } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { enqueueMail } from './queue-mail'

const WAITING_ROWS = 100
const FAILED_ROWS = 200
const SENT_ROWS = 50
/** Letters and jobs that one press puts back: the rest is there for the next. */
const AT_ONCE = 200

export interface QueueView {
  readonly mail: {
    readonly waiting: readonly MailRow[]
    readonly failed: readonly MailRow[]
    readonly sent: readonly MailRow[]
    readonly counts: Awaited<ReturnType<typeof countMail>>['counts']
  }
  /** Jobs beside letters, which have a job each. */
  readonly jobs: { readonly waiting: readonly JobRow[]; readonly failed: readonly JobRow[] }
}

const safe = (job: JobRow): JobRow => ({
  ...job,
  lastError: job.lastError === null ? null : redactText(job.lastError.split('\n')[0] ?? '').slice(0, 300),
})

/** What waits, what failed and what went out last; never what a letter says. */
export async function readQueue(ctx: ServiceContext, actor: Actor | null): Promise<QueueView> {
  authorise(actor, 'queue.manage')
  const { db } = ctx.database
  const jobs = (isFailed: boolean) =>
    listJobs(db, { isFailed, exceptName: 'mail.send', limit: isFailed ? FAILED_ROWS : WAITING_ROWS })
  const [waiting, failed, sent, { counts }, jobsWaiting, jobsFailed] = await Promise.all([
    listMail(db, { states: ['waiting', 'sending'], limit: WAITING_ROWS }),
    listMail(db, { states: ['failed'], limit: FAILED_ROWS }),
    listMail(db, { states: ['sent'], limit: SENT_ROWS }),
    countMail(db),
    jobs(false),
    jobs(true),
  ])
  return {
    mail: { waiting, failed, sent, counts },
    jobs: { waiting: jobsWaiting.map(safe), failed: jobsFailed.map(safe) },
  }
}

export const retryInput = z.discriminatedUnion('what', [
  z.object({ what: z.literal('mail'), id: z.uuid() }),
  z.object({ what: z.literal('job'), id: z.string().regex(/^\d{1,18}$/) }),
  z.object({ what: z.literal('all') }),
])
export type RetryInput = z.infer<typeof retryInput>

/**
 * Lets failed letters and jobs begin anew. `conflict` when the one that was named cannot be tried again: it is out,
 * its time is over, or somebody was faster.
 * @returns how many begin anew
 */
export async function retryFailed(
  ctx: ServiceContext,
  actor: Actor | null,
  input: RetryInput,
): Promise<number> {
  authorise(actor, 'queue.manage')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const entry = { at: now, actorId: actor.personId }
    const { db } = ctx.database
    const mailIds =
      input.what === 'mail' ? [input.id] : input.what === 'all' ? await listFailedMailIds(db, AT_ONCE) : []
    const jobIds =
      input.what === 'job'
        ? [input.id]
        : input.what === 'all'
          ? (await listJobs(db, { isFailed: true, exceptName: 'mail.send', limit: AT_ONCE })).map(
              ({ id }) => id,
            )
          : []
    let revived = 0
    for (const id of mailIds) {
      const letter = await reviveMail(tx, { id, now })
      if (letter === null) continue
      await enqueueMail(tx, letter)
      await recordAudit(tx, { ...entry, action: 'mail.retry', subjectId: id })
      revived += 1
    }
    for (const id of jobIds.length === 0 ? [] : await reviveJobs(tx, jobIds)) {
      await recordAudit(tx, { ...entry, action: 'job.retry', subjectId: id })
      revived += 1
    }
    if (revived === 0 && input.what !== 'all') throw new AppError('conflict', 'nothing to try again')
    return revived
  })
}

/** Numbers for the status page. */
export async function countQueue(ctx: ServiceContext) {
  const { db } = ctx.database
  const [{ counts, lastSentAt }, jobs] = await Promise.all([countMail(db), countJobs(db)])
  return { mail: { ...counts, lastSentAt }, jobs }
}
