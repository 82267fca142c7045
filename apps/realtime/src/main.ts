import { openDatabase } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { parseServiceSettings, type ServiceSettings, SettingsError } from '@mufakat/settings'
import { processLog } from '@mufakat/telemetry'
import { rehearse } from './rehearsal'
import { startRealtime } from './server'
import { servicePorts } from './services'

const log = processLog('realtime')

function settingsOrExit(): ServiceSettings {
  try {
    return parseServiceSettings(process.env)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** On one's own machine people type either name. */
function originsOf(baseUrl: string): string[] {
  const url = new URL(baseUrl)
  if (url.hostname !== 'localhost' && url.hostname !== '127.0.0.1') return [url.origin]
  const port = url.port === '' ? '' : `:${url.port}`
  return ['localhost', '127.0.0.1'].map(host => `${url.protocol}//${host}${port}`)
}

const settings = settingsOrExit()
// Few: what many ask for at once goes together, and each connection plans a statement anew.
const database = openDatabase(settings.databaseUrl, { max: 4, prepares: true })
await database.warmUp().catch(error => log.warn({ err: error }, 'database away at the start'))
const ports = servicePorts({ database, clock: systemClock }, { secure: settings.secure })
await rehearse({ database, ports, log })
const realtime = await startRealtime({
  database,
  ports,
  log,
  origins: originsOf(settings.baseUrl),
  host: '127.0.0.1',
  trustedProxies: settings.trustedProxies,
  port: settings.realtimePort,
})
log.info({ port: realtime.port }, 'ready')

let ending = false
const end = async (signal: string) => {
  if (ending) return
  ending = true
  log.info({ signal }, 'ending')
  // Postgres may be gone for good: what is not committed by then lies with its authors.
  setTimeout(() => process.exit(1), END_MS).unref()
  await realtime.close()
  await database.close()
  log.info({}, 'ended')
  process.exit(0)
}
process.on('SIGTERM', signal => void end(signal))
process.on('SIGINT', signal => void end(signal))

const END_MS = 8_000
