import { sql } from 'drizzle-orm'
import type { Tx } from '../database'
import { MissingTable, type RecordSource } from './source'

/**
 * Rows as COPY would write them, of a transaction that somebody else ends: each column by its own output function, in
 * the same time zone as a dump.
 */
export async function recordsOfTransaction(tx: Tx): Promise<RecordSource> {
  await tx.execute(sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO', true),
    set_config('bytea_output', 'hex', true)`)
  return {
    async *rows(table, columns, only) {
      if (only === undefined) throw new MissingTable(`${table}, whole`)
      const told = columns.map(
        column =>
          sql`case when ${sql.identifier(column)} is not null then format('%s', ${sql.identifier(column)}) end`,
      )
      const rows = await tx.execute(sql`
        select json_build_array(${sql.join(told, sql`, `)}) as told from public.${sql.identifier(table)}
        where ${sql.identifier(only.column)} in (${sql.join(
          only.values.map(value => sql`${value}::uuid`),
          sql`, `,
        )})`)
      for (const row of rows as unknown as { told: string | (string | null)[] }[])
        yield typeof row.told === 'string' ? (JSON.parse(row.told) as (string | null)[]) : row.told
    },
    close: async () => undefined,
  }
}
