import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'
import { type DatabaseUrls, prepareAppRole } from './app-role'
import { type AppliedMigration, appliedMigrations } from './dump/tables'
import { migrateJobs } from './migrate-jobs'

/** Any number that nothing else here locks on. */
const MIGRATION_LOCK = 7_250_811

const OWN_FOLDER = fileURLToPath(new URL('../migrations', import.meta.url))

/** The database was migrated by a newer program: this one would misread it. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
}

interface JournalEntry {
  readonly when: number
  readonly tag: string
}

const readJournal = async (folder: string): Promise<{ entries: JournalEntry[] }> =>
  JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'))

/**
 * Brings the schema up to date, all of it or nothing, and that of the jobs, and gives the role of the apps what it needs
 * in both. Drizzle takes no lock of its own, so two processes starting together wait for each other here.
 * @param folder where the generated migrations lie; a bundled process has to say so
 * @throws NewerDatabase, MissingRole
 */
export async function migrate(urls: DatabaseUrls, folder = OWN_FOLDER): Promise<void> {
  await underLock(urls.ownerUrl, async sql => {
    const { entries } = await readJournal(folder)
    requireKnown(await appliedMigrations(sql), entries)
    await runMigrations(drizzle(sql), { migrationsFolder: folder })
    await migrateJobs(urls.ownerUrl)
    await prepareAppRole(sql, urls)
  })
}

/**
 * Gives an empty database the schema that another one had.
 * @throws NewerDatabase
 */
export async function migrateTo(
  ownerUrl: string,
  applied: readonly AppliedMigration[],
  folder = OWN_FOLDER,
): Promise<void> {
  const { entries, ...journal } = await readJournal(folder)
  requireKnown(applied, entries)
  const last = lastOf(applied)
  const older = await mkdtemp(join(tmpdir(), 'mufakat-migrations-'))
  try {
    await cp(folder, older, { recursive: true })
    const until = { ...journal, entries: entries.filter(({ when }) => when <= last) }
    await writeFile(join(older, 'meta/_journal.json'), JSON.stringify(until))
    await underLock(ownerUrl, sql => runMigrations(drizzle(sql), { migrationsFolder: older }))
  } finally {
    await rm(older, { recursive: true, force: true })
  }
}

/** Names of the migrations that a database with these lacks. */
export async function pendingMigrations(
  applied: readonly AppliedMigration[],
  folder = OWN_FOLDER,
): Promise<string[]> {
  const last = lastOf(applied)
  return (await readJournal(folder)).entries.filter(({ when }) => when > last).map(({ tag }) => tag)
}

const lastOf = (migrations: readonly { readonly when: number }[]): number => migrations.at(-1)?.when ?? 0

function requireKnown(applied: readonly AppliedMigration[], known: readonly JournalEntry[]): void {
  const [last, newest] = [lastOf(applied), lastOf(known)]
  if (last > newest) throw new NewerDatabase(`migrated at ${last}, newest known is ${newest}`)
}

async function underLock(url: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    // One connection only, so that the lock and the migrations share a session.
    await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
