import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Ears, listenToBell } from './queries/bell'
import * as schema from './schema/index'

export type Schema = typeof schema
export type Db = PostgresJsDatabase<Schema>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
/** What a query runs on: the pool, or the transaction of a use-case. */
export type Queryable = Db | Tx
export type Sql = postgres.Sql

/**
 * Two clients on one server, because Drizzle changes the parsers of the one it is given:
 * `db` for everything that is a use-case, `sql` for the few statements written by hand on hot paths.
 */
export interface Database {
  readonly db: Db
  readonly sql: Sql
  /** Hears the bells of this database, on a connection of its own, until closed. */
  listen(ears: Ears): { close(): Promise<void> }
  /** Opens all connections of both clients, so that the first who come need not wait for them. */
  warmUp(): Promise<void>
  /** Ends both clients; statements under way get `timeoutSeconds` to finish. */
  close(): Promise<void>
}

const CLOSE_SECONDS = 5

interface DatabaseOptions {
  /** Bounds the connections of each client. */
  readonly max?: number
  /** For a process that asks the same few things again and again: `preparing`. */
  readonly prepares?: boolean
}

/** Opens no connection yet; the first statement does. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const settings = {
    max: options.max ?? 10,
    onnotice: () => {},
    connect_timeout: 10,
    // The driver would wait up to 20 s: too long for people whose text waits for Postgres to come back.
    backoff: (tries: number) => Math.min(0.02 * 2 ** tries, 1),
  }
  const underDrizzle = options.prepares ? preparing(postgres(url, settings)) : postgres(url, settings)
  const sql = postgres(url, settings)
  return {
    db: drizzle(underDrizzle, { schema }),
    sql,
    listen: ears => listenToBell(url, ears),
    warmUp: async () => {
      // A statement goes to a connection that is not open yet before it goes to a busy one.
      const each = Array.from({ length: settings.max }, () => [sql`select 1`, underDrizzle`select 1`])
      await Promise.all(each.flat())
    },
    close: async () => {
      await Promise.all([underDrizzle.end({ timeout: CLOSE_SECONDS }), sql.end({ timeout: CLOSE_SECONDS })])
    },
  }
}

/**
 * Drizzle has each statement parsed, described and planned anew, and waits for that on a way of its own. Kept by their
 * connection, statements go there and back once, and those asked for together in a transaction go together. A connection
 * keeps all that it has ever been asked, until the driver replaces it (30 to 60 minutes): nothing for a process with
 * lists of every length in its statements.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const { unsafe } = client
  client.unsafe = ((text, parameters, options) =>
    unsafe(text, parameters, { ...options, prepare: true })) as typeof unsafe
  if ('begin' in client) {
    const { begin } = client
    client.begin = ((work: (tx: postgres.TransactionSql) => unknown) =>
      begin(tx => work(preparing(tx)))) as typeof begin
  }
  return client
}
