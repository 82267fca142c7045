import { addJob, type Tx } from '@mufakat/db'
import { requestIdNow } from '../request-scope'
import { JOBS, type JobName, type JobPayload, parseJob } from './catalogue'

/**
 * Asks for a job, in the transaction of what makes it necessary.
 * @param options.key a job with this key that still waits is replaced by this one
 * @param options.maxAttempts fewer than its kind has
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  options: { key?: string; runAt?: Date; maxAttempts?: number } = {},
): Promise<void> {
  const requestId = requestIdNow()
  await addJob(tx, {
    name,
    payload: { ...parseJob(name, payload), ...(requestId === null ? {} : { requestId }) },
    maxAttempts: JOBS[name].maxAttempts,
    ...options,
  })
}
