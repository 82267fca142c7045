import {
  applyRetention,
  endOverdueViewings,
  type JobName,
  type JobPayload,
  type MailContext,
  makeExport,
  type OutgoingMail,
  sendQueuedMail,
  tidyMail,
} from '@mufakat/services'
import type { WorkerMetrics } from './metrics'

export interface Attempt {
  /** Nobody tries again by themselves after this one. */
  readonly isLast: boolean
}

type Handler<N extends JobName> = (payload: JobPayload<N>, attempt: Attempt) => Promise<void>

export interface HandlerWorld {
  readonly ctx: MailContext
  /** Host that Message-IDs are made under. */
  readonly host: string
  readonly deliver: (mail: OutgoingMail) => Promise<void>
  readonly metrics: WorkerMetrics
}

/** What is done for each job of the catalogue; one without a handler does not compile. */
export const handlersOf = ({
  ctx,
  host,
  deliver,
  metrics,
}: HandlerWorld): { [N in JobName]: Handler<N> } => ({
  'mail.send': async ({ mailId }, { isLast }) => {
    metrics.mail(await sendQueuedMail(ctx, mailId, { host, deliver, isLastAttempt: isLast }))
  },
  'mail.tidy': async () => {
    await tidyMail(ctx)
  },
  'viewing.end': () => endOverdueViewings(ctx),
  'retention.apply': async () => {
    await applyRetention(ctx)
  },
  'data.export': ({ exportId }) => makeExport(ctx, exportId),
})
