import { join } from 'node:path'
import { openDatabase } from '@mufakat/db'
import { FileStore } from '@mufakat/files'
import { systemClock } from '@mufakat/kernel'
import { type MailContext, openVault } from '@mufakat/services'
import { parseServiceSettings, type ServiceSettings, SettingsError } from '@mufakat/settings'
import { processLog, serveHealth, startTracing } from '@mufakat/telemetry'
import { handlersOf } from './handlers'
import { delivery } from './mail/deliver'
import { createMetrics } from './metrics'
import { startWorker } from './worker'

const log = processLog('worker')

function settingsOrExit(): ServiceSettings & { readonly workerPort: number } {
  try {
    const settings = parseServiceSettings(process.env)
    if (settings.workerPort === null) throw new SettingsError('WORKER_PORT belum diatur')
    return { ...settings, workerPort: settings.workerPort }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    log.fatal(error.message)
    process.exit(1)
  }
}

const settings = settingsOrExit()
const database = openDatabase(settings.databaseUrl, { max: 10 })
const ctx: MailContext = {
  database,
  clock: systemClock,
  vault: openVault(settings.sessionSecret),
  smtp: settings.smtp,
}
const metrics = createMetrics(database)
const handlers = handlersOf({
  ctx,
  baseUrl: settings.baseUrl,
  host: new URL(settings.baseUrl).hostname,
  deliver: delivery(ctx, settings.dataDir),
  metrics,
  store: new FileStore({ root: join(settings.dataDir, 'files') }),
  backups: { ctx, databaseUrl: settings.databaseUrl, folders: settings, log },
})
const tracing = await startTracing('worker', settings.traces)
const worker = startWorker({
  databaseUrl: settings.databaseUrl,
  database,
  handlers,
  metrics,
  log,
  tracing,
})
const health = await serveHealth(settings.workerPort, { ready: worker.ready, metrics })
log.info({ port: health.port }, 'worker answers')

let ending = false
async function end(signal: string): Promise<void> {
  if (ending) return
  ending = true
  log.info({ signal }, 'worker ends')
  // A letter that a mail server keeps waiting is sent again by who comes next.
  setTimeout(() => process.exit(1), END_MS).unref()
  await worker.close()
  await health.close()
  await tracing?.close()
  await database.close()
  process.exit(0)
}
process.on('SIGTERM', signal => void end(signal))
process.on('SIGINT', signal => void end(signal))

const END_MS = 8_000
