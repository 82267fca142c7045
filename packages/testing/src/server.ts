import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type DatabaseUrls,
  type EmbeddedPostgres,
  endProcess,
  isAlive,
  markProcess,
  migrate,
  type ProcessMark,
  startEmbeddedPostgres,
} from '@mufakat/db'

/** Name of the migrated database that every suite's database is a copy of. */
export const TEMPLATE = 'mufakat_template'
const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url))
const PREFIX = 'mufakat-test-'

export interface TestServer {
  /** Of its own database `postgres`, for both roles. */
  readonly urls: DatabaseUrls
  stop(): Promise<void>
}

/** A real Postgres for one test run, without fsync, with the migrated template; gone after `stop`. */
export async function startTestServer(): Promise<TestServer> {
  await sweep()
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX))
  // Else root's server would lie elsewhere, where nobody tidies up.
  await chmod(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir, durable: false, database: TEMPLATE })
  await note(dataDir, server)
  const stop = async () => {
    await endProcess(server.process, ['SIGQUIT', 'SIGKILL'], 5_000)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await migrate(server.urlsOf(TEMPLATE), MIGRATIONS)
  } catch (error) {
    await stop()
    throw error
  }
  return { urls: server.urlsOf('postgres'), stop }
}

interface Owned {
  readonly owner: ProcessMark | null
  readonly server: ProcessMark
}

const note = (dataDir: string, server: EmbeddedPostgres) =>
  writeFile(
    join(dataDir, 'owner.json'),
    JSON.stringify({ owner: markProcess(process.pid), server: server.process } satisfies Owned),
  )

/** Ends servers of test runs that were killed before they could do it themselves. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(entry => entry.startsWith(PREFIX))) {
    const file = join(tmpdir(), name, 'owner.json')
    try {
      if (!existsSync(file)) continue
      const { owner, server } = JSON.parse(readFileSync(file, 'utf8')) as Owned
      if (owner !== null && isAlive(owner)) continue
      await endProcess(server, ['SIGQUIT', 'SIGKILL'], 5_000)
      await rm(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Another run sweeps the same folder, or it belongs to another user.
    }
  }
}
