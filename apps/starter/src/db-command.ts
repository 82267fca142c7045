import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { migrate, openDatabase } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { thinHistories } from '@mufakat/services'
import { parseSettings, SettingsError } from '@mufakat/settings'
import { DB_PACKAGE, MIGRATIONS, ROOT } from './layout'
import { StartRefused, say } from './say'
import { setupAddress } from './seed'
import { withDatabase } from './with-database'

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

async function main([command, ...rest]: readonly string[]): Promise<number> {
  const settings = parseSettings(process.env, ROOT)
  if (command === 'generate') return kit(['generate', ...rest])
  if (command === 'studio')
    return withDatabase(settings, ({ ownerUrl }) => kit(['studio', ...rest], ownerUrl))
  if (command === 'thin')
    return withDatabase(settings, async ({ url }) => {
      const database = openDatabase(url, { max: 2 })
      const thinned = await thinHistories({ database, clock: systemClock })
      await database.close()
      say(`Riwayat ${thinned} notula diringkas.`)
      return 0
    })
  if (command === 'setup')
    return withDatabase(settings, async ({ url }) => {
      const database = openDatabase(url, { max: 2 })
      const address = await setupAddress(database, settings.baseUrl)
      await database.close()
      say(address ?? 'Sudah ada akun: tidak ada yang perlu disiapkan.')
      return 0
    })
  if (command !== 'migrate') throw new StartRefused(USAGE)
  return withDatabase(settings, async urls => {
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
