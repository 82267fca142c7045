import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { type DatabaseUrls, prepareAppRole } from './app-role'
import { migrateJobs } from './migrate-jobs'

/** Any number that nothing else here locks on. */
const MIGRATION_LOCK = 7_250_811

/**
 * Brings the schema up to date, and that of the jobs, and gives the role of the apps what it needs in both. Drizzle
 * takes no lock of its own, so two processes starting together wait for each other here.
 * @param folder where the generated migrations lie; a bundled process has to say so
 */
export async function migrate(
  urls: DatabaseUrls,
  folder = fileURLToPath(new URL('../migrations', import.meta.url)),
): Promise<void> {
  const sql = postgres(urls.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    // One connection only, so that the lock and the migrations share a session.
    await runMigrations(drizzle(sql), { migrationsFolder: folder })
    await migrateJobs(urls.ownerUrl)
    await prepareAppRole(sql, urls)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
