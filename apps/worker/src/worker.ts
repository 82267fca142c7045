// Invariants
// 1. Jobs run only here, never in a process that answers pages: a slow mail server or a large paper slows nobody.
// 2. A job that is done is gone; one that fails comes again, later each time; one whose process died is given back
//    within seconds (`holdPool`). So every handler may meet work that is half done, or done.
// 3. While Postgres is away nothing is lost and nothing is spun: the queue is opened again after a pause that grows.
// 4. After `close` no job begins; those under way get time to finish and are given back otherwise.
import { EventEmitter } from 'node:events'
import { type Database, holdPool, releaseDeadPools } from '@mufakat/db'
import { JOB_NAMES, type JobName, parseJob, requestOfJob } from '@mufakat/services'
import type { ProcessLog, Tracing } from '@mufakat/telemetry'
import { Logger, type Runner, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker'
import { rounds } from './clock'
import type { Attempt, handlersOf } from './handlers'
import type { WorkerMetrics } from './metrics'

export interface WorkerOptions {
  readonly databaseUrl: string
  readonly database: Database
  readonly handlers: ReturnType<typeof handlersOf>
  readonly metrics: WorkerMetrics
  readonly log: ProcessLog
  /** Null: nobody wants traces. */
  readonly tracing: Tracing | null
}

export interface Worker {
  /** Rejects while the queue is not open or the database does not answer. */
  ready(): Promise<void>
  /** Begins nothing more, and waits for what is under way. */
  close(): Promise<void>
}

/** Each holds up to two connections while it sends a letter. */
const AT_ONCE = 4
const POLL_MS = 2_000
const RELEASE_EVERY_MS = 1_000
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000]

export function startWorker(options: WorkerOptions): Worker {
  const { database, log } = options
  const ending = new AbortController()
  let runner: Runner | null = null

  const open = async (): Promise<void> => {
    const events: WorkerEvents = new EventEmitter()
    const closers: (() => Promise<unknown>)[] = []
    events.on('pool:create', ({ workerPool }) => {
      const held = holdPool(options.databaseUrl, workerPool.id)
      const timer = setInterval(() => {
        releaseDeadPools(database.sql, workerPool.id).then(
          pools => pools > 0 && log.warn({ pools }, 'jobs of dead workers given back'),
          error => log.warn({ err: error }, 'dead workers not looked for'),
        )
      }, RELEASE_EVERY_MS)
      closers.push(async () => {
        clearInterval(timer)
        await held.close()
      })
    })
    try {
      runner = await run({
        connectionString: options.databaseUrl,
        maxPoolSize: AT_ONCE + 2,
        concurrency: AT_ONCE,
        pollInterval: POLL_MS,
        noHandleSignals: true,
        parsedCronItems: rounds(),
        taskList: tasksOf(options),
        logger: libraryLog(log),
        events,
      })
      log.info({ jobs: JOB_NAMES.length }, 'worker takes jobs')
      await runner.promise
    } finally {
      runner = null
      await Promise.all(closers.map(close => close()))
    }
  }

  const live = async (): Promise<void> => {
    for (let failures = 0; !ending.signal.aborted; ) {
      const begun = Date.now()
      await open().catch(error => log.warn({ err: error }, 'queue not open'))
      failures = Date.now() - begun > LIVED_MS ? 0 : failures + 1
      await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 0, ending.signal)
    }
  }
  const over = live()

  return {
    async ready() {
      if (runner === null) throw new Error('the queue is not open')
      await database.sql`select 1`
    },
    async close() {
      ending.abort()
      await runner?.stop().catch(() => undefined)
      await over
    },
  }
}

/** Having lived so long, a queue counts as well again. */
const LIVED_MS = 30_000

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

function tasksOf({ handlers, metrics, log, tracing }: WorkerOptions): TaskList {
  const task = <N extends JobName>(name: N): Task => {
    const handle = handlers[name] as (payload: unknown, attempt: Attempt) => Promise<void>
    const attempt: Task = async (payload, { job, abortSignal: signal }) => {
      const requestId = requestOfJob(payload)
      const fields = { job: name, jobId: job.id, attempt: job.attempts, ...(requestId ? { requestId } : {}) }
      const begun = performance.now()
      try {
        await handle(parseJob(name, payload), { isLast: job.attempts >= job.max_attempts, signal })
        metrics.attempted(name, (performance.now() - begun) / 1_000, 'done')
        log.info({ ...fields, ms: Math.round(performance.now() - begun) }, 'job done')
      } catch (error) {
        metrics.attempted(name, (performance.now() - begun) / 1_000, 'error')
        log.warn({ ...fields, err: error }, 'job failed')
        throw error
      }
    }
    return tracing === null ? attempt : traced(tracing, name, attempt)
  }
  return Object.fromEntries(JOB_NAMES.map(name => [name, task(name)]))
}

const traced =
  (tracing: Tracing, name: JobName, attempt: Task): Task =>
  (payload, helpers) => {
    const attributes = { 'mufakat.request_id': requestOfJob(payload) ?? '' }
    return tracing.begin(`job ${name}`, 'consumer', attributes, async span => {
      try {
        await attempt(payload, helpers)
        span.end(false)
      } catch (error) {
        span.end(true)
        throw error
      }
    })
  }

/** What the library says, in our log; of its jobs we tell ourselves. */
const libraryLog = (log: ProcessLog): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({ from: 'graphile-worker' }, message)
    else if (level === 'warning') log.warn({ from: 'graphile-worker' }, message)
  })
