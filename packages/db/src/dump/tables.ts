import type { Sql } from 'postgres'

/** A table whose rows are people's: of this schema, and kept through a crash. */
export interface DumpTable {
  readonly name: string
  /** In their order; what Postgres computes by itself is left out. */
  readonly columns: readonly string[]
}

/** A counter, as it stands. */
export interface DumpSequence {
  readonly name: string
  readonly value: string
  readonly isCalled: boolean
}

/** One applied migration: the hash of its text, and the time that its journal gives it. */
export interface AppliedMigration {
  readonly hash: string
  readonly when: number
}

export async function listDumpTables(sql: Sql): Promise<DumpTable[]> {
  return await sql<DumpTable[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`
}

/** Size of each table with what Postgres keeps beside it, but for its indexes. */
export async function dumpTableBytes(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql<{ name: string; bytes: string }[]>`
    select relname as name, pg_table_size(oid)::text as bytes from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p'`
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]))
}

export async function listDumpSequences(sql: Sql): Promise<DumpSequence[]> {
  const names = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`
  const sequences: DumpSequence[] = []
  for (const { name } of names) {
    const [row] = await sql<{ value: string; isCalled: boolean }[]>`
      select last_value::text as value, is_called as "isCalled" from ${sql(name)}`
    if (row !== undefined) sequences.push({ name, ...row })
  }
  return sequences
}

/** In the order in which they were applied; none when the database was never migrated. */
export async function appliedMigrations(sql: Sql): Promise<AppliedMigration[]> {
  const [found] = await sql<{ known: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as known`
  if (found?.known !== true) return []
  const rows = await sql<{ hash: string; when: string }[]>`
    select hash, created_at::text as when from drizzle.__drizzle_migrations order by created_at, id`
  return rows.map(({ hash, when }) => ({ hash, when: Number(when) }))
}
