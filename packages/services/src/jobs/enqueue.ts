import { addJob, type Tx } from '@mufakat/db'
import { JOBS, type JobName, type JobPayload } from './catalogue'

/**
 * Asks for a job, in the transaction of what makes it necessary.
 * @param options.key a job with this key that still waits is replaced by this one
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  const { payload: schema, maxAttempts } = JOBS[name]
  await addJob(tx, { name, payload: schema.parse(payload), maxAttempts, ...options })
}
