import { type DatabaseUrls, type EmbeddedPostgres, pause, startEmbeddedPostgres } from '@mufakat/db'
import type { Settings } from '@mufakat/settings'
import { say } from './say'

/** Where the data is, whoever runs the server. */
export interface DatabaseServer extends DatabaseUrls {
  stop(): Promise<void>
}

const PAUSES_MS = [200, 500, 1_000, 2_000, 5_000]

/**
 * A given server, or the embedded one, which is started again when it dies.
 * @param moved called with the apps' new URL when it had to come back on another port
 */
export async function databaseServer(
  settings: Settings,
  packageDir: string,
  moved: (url: string) => void,
): Promise<DatabaseServer> {
  if (settings.databaseUrl !== null) {
    const { databaseUrl: url, databaseOwnerUrl } = settings
    return { url, ownerUrl: databaseOwnerUrl ?? url, stop: async () => undefined }
  }

  say('Menyalakan basis data …')
  let server = await startEmbeddedPostgres({ dataDir: settings.dataDir, packageDir })
  if (server.elsewhere) {
    say(
      `Basis data disimpan di ${server.folder}, karena pengguna nobody tidak dapat mencapai ${settings.dataDir}`,
    )
  }
  let stopping = false
  let restarting = Promise.resolve()

  const watch = (watched: EmbeddedPostgres): void => {
    restarting = watched.exited.then(async () => {
      for (let attempt = 0; !stopping; attempt += 1) {
        say('Basis data berhenti; dijalankan lagi …')
        try {
          const again = await startEmbeddedPostgres({ dataDir: settings.dataDir, packageDir })
          if (stopping) return await again.stop()
          if (again.url !== server.url) moved(again.url)
          server = again
          return watch(again)
        } catch (error) {
          say(`Basis data belum dapat dijalankan: ${error instanceof Error ? error.message : String(error)}`)
          await pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 5_000)
        }
      }
    })
  }
  watch(server)

  return {
    get url() {
      return server.url
    },
    get ownerUrl() {
      return server.ownerUrl
    },
    stop: async () => {
      stopping = true
      await server.stop()
      await restarting
    },
  }
}
