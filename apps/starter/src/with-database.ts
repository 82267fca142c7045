import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DatabaseUrls, runningEmbedded, startEmbeddedPostgres } from '@mufakat/db'
import type { Settings } from '@mufakat/settings'
import { DB_PACKAGE } from './layout'
import { StartRefused } from './say'

/** Works on the given server, on the running system's own, or on one started (and made) for this command. */
export async function withDatabase<T>(
  settings: Settings,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl !== null) {
    const { databaseUrl: url, databaseOwnerUrl } = settings
    return work({ url, ownerUrl: databaseOwnerUrl ?? url })
  }
  const running = await runningEmbedded(settings.dataDir)
  if (running !== null) return work(running)
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, packageDir: DB_PACKAGE })
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}

/** The same for what makes no sense on a new one. */
export async function withExistingDatabase<T>(
  settings: Settings,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir } = settings
  if (databaseUrl === null && !existsSync(join(dataDir, 'postgres.json')))
    throw new StartRefused(`Tidak ada basis data di ${dataDir}. Atur DATA_DIR atau DATABASE_URL.`)
  return withDatabase(settings, work)
}
