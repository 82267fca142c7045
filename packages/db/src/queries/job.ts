import { sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'

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

export interface JobRow {
  readonly id: string
  readonly name: string
  readonly attempts: number
  readonly maxAttempts: number
  readonly runAt: Date
  readonly createdAt: Date
  readonly isRunning: boolean
  /** As the library keeps it, unredacted. */
  readonly lastError: string | null
}

type RawJob = Omit<JobRow, 'runAt' | 'createdAt'> & { runAt: string; createdAt: string }

/** Jobs that wait, run or have failed for good, the latest due first; without those of letters. */
export async function listJobs(
  db: Queryable,
  params: { isFailed: boolean; exceptName: string; limit: number },
): Promise<JobRow[]> {
  const rows = await db.execute<RawJob & Record<string, unknown>>(sql`
    select job.id::text as id, task.identifier as name, job.attempts, job.max_attempts as "maxAttempts",
      job.run_at as "runAt", job.created_at as "createdAt", job.locked_at is not null as "isRunning",
      job.last_error as "lastError"
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where (job.attempts >= job.max_attempts and job.locked_at is null) = ${params.isFailed}
      and task.identifier <> ${params.exceptName}
    order by job.run_at desc, job.id desc
    limit ${params.limit}`)
  return rows.map(row => ({ ...row, runAt: new Date(row.runAt), createdAt: new Date(row.createdAt) }))
}

/** How many jobs wait or run, and how many have failed for good. */
export async function countJobs(db: Queryable): Promise<{ waiting: number; failed: number }> {
  const rows = await db.execute<{ waiting: number; failed: number }>(sql`
    select count(*) filter (where attempts < max_attempts or locked_at is not null)::int as waiting,
      count(*) filter (where attempts >= max_attempts and locked_at is null)::int as failed
    from graphile_worker._private_jobs`)
  return rows[0] ?? { waiting: 0, failed: 0 }
}

/** Lets jobs that failed for good begin anew; answers which of these did. */
export async function reviveJobs(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const list = `{${ids.filter(id => /^\d{1,18}$/.test(id)).join(',')}}`
  const rows = await tx.execute<{ id: string }>(sql`
    select id::text as id from graphile_worker.reschedule_jobs(
      array(select id from graphile_worker._private_jobs
        where id = any(${list}::bigint[]) and attempts >= max_attempts and locked_at is null),
      run_at => now(), attempts => 0)`)
  return rows.map(row => row.id)
}
