// Invariants
// 1. Start: Postgres → schema → demo → realtime, worker and portal. Stop: portal → worker → realtime → Postgres, each
//    waited for.
// 2. `Siap:` is the last line of a start, printed only after GET /masuk has answered 200.
// 3. A refusal is one line and exit 1; nothing that was started stays behind.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSettings, type ServiceSettings, SettingsError, serviceEnvironment } from '@mufakat/settings'

import { type DatabaseServer, databaseServer } from './database-server'
import { DB_PACKAGE, ROOT, startOf } from './layout'
import { freePort, requirePort } from './ports'
import { prepareDatabase } from './prepare'
import { claim } from './run-note'
import { StartRefused, say } from './say'
import { keptSecret } from './secret'
import { Service } from './service'

const READY_MS = 120_000

/** What was started, in order, so that it can be ended in the opposite one. */
const started: { name: string; stop: () => Promise<void> }[] = []
let ending: Promise<never> | null = null

function end(code: number): Promise<never> {
  ending ??= (async () => {
    for (const part of started.reverse()) {
      try {
        await part.stop()
      } catch (error) {
        console.error(`${part.name}: ${error instanceof Error ? error.message : String(error)}`)
        code ||= 1
      }
    }
    return process.exit(code)
  })()
  return ending
}

/** What a child gets of our own environment: where programs and certificates are, no settings. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'TZ', 'NODE_EXTRA_CA_CERTS']

function environmentOf(settings: ServiceSettings): Record<string, string> {
  const inherited = INHERITED.flatMap(name => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...Object.fromEntries(inherited), ...serviceEnvironment(settings) }
}

/** An address of this machine on which a process listening on `host` answers. */
function localOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

async function start(): Promise<void> {
  const asked = parseSettings(process.env, ROOT)
  const note = await claim(asked.dataDir)
  started.push({ name: 'catatan', stop: note.clear })
  await requirePort(asked.host, asked.port, note.afterKill ? 3_000 : 0)

  const sessionSecret = asked.sessionSecret ?? (await keptSecret(asked.dataDir))
  const realtimePort = asked.realtimePort ?? (await freePort())
  const workerPort = asked.workerPort ?? (await freePort())
  const metricsPort = asked.metricsPort ?? (await freePort())
  const environmentFor = (databaseUrl: string) =>
    environmentOf({ ...asked, sessionSecret, realtimePort, workerPort, metricsPort, databaseUrl })
  const services: Service[] = []
  const database: DatabaseServer = await databaseServer(asked, DB_PACKAGE, url => {
    for (const service of services) service.restartWith(environmentFor(url))
  })
  started.push({ name: 'basis data', stop: database.stop })
  const setup = await prepareDatabase(database, asked)

  const logs = join(asked.dataDir, 'logs')
  await mkdir(logs, { recursive: true, mode: 0o700 })
  const run = async (app: 'realtime' | 'worker' | 'portal', health: string): Promise<void> => {
    say(`Menyalakan ${app} …`)
    const service = new Service({
      ...startOf(app, asked.mode),
      environment: environmentFor(database.url),
      health,
      log: join(logs, `${app}.log`),
      changed: () => void note.record(services.flatMap(one => (one.mark === null ? [] : [one.mark]))),
    })
    services.push(service)
    started.push({ name: app, stop: () => service.stop() })
    await service.start(READY_MS)
  }
  // At once, because each needs a second of its own; a page that answers needs no live line yet.
  await Promise.all([
    run('realtime', `http://127.0.0.1:${realtimePort}/healthz`),
    run('worker', `http://127.0.0.1:${workerPort}/healthz`),
    run('portal', `http://${localOf(asked.host)}:${asked.port}/masuk`),
  ])
  if (ending !== null) return
  if (setup !== null) say(`Belum ada akun. Buka tautan ini, sekali pakai, untuk menyiapkan:\n${setup}`)
  say(`Siap: ${asked.baseUrl}`)
}

let asked = 0
const onSignal = () => {
  asked += 1
  // Whoever asks three times does not want to wait.
  if (asked > 2) process.exit(130)
  if (asked === 1) say('Menghentikan …')
  void end(0)
}
process.on('SIGINT', onSignal)
process.on('SIGTERM', onSignal)
process.on('SIGHUP', onSignal)

start().catch(error => {
  if (ending !== null) return
  const expected = error instanceof StartRefused || error instanceof SettingsError
  console.error(expected ? error.message : error)
  void end(1)
})
