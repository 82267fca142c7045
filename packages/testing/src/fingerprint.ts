import type { Database } from '@mufakat/db'

/**
 * One value over every table, equal before and after means that nothing was written: how many rows are seen
 * and the youngest transaction that wrote one.
 */
export async function fingerprint({ sql }: Database): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename`
  const parts = tables.map(
    ({ name }, i) => `select ${i} as nth, count(*) || ':' || max(xmin::text::bigint) as m from ${name}`,
  )
  // In order: of many tables Postgres may look at several at once.
  const rows = await sql.unsafe<{ m: string }[]>(`${parts.join(' union all ')} order by nth`)
  return rows.map(row => row.m).join()
}
