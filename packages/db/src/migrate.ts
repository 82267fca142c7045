import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

/** Any number that nothing else here locks on. */
const MIGRATION_LOCK = 7_306_170_600

/**
 * Brings the schema up to date. Drizzle takes no lock of its own, so two processes starting together wait
 * for each other here. `folder` holds the generated migrations (a bundled process has its own copy).
 */
export async function migrate(url: string, folder: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    // One connection only, so that the lock and the migrations share a session.
    await runMigrations(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
