import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'

export type Drizzle = PostgresJsDatabase
export type Tx = Parameters<Parameters<Drizzle['transaction']>[0]>[0]

export interface Database {
  readonly db: Drizzle
  /** A client of its own: drizzle changes how the one it is given writes dates and json. */
  readonly sql: Sql
  close(): Promise<void>
}

export function openDatabase(url: string, { max }: { max: number }): Database {
  const client = postgres(url, { max, onnotice: () => undefined })
  const sql = postgres(url, { max, onnotice: () => undefined })
  return {
    db: drizzle(client),
    sql,
    close: async () => {
      await Promise.all([client.end({ timeout: 5 }), sql.end({ timeout: 5 })])
    },
  }
}
