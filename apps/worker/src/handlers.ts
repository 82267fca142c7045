import {
  applyRetention,
  endOverdueViewings,
  type FileContext,
  gatherNotices,
  type JobName,
  type JobPayload,
  keepPaper,
  type MailContext,
  mailNotices,
  makeCopies,
  makeExport,
  makePaper,
  type OutgoingMail,
  remindOfTenggat,
  sendQueuedMail,
  tellInvited,
  tidyMail,
  watchBackups,
  watchPapers,
} from '@mufakat/services'
import { type BackupWorld, takeAskedBackup } from './backup/take'
import type { WorkerMetrics } from './metrics'
import { writePaper } from './papers/write'

export interface Attempt {
  /** Nobody tries again by themselves after this one. */
  readonly isLast: boolean
  /** This process ends: who cannot finish soon gives up, and is begun again by another. */
  readonly signal: AbortSignal
}

type Handler<N extends JobName> = (payload: JobPayload<N>, attempt: Attempt) => Promise<void>

export interface HandlerWorld {
  readonly ctx: MailContext
  /** Origin by which people come, for links in letters. */
  readonly baseUrl: string
  /** Host that Message-IDs are made under. */
  readonly host: string
  readonly deliver: (mail: OutgoingMail) => Promise<void>
  readonly metrics: WorkerMetrics
  readonly backups: BackupWorld
  /** Where bytes of files are. */
  readonly store: FileContext['store']
}

/** What is done for each job of the catalogue; one without a handler does not compile. */
export const handlersOf = ({
  ctx,
  baseUrl,
  host,
  deliver,
  metrics,
  backups,
  store,
}: HandlerWorld): { [N in JobName]: Handler<N> } => ({
  'mail.send': async ({ mailId }, { isLast }) => {
    metrics.mail(await sendQueuedMail(ctx, mailId, { host, deliver, isLastAttempt: isLast }))
  },
  'mail.tidy': async () => {
    await tidyMail(ctx)
  },
  'viewing.end': () => endOverdueViewings(ctx),
  'undangan.tell': ({ rapatId }) => tellInvited({ ...ctx, baseUrl }, rapatId),
  'notice.gather': () => gatherNotices(ctx),
  'notice.remind': () => remindOfTenggat(ctx),
  'notice.mail': () => mailNotices({ ...ctx, baseUrl }),
  'retention.apply': async () => {
    await applyRetention(ctx)
  },
  'data.export': ({ exportId }) => makeExport(ctx, exportId),
  'paper.make': ({ paperId }, { isLast }) =>
    makePaper({ ...ctx, baseUrl, store, scan: null }, writePaper, { paperId, isLastAttempt: isLast }),
  'paper.keep': record => keepPaper({ ...ctx, baseUrl, store, scan: null }, writePaper, record),
  'paper.watch': () => watchPapers(ctx),
  'kartu.copies': () => makeCopies(ctx),
  'backup.watch': () => watchBackups(ctx),
  'backup.take': ({ backupId }, { signal }) => takeAskedBackup(backups, backupId, signal),
})
