import { fileURLToPath } from 'node:url'
import { errorForLog, openDatabase } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { parseServiceSettings, SettingsError } from '@mufakat/settings'
import type { ServerBuild } from '@remix-run/node'
import { pino } from 'pino'
import { createPortal, type PortalOptions } from './app'
import { viteInDevelopment } from './development'

const log = pino({
  base: { app: 'portal' },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: errorForLog },
})

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

/** What Remix built stands beside this file; its address is not one a bundler should follow. */
const built = async (): Promise<Pick<PortalOptions, 'build' | 'assets'>> => ({
  build: (await import(new URL('./server/index.js', import.meta.url).href)) as ServerBuild,
  assets: fileURLToPath(new URL('./client', import.meta.url)),
})

const vite = settings.mode === 'development' ? await viteInDevelopment() : null
const portal = createPortal({
  settings,
  services: { database, clock: systemClock },
  ...(vite ?? (await built())),
  logError: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
})

portal.server.on('error', error => {
  log.fatal({ err: error }, 'cannot listen')
  process.exit(1)
})
portal.server.listen(settings.port, settings.host, () => {
  log.info({ host: settings.host, port: settings.port }, 'portal listens')
})

let ending = false
async function end(signal: string): Promise<void> {
  if (ending) return
  ending = true
  log.info({ signal }, 'portal ends')
  await portal.close()
  await vite?.close()
  await database.close()
  process.exit(0)
}
process.on('SIGTERM', signal => void end(signal))
process.on('SIGINT', signal => void end(signal))
