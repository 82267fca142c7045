// `npm run up`: from a fresh clone to a running system, with nothing but Node. Plain Node on purpose.
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseSettings, SettingsError } from '../packages/settings/src/environment.mjs'
import { buildWhenChanged } from './lib/build.mjs'
import { installWhenChanged } from './lib/install.mjs'
import { requireNode } from './lib/node-version.mjs'
import { ROOT } from './lib/root.mjs'

requireNode()
const settings = readSettings()
// Without a note of an earlier run the port is nobody's but a stranger's: say so before a long build.
if (!existsSync(join(settings.dataDir, 'run.json')) && (await isBusy(settings.host, settings.port))) {
  refuse(
    `PORT ${settings.port} sedang dipakai program lain. Hentikan program itu, atau pakai port lain: PORT=${settings.port + 1} npm run up`,
  )
}
try {
  await installWhenChanged()
  await buildWhenChanged()
} catch (error) {
  refuse(error.message)
}
// In this process, so that a signal reaches the starter itself.
await import(join(ROOT, 'apps/starter/dist/main.js'))

function readSettings() {
  try {
    return parseSettings(process.env, ROOT)
  } catch (error) {
    if (error instanceof SettingsError) refuse(error.message)
    throw error
  }
}

function refuse(line) {
  console.error(line)
  process.exit(1)
}

function isBusy(host, port) {
  return new Promise(done => {
    const probe = createServer()
    probe.once('error', error => done(error.code === 'EADDRINUSE'))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done(false)))
  })
}
