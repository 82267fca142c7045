import type { Writable } from 'node:stream'
import postgres, { type Sql } from 'postgres'
import { copiedOut } from './copied-out'
import {
  type AppliedMigration,
  appliedMigrations,
  type DumpSequence,
  type DumpTable,
  dumpTableBytes,
  listDumpSequences,
  listDumpTables,
} from './tables'

/** The database as it was at one moment, while everybody goes on writing. */
export interface DatabaseSnapshot {
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly DumpTable[]
  readonly sequences: readonly DumpSequence[]
  /** What each table takes on the disk of Postgres, by its name: nearly what it takes in an archive. */
  readonly bytes: ReadonlyMap<string, number>
  /** Rows of a table in text form, one per line (COPY). The same rows in the same order give the same bytes. */
  rows(table: DumpTable): AsyncIterable<Buffer>
}

/** So that text does not depend on how a server is set up. */
const FORM = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  extra_float_digits: 3,
  bytea_output: 'hex',
}

const connect = (url: string): Sql =>
  postgres(url, { max: 1, onnotice: () => {}, connection: { ...FORM, application_name: 'mufakat-backup' } })

export async function readSnapshot<T>(
  url: string,
  work: (snapshot: DatabaseSnapshot) => Promise<T>,
): Promise<T> {
  const sql = connect(url)
  try {
    return (await sql.begin('isolation level repeatable read read only', async tx => {
      // What is asked of a connection can be asked of a transaction.
      const at = tx as unknown as Sql
      return await work({
        migrations: await appliedMigrations(at),
        tables: await listDumpTables(at),
        sequences: await listDumpSequences(at),
        bytes: await dumpTableBytes(at),
        rows: table => copiedFrom(at, table),
      })
    })) as T
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** A migrated database without people, into which rows are put as they were, by nobody's rules. */
export interface EmptyDatabase {
  rows(table: DumpTable): Promise<Writable>
  /** What was put in, as `DatabaseSnapshot.rows` would give it. */
  written(table: DumpTable): AsyncIterable<Buffer>
  setSequence(sequence: DumpSequence): Promise<void>
}

/** Whether somebody has tables in it. */
export async function isDatabaseEmpty(url: string): Promise<boolean> {
  const sql = connect(url)
  try {
    return (await listDumpTables(sql)).length === 0
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/**
 * Fills a database in one transaction. Triggers and references do not act meanwhile: rows were judged when they were
 * written, and what rang then must not ring again.
 * @throws when `work` does (nothing is then in it), and when the role may not keep triggers from acting
 */
export async function fillDatabase(
  url: string,
  work: (empty: EmptyDatabase) => Promise<void>,
): Promise<void> {
  const sql = connect(url)
  try {
    await sql.begin(async tx => {
      const at = tx as unknown as Sql
      await tx`set local session_replication_role = replica`
      // What migrations have put in is in the dump, too. Tables that are only added to refuse also this.
      for (const { name } of await listDumpTables(at)) {
        const [some] = await tx`select 1 from ${tx(name)} limit 1`
        if (some !== undefined) await tx`delete from ${tx(name)}`
      }
      await work({
        rows: table => tx`copy ${tx(table.name)} (${columnsOf(at, table)}) from stdin`.writable(),
        written: table => copiedFrom(at, table),
        setSequence: async ({ name, value, isCalled }) => {
          await tx`select setval(${`public.${JSON.stringify(name)}`}::regclass, ${value}::bigint, ${isCalled})`
        },
      })
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function* copiedFrom(sql: Sql, table: DumpTable): AsyncGenerator<Buffer> {
  yield* copiedOut(await sql`copy ${sql(table.name)} (${columnsOf(sql, table)}) to stdout`.readable())
}

const columnsOf = (sql: Sql, { columns }: DumpTable) => sql(columns)
