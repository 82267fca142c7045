import type { Sql } from './database'

/**
 * Settings of the server under which "Tersimpan" would be a lie, e.g. `['fsync']`; empty when commits are
 * durable. The starter refuses to run on such a server in production.
 */
export async function checkDurability(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`
  return rows.filter(row => row.setting === 'off').map(row => row.name)
}
