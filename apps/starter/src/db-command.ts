import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type DatabaseUrls, migrate, openDatabase, runningEmbedded, startEmbeddedPostgres } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { thinHistories } from '@mufakat/services'
import { parseSettings, SettingsError } from '@mufakat/settings'
import { DB_PACKAGE, MIGRATIONS, ROOT } from './layout'
import { StartRefused, say } from './say'
import { setupAddress } from './seed'

const USAGE = 'npm run db -- generate|migrate|setup|studio|thin'

/** drizzle-kit with the rest of the command line. */
function kit(args: readonly string[], databaseUrl?: string): Promise<number> {
  const program = join(DB_PACKAGE, 'node_modules/drizzle-kit/bin.cjs')
  const env = databaseUrl === undefined ? process.env : { ...process.env, DATABASE_URL: databaseUrl }
  const child = spawn(process.execPath, [program, ...args], { cwd: DB_PACKAGE, env, stdio: 'inherit' })
  // Ctrl+C ends the studio; we stay to end the server after it.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => child.kill(name))
  return new Promise(done => child.once('exit', code => done(code ?? 0)))
}

/** Works on the given server, on the running system's own, or on one started for this command. */
async function withDatabase(work: (urls: DatabaseUrls) => Promise<number>): Promise<number> {
  const settings = parseSettings(process.env, ROOT)
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

async function main([command, ...rest]: readonly string[]): Promise<number> {
  if (command === 'generate') return kit(['generate', ...rest])
  if (command === 'studio') return withDatabase(({ ownerUrl }) => kit(['studio', ...rest], ownerUrl))
  if (command === 'thin')
    return withDatabase(async ({ url }) => {
      const database = openDatabase(url, { max: 2 })
      const thinned = await thinHistories({ database, clock: systemClock })
      await database.close()
      say(`Riwayat ${thinned} notula diringkas.`)
      return 0
    })
  if (command === 'setup')
    return withDatabase(async ({ url }) => {
      const database = openDatabase(url, { max: 2 })
      const address = await setupAddress(database, parseSettings(process.env, ROOT).baseUrl)
      await database.close()
      say(address ?? 'Sudah ada akun: tidak ada yang perlu disiapkan.')
      return 0
    })
  if (command !== 'migrate') throw new StartRefused(USAGE)
  return withDatabase(async urls => {
    await migrate(urls, MIGRATIONS)
    say('Skema sudah mutakhir.')
    return 0
  })
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    console.error(error instanceof StartRefused || error instanceof SettingsError ? error.message : error)
    process.exit(1)
  },
)
