import { countJobs, countMail, type Database } from '@mufakat/db'
import type { JobName, SendOutcome } from '@mufakat/services'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type WorkerMetrics = ReturnType<typeof createMetrics>

/**
 * What this worker counts, for Prometheus; `docs/OPERATIONS.md` says what each means. No label carries a person, an
 * address or an id. What waits is asked of the database when somebody looks.
 */
export function createMetrics({ db }: Database) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const jobs = new Counter({
    name: 'mufakat_jobs_total',
    help: 'Attempts at jobs, by how they ended',
    registers,
    labelNames: ['job', 'outcome'] as const,
  })
  const duration = new Histogram({
    name: 'mufakat_job_seconds',
    help: 'Length of an attempt at a job',
    registers,
    labelNames: ['job'] as const,
    buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120, 600],
  })
  const mail = new Counter({
    name: 'mufakat_mail_total',
    help: 'Letters that were looked at, by what became of them',
    registers,
    labelNames: ['outcome'] as const,
  })
  new Gauge({
    name: 'mufakat_jobs',
    help: 'Jobs in the queue',
    registers,
    labelNames: ['state'] as const,
    async collect() {
      const { waiting, failed } = await countJobs(db)
      this.set({ state: 'waiting' }, waiting)
      this.set({ state: 'failed' }, failed)
    },
  })
  new Gauge({
    name: 'mufakat_mail',
    help: 'Letters by state',
    registers,
    labelNames: ['state'] as const,
    async collect() {
      const { counts } = await countMail(db)
      for (const [state, n] of Object.entries(counts)) this.set({ state }, n)
    },
  })

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    attempted(job: JobName, seconds: number, outcome: 'done' | 'error') {
      jobs.inc({ job, outcome })
      duration.observe({ job }, seconds)
    },
    mail: (outcome: SendOutcome) => mail.inc({ outcome }),
  }
}
