import { sql } from 'drizzle-orm'
import type { Tx } from '../database'

/**
 * Adds a job to the queue, in the transaction that makes it necessary: a worker sees it after the commit, or never.
 * @param key of a job that is wanted once: one that still waits is replaced
 */
export async function addJob(
  tx: Tx,
  job: { name: string; payload: Record<string, unknown>; key?: string; runAt?: Date; maxAttempts: number },
): Promise<void> {
  const { name, payload, key = null, runAt, maxAttempts } = job
  await tx.execute(sql`
    select from graphile_worker.add_job(
      ${name}, ${JSON.stringify(payload)}::json, job_key => ${key}, max_attempts => ${maxAttempts},
      run_at => ${runAt?.toISOString() ?? null}::timestamptz)`)
}
