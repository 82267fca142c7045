import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Database, openDatabase } from '@mufakat/db'
import { systemClock } from '@mufakat/kernel'
import { makeHostResetLink } from '@mufakat/services'
import { parseSettings, type Settings } from '@mufakat/settings'
import { DB_PACKAGE, ROOT } from './layout'
import { upgradeDatabase } from './prepare'
import { runCommand, StartRefused, say } from './say'
import { setupAddress } from './seed'
import { withDatabase, withExistingDatabase } from './with-database'

const USAGE = 'npm run db -- generate|migrate|reset-link EMAIL|setup|studio'

/** drizzle-kit with the rest of the command line. */
function kit(args: readonly string[], databaseUrl?: string): Promise<number> {
  const program = join(DB_PACKAGE, 'node_modules/drizzle-kit/bin.cjs')
  const env = databaseUrl === undefined ? process.env : { ...process.env, DATABASE_URL: databaseUrl }
  const child = spawn(process.execPath, [program, ...args], { cwd: DB_PACKAGE, env, stdio: 'inherit' })
  // Ctrl+C ends the studio; we stay to end the server after it.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => child.kill(name))
  return new Promise(done => child.once('exit', code => done(code ?? 0)))
}

type Command = (settings: Settings, rest: readonly string[]) => Promise<number>

/** On the database that is there, as the apps connect. */
const onDatabase = (
  settings: Settings,
  work: (database: Database) => Promise<string>,
  within: typeof withDatabase = withDatabase,
): Promise<number> =>
  within(settings, async ({ url }) => {
    const database = openDatabase(url, { max: 2 })
    try {
      say(await work(database))
      return 0
    } finally {
      await database.close()
    }
  })

const COMMANDS: Readonly<Record<string, Command>> = {
  generate: (_settings, rest) => kit(['generate', ...rest]),
  studio: (settings, rest) => withDatabase(settings, ({ ownerUrl }) => kit(['studio', ...rest], ownerUrl)),
  migrate: settings =>
    withDatabase(settings, async urls => {
      await upgradeDatabase(urls, settings)
      say('Skema sudah mutakhir.')
      return 0
    }),
  setup: settings =>
    onDatabase(
      settings,
      async database =>
        (await setupAddress(database, settings.baseUrl)) ?? 'Sudah ada akun: tidak ada yang perlu disiapkan.',
    ),
  /** For whom no mail reaches and no other admin can help: only who runs the server gets here. */
  'reset-link': (settings, [login, ...more]) => {
    if (login === undefined || more.length > 0) throw new StartRefused(USAGE)
    return onDatabase(
      settings,
      async database => {
        const link = await makeHostResetLink({ database, clock: systemClock }, login)
        if (link === null) throw new StartRefused(`Tidak ada akun aktif dengan e-mail atau NIP ${login}.`)
        return `Tautan sekali pakai, berlaku satu jam. Berikan hanya kepada pemilik akun:\n${settings.baseUrl}${link.path}`
      },
      withExistingDatabase,
    )
  },
}

await runCommand(USAGE, async () => {
  const [name = '', ...rest] = process.argv.slice(2)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) throw new StartRefused(USAGE)
  return command(parseSettings(process.env, ROOT), rest)
})
