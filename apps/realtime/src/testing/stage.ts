import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  type Database,
  type EmbeddedPostgres,
  isAlive,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
} from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { decodeParts } from '@mufakat/protocol'
import { loadCopy } from '../load'
import { openReader } from '../reader'
import type { LogReading } from './crew'
import {
  bundleRealtime,
  freePort,
  type ProcessOptions,
  type RealProcess,
  spawnPortal,
  spawnRealtime,
} from './real-process'
import { typedIn } from './typist'
import { seedWorld, words } from './world'

/** A realtime that collects its garbage when it is asked to. */
export const COLLECTING: ProcessOptions = {
  nodeArguments: ['--expose-gc', '--import', fileURLToPath(new URL('./collecting.mjs', import.meta.url))],
}

export type Part = 'realtime' | 'portal' | 'postgres'

const stages = new Set<{ close(): Promise<void> }>()

/** For a process that is told to end in the middle. */
export const closeStages = (): Promise<unknown> => Promise.all([...stages].map(stage => stage.close()))

/**
 * Mufakat as it runs: a durable Postgres and the bundled realtime; the portal when it is started.
 * @param folder where the data lies; default: a folder of its own, gone afterwards
 */
export async function openStage(folder?: string) {
  bundleRealtime()
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'mufakat-stage-')))
  await chmod(dataDir, 0o711)
  let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir, durable: true })
  await migrate(postgres)
  const database: Database = openDatabase(postgres.url, { max: 4 })
  const seeds = await seedWorld({ database, clock: systemClock })
  const ports = { realtime: await freePort(), portal: await freePort() }
  const running = new Map<'realtime' | 'portal', RealProcess>()

  const crashes: string[] = []
  const run = (part: 'realtime' | 'portal', process: RealProcess): void => {
    running.set(part, process)
    void process.exitCode.then(code => {
      if (!process.isAskedToEnd) crashes.push(`${part} has ended by itself with ${code}`)
    })
  }
  const startRealtime = async (options: ProcessOptions = {}): Promise<void> => {
    run('realtime', await spawnRealtime(postgres.url, ports.realtime, options))
  }
  const starts: Readonly<Record<Part, () => Promise<void>>> = {
    postgres: async () => {
      postgres = await startEmbeddedPostgres({ dataDir, durable: true })
    },
    realtime: startRealtime,
    portal: async () => {
      run('portal', await spawnPortal(postgres.url, ports.portal, ports.realtime))
    },
  }
  const killPart = async (part: Part): Promise<void> => {
    if (part !== 'postgres') return await running.get(part)?.kill('SIGKILL')
    process.kill(postgres.process.pid, 'SIGKILL')
    await postgres.exited
  }
  await startRealtime()

  const stage = {
    seeds,
    sql: database.sql,
    /** What ended although nobody asked it to. */
    crashes: crashes as readonly string[],
    /** Straight to the realtime. */
    url: `http://127.0.0.1:${ports.realtime}`,
    portalUrl: `http://127.0.0.1:${ports.portal}`,
    realtimePort: ports.realtime,
    get realtime(): RealProcess {
      return running.get('realtime') as RealProcess
    },
    kill: (parts: readonly Part[]) => Promise.all(parts.map(killPart)),
    /** In the order in which they need each other. */
    async start(parts: readonly Part[]): Promise<void> {
      for (const part of ['postgres', 'realtime', 'portal'] as const)
        if (parts.includes(part)) await starts[part]()
    },
    /** A new realtime instead of the running one. */
    async replaceRealtime(options: ProcessOptions = {}): Promise<void> {
      await killPart('realtime')
      await startRealtime(options)
    },
    /** Bytes that a realtime started with `COLLECTING` has in use, what is garbage collected. */
    async bytesInUse(): Promise<number> {
      stage.realtime.signal('SIGUSR2')
      await delay(300)
      return (
        (await stage.gauge('nodejs_heap_size_used_bytes')) +
        (await stage.gauge('nodejs_external_memory_bytes'))
      )
    },
    get isPostgresUp(): boolean {
      return isAlive(postgres.process)
    },
    async readLog(documentId: string): Promise<LogReading> {
      const { copy } = await loadCopy(openReader(database.sql), documentId)
      const rows = await database.sql<{ parts: Uint8Array; at: Date }[]>`
        select parts, at from document_log where document_id = ${documentId} order by seq desc`
      const committedAt = new Map(
        rows.flatMap(({ parts, at }) =>
          decodeParts(parts)
            .flatMap(({ bytes }) => typedIn(bytes))
            .map(word => [word, at.getTime()] as const),
        ),
      )
      return { text: words(copy.doc), committedAt }
    },
    /** A figure of the running realtime. */
    async gauge(name: string): Promise<number> {
      const text = await (await fetch(`${stage.url}/metrics`)).text()
      return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
    },
    async close(): Promise<void> {
      stages.delete(stage)
      for (const part of ['portal', 'realtime'] as const) await running.get(part)?.kill('SIGKILL')
      await database.close()
      await postgres.stop()
      if (folder === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
  stages.add(stage)
  return stage
}

export type Stage = Awaited<ReturnType<typeof openStage>>
