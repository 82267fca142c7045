import { z } from 'zod'

interface JobKind<P extends z.ZodType = z.ZodType> {
  readonly payload: P
  /** Attempts before nobody tries again by themselves. Waits between them grow as e^n seconds, up to 6 hours. */
  readonly maxAttempts: number
}

const job = <P extends z.ZodType>(payload: P, maxAttempts: number): JobKind<P> => ({ payload, maxAttempts })

/** Every job by its name. A worker has a handler for each, and refuses to start with one missing. */
export const JOBS = {
  /** Fifteen attempts are a day and a half: as long as mail servers keep a letter for one that is away. */
  'mail.send': job(z.object({ mailId: z.uuid() }), 15),
} as const satisfies Record<string, JobKind>

export type JobName = keyof typeof JOBS
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>
