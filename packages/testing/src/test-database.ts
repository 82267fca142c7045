import { randomBytes } from 'node:crypto'
import { type Database, type DatabaseUrls, openDatabase } from '@mufakat/db'
import { inject } from 'vitest'
import { TEMPLATE } from './server'
import type {} from './vitest-postgres'

export interface TestDatabase {
  /** As the apps connect, with their rights and no more. */
  readonly database: Database
  /** For a process that opens its own connections, likewise. */
  readonly url: string
  /** For what only the owner (here also superuser) may do: to change the schema, to tamper. */
  readonly ownerUrl: string
  /** Closes the connections and drops the database. */
  close(): Promise<void>
}

/**
 * A migrated, empty database of one's own, as a copy of the template (about 50 ms). For suites of the
 * vitest project `postgres` (`*.pg.test.ts`); close it in `afterAll`.
 * @param max connections of the pool
 */
export const testDatabase = ({ max = 4 } = {}): Promise<TestDatabase> => madeDatabase(TEMPLATE, max)

/** The same without a schema. */
export const emptyDatabase = ({ max = 1 } = {}): Promise<TestDatabase> => madeDatabase('template0', max)

async function madeDatabase(template: string, max: number): Promise<TestDatabase> {
  const server = inject('postgresUrls')
  const name = `t_${randomBytes(8).toString('hex')}`
  await administer(server, `create database ${name} template ${template}`)
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const url = at(server.url)
  const database = openDatabase(url, { max })
  return {
    database,
    url,
    ownerUrl: at(server.ownerUrl),
    close: async () => {
      await database.close()
      await administer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function administer({ ownerUrl }: DatabaseUrls, statement: string): Promise<void> {
  const admin = openDatabase(ownerUrl, { max: 1 })
  try {
    await admin.sql.unsafe(statement)
  } finally {
    await admin.close()
  }
}
