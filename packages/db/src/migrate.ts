import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

/** Key of the advisory lock that keeps two starting processes from migrating at once. */
const LOCK = 7_250_811

/**
 * Brings the schema up to date.
 * @param folder where the migrations lie; needed when this code is bundled
 */
export async function migrate(url: string, folder?: string): Promise<void> {
  const migrationsFolder = folder ?? fileURLToPath(new URL('../migrations', import.meta.url))
  if (!existsSync(join(migrationsFolder, 'meta/_journal.json'))) return
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    await runMigrations(drizzle(sql), { migrationsFolder })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
