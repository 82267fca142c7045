import { z } from 'zod'

interface JobKind<P extends z.ZodType = z.ZodType> {
  readonly payload: P
  /** Attempts before nobody tries again by themselves. Waits between them grow as e^n seconds, up to 6 hours. */
  readonly maxAttempts: number
}

const job = <P extends z.ZodType>(payload: P, maxAttempts: number): JobKind<P> => ({ payload, maxAttempts })

/** Of jobs that come by the clock: they carry nothing of their own. */
const nothing = z.object({})
/** A chore that fails comes again with the next round. */
const CHORE_ATTEMPTS = 3

/** Every job by its name. A worker has a handler for each. */
export const JOBS = {
  /** Fifteen attempts are a day and a half: as long as mail servers keep a letter for one that is away. */
  'mail.send': job(z.object({ mailId: z.uuid() }), 15),
  'mail.tidy': job(nothing, CHORE_ATTEMPTS),
  /** Writes the end of looking as another person where it ran out. */
  'viewing.end': job(nothing, CHORE_ATTEMPTS),
  /** Tells the invited what has changed, some minutes after the last change. */
  'undangan.tell': job(z.object({ rapatId: z.uuid() }), 8),
  /** Tells of what happened to cards; woken by a trigger with each commit, and by the clock. */
  'notice.gather': job(nothing, CHORE_ATTEMPTS),
  'notice.remind': job(nothing, CHORE_ATTEMPTS),
  'notice.mail': job(nothing, CHORE_ATTEMPTS),
  'retention.apply': job(nothing, CHORE_ATTEMPTS),
  'data.export': job(z.object({ exportId: z.uuid() }), 5),
  /** A paper somebody waits for. */
  'paper.make': job(z.object({ paperId: z.uuid() }), 3),
  /** The PDF of what was ratified; a disk that is full today has room again some day. */
  'paper.keep': job(z.object({ rapatId: z.uuid(), number: z.int().min(0) }), 12),
  'paper.watch': job(nothing, CHORE_ATTEMPTS),
  /** Makes what is due of cards that come again. */
  'kartu.copies': job(nothing, CHORE_ATTEMPTS),
  'backup.watch': job(nothing, CHORE_ATTEMPTS),
  /** An attempt fails only when its process ends in the middle: what went wrong otherwise is its result. */
  'backup.take': job(z.object({ backupId: z.uuid() }), 3),
} as const satisfies Record<string, JobKind>

export type JobName = keyof typeof JOBS
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>

export const JOB_NAMES = Object.keys(JOBS) as JobName[]

/** The payload of a job as its kind knows it; throws for what nobody of us has written. */
export const parseJob = <N extends JobName>(name: N, payload: unknown): JobPayload<N> =>
  JOBS[name].payload.parse(payload) as JobPayload<N>

const cause = z.object({ requestId: z.string() })

/** Id of the request that asked for a job, null for those by the clock. */
export function requestOfJob(payload: unknown): string | null {
  const found = cause.safeParse(payload)
  return found.success ? found.data.requestId : null
}
