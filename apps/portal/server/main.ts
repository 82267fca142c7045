import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@mufakat/db'
import { clamd, FileStore } from '@mufakat/files'
import { systemClock } from '@mufakat/kernel'
import { openVault } from '@mufakat/services'
import { parseServiceSettings, SettingsError } from '@mufakat/settings'
import { processLog, serveHealth, startTracing } from '@mufakat/telemetry'
import type { ServerBuild } from '@remix-run/node'
import { createPortal, type PortalOptions } from './app'
import { startAuditSigner } from './audit-signer'
import { viteInDevelopment } from './development'
import { keepSwept } from './files/keep-swept'
import { createMetrics } from './metrics'
import { routeNames } from './route-names'

const log = processLog('portal')

function settingsOrExit() {
  try {
    return parseServiceSettings(process.env)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    log.fatal(error.message)
    process.exit(1)
  }
}

const settings = settingsOrExit()
const database = openDatabase(settings.databaseUrl, { max: 10 })

const files = {
  store: new FileStore({ root: join(settings.dataDir, 'files') }),
  scan: settings.clamdUrl === null ? null : clamd(settings.clamdUrl),
}

/** What Remix built stands beside this file; its address is not one a bundler should follow. */
async function built(): Promise<Pick<PortalOptions, 'build' | 'assets' | 'nameRoute'> & { version: string }> {
  const build = (await import(new URL('./server/index.js', import.meta.url).href)) as ServerBuild
  return {
    build,
    assets: fileURLToPath(new URL('./client', import.meta.url)),
    nameRoute: routeNames(build.routes),
    version: build.assets.version,
  }
}

const vite = settings.mode === 'development' ? await viteInDevelopment() : null
const pages = vite === null ? await built() : { ...vite, nameRoute: () => '*', version: 'dev' }
const metrics = createMetrics()
const tracing = await startTracing('portal', settings.traces)
const portal = createPortal({
  settings,
  services: {
    database,
    clock: systemClock,
    vault: openVault(settings.sessionSecret),
    smtp: settings.smtp,
    baseUrl: settings.baseUrl,
  },
  files,
  system: {
    version: pages.version,
    baseUrl: settings.baseUrl,
    dataDir: settings.dataDir,
    backupDir: settings.backupDir,
    realtimePort: settings.realtimePort,
    workerPort: settings.workerPort,
  },
  ...pages,
  metrics,
  tracing,
  logError: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
  logRequest: answered => log.info(answered, 'answered'),
})
const ready = async () => {
  await database.sql`select 1`
}
const health =
  settings.metricsPort === null ? null : await serveHealth(settings.metricsPort, { ready, metrics })

portal.server.on('error', error => {
  log.fatal({ err: error }, 'cannot listen')
  process.exit(1)
})
portal.server.listen(settings.port, settings.host, () => {
  log.info({ host: settings.host, port: settings.port }, 'portal listens')
})

const sweeping = keepSwept({ ...files, database, clock: systemClock }, log)
const signer = startAuditSigner({ services: { database, clock: systemClock }, settings, log })

let ending = false
async function end(signal: string): Promise<void> {
  if (ending) return
  ending = true
  log.info({ signal }, 'portal ends')
  await portal.close()
  await health?.close()
  await sweeping.stop()
  await tracing?.close()
  await signer.stop()
  await vite?.close()
  await database.close()
  process.exit(0)
}
process.on('SIGTERM', signal => void end(signal))
process.on('SIGINT', signal => void end(signal))
