import postgres from 'postgres'
import type { Sql } from '../database'
import { copiedOut } from '../dump/copied-out'
import { copyFields, linesOf } from './copy-text'
import { MissingTable, type RecordSource } from './source'

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)

/** The database as it is at one moment: what is committed while it is read is not seen. */
export async function openLiveRecords(url: string): Promise<RecordSource> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  await sql`begin transaction isolation level repeatable read read only`.catch(async error => {
    await sql.end({ timeout: 5 })
    throw error
  })
  return { ...(await recordsOf(sql)), close: () => sql.end({ timeout: 5 }) }
}

/** The database as a transaction sees it, which somebody else ends. */
export async function recordsOf(sql: Sql): Promise<RecordSource> {
  await sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO', true),
    set_config('bytea_output', 'hex', true)`
  return {
    async *rows(table, columns, only) {
      const [found] = await sql`select to_regclass(${`public.${table}`}) is not null as is_there`
      if (found?.is_there !== true) throw new MissingTable(table)
      // COPY takes no parameters: ids, and nothing else, are written into it.
      const ids = only?.values.filter(isId).map(id => `'${id}'`)
      const chosen =
        only === undefined
          ? sql``
          : sql`where ${sql(only.column)} = any (array[${sql.unsafe(ids?.join() ?? '')}]::uuid[])`
      const stream = await sql`
        copy (select ${sql(columns)} from public.${sql(table)} ${chosen}) to stdout`.readable()
      for await (const line of linesOf(copiedOut(stream))) yield copyFields(line)
    },
    close: async () => undefined,
  }
}
