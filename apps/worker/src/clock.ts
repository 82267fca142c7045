import { type JobName, RETENTION_UTC } from '@mufakat/services'
import { type ParsedCronItem, parseCronItems } from 'graphile-worker'

const DAY_MS = 24 * 3_600_000

const NIGHTLY = `${RETENTION_UTC.minute} ${RETENTION_UTC.hour} * * *`

/** What comes by the clock, in UTC (WIB is 7 hours ahead). Each runs once, however many workers there are. */
const ROUNDS: readonly { readonly job: JobName; readonly match: string; readonly madeUpForMs: number }[] = [
  { job: 'mail.tidy', match: '*/5 * * * *', madeUpForMs: 0 },
  { job: 'viewing.end', match: '* * * * *', madeUpForMs: 0 },
  { job: 'backup.watch', match: '0 * * * *', madeUpForMs: 0 },
  { job: 'notice.gather', match: '* * * * *', madeUpForMs: 0 },
  { job: 'notice.remind', match: '5 * * * *', madeUpForMs: 0 },
  { job: 'notice.mail', match: '* * * * *', madeUpForMs: 0 },
  { job: 'paper.watch', match: '30 * * * *', madeUpForMs: 0 },
  // A day begins at another hour in each zone; and a copy is wanted soon after the last one was finished.
  { job: 'kartu.copies', match: '5 * * * *', madeUpForMs: DAY_MS },
  // At night; one that nobody was up for is made up for within a day.
  { job: 'retention.apply', match: NIGHTLY, madeUpForMs: DAY_MS },
]

/** The rounds as the queue takes them; one that still waits is not asked for again. */
export const rounds = (): ParsedCronItem[] =>
  parseCronItems(
    ROUNDS.map(({ job, match, madeUpForMs }) => ({
      task: job,
      match,
      identifier: job,
      options: { backfillPeriod: madeUpForMs, jobKey: job, jobKeyMode: 'preserve_run_at' },
    })),
  )
