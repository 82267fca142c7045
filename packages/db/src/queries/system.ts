import type { Sql } from '../database'

export interface DatabaseState {
  /** "17.10". */
  readonly version: string
  readonly bytes: number
  readonly connections: number
  readonly maxConnections: number
  /** Migrations of ours that have run, and when the last of them was made. */
  readonly migrations: number
  readonly migratedTo: Date | null
}

export async function readDatabaseState(sql: Sql): Promise<DatabaseState> {
  const [row] = await sql<(Omit<DatabaseState, 'migratedTo'> & { migratedTo: string | null })[]>`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as "maxConnections",
      (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      (select max(created_at)::text from drizzle.__drizzle_migrations) as "migratedTo"`
  if (row === undefined) throw new Error('a server that knows nothing of itself')
  return { ...row, migratedTo: row.migratedTo === null ? null : new Date(Number(row.migratedTo)) }
}
