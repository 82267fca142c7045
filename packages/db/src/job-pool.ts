import postgres from 'postgres'
import type { Sql } from './database'

// Invariants
// 1. A pool of workers holds an advisory lock of its own for as long as its process lives: Postgres lets go of it when
//    the connection ends, however the process did.
// 2. Jobs of a pool whose lock is free are given back, so that a killed worker costs seconds and not the four hours
//    after which the library would believe it.
// 3. A line that breaks is renewed within a second; jobs are given back only from locks older than that.

/** Space of advisory locks that nothing else here uses. */
const POOL_LOCKS = 7_250_813
const RENEW_MS = 500
const GRACE_S = 2

export interface HeldPool {
  close(): Promise<void>
}

/** Says that a pool of workers lives, until closed or until this process ends. */
export function holdPool(url: string, poolId: string): HeldPool {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'mufakat-worker' },
  })
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const renew = async () => {
    // Held once however often it is asked for: only a connection that has lost it takes it anew.
    await sql`
      select pg_try_advisory_lock(${POOL_LOCKS}::int, hashtext(${poolId})) where not exists (
        select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
          and classid = ${POOL_LOCKS}::int::oid
      )`.catch(() => undefined)
    if (!closed) timer = setTimeout(turn, RENEW_MS)
  }
  let round = Promise.resolve()
  const turn = () => {
    round = renew()
  }
  turn()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await round
      await sql.end({ timeout: 1 })
    },
  }
}

/** Gives back the jobs of pools that live no more; answers how many pools that were. */
export async function releaseDeadPools(sql: Sql, own: string): Promise<number> {
  const rows = await sql<{ id: string }[]>`
    with held as (
      select locked_by as id from graphile_worker._private_jobs
        where locked_at < now() - make_interval(secs => ${GRACE_S})
      union
      select locked_by from graphile_worker._private_job_queues
        where locked_at < now() - make_interval(secs => ${GRACE_S})
    ), dead as materialized (
      select id from held
      where id <> ${own} and pg_try_advisory_xact_lock(${POOL_LOCKS}::int, hashtext(id))
    )
    select id, graphile_worker.force_unlock_workers(array[id]),
      pg_notify('jobs:insert', json_build_object('r', random()::text, 'count', 1)::text)
    from dead`
  return rows.length
}
