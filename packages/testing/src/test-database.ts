import { randomBytes } from 'node:crypto'
import { type Database, openDatabase } from '@mufakat/db'
import { inject } from 'vitest'
import { TEMPLATE } from './server'
import type {} from './vitest-postgres'

export interface TestDatabase {
  readonly database: Database
  /** For a process that opens its own connections. */
  readonly url: string
  /** Closes the connections and drops the database. */
  close(): Promise<void>
}

/**
 * A migrated, empty database of one's own, as a copy of the template (about 50 ms). For suites of the
 * vitest project `postgres` (`*.pg.test.ts`); close it in `afterAll`.
 * @param max connections of the pool
 */
export async function testDatabase({ max = 4 } = {}): Promise<TestDatabase> {
  const adminUrl = inject('postgresUrl')
  const name = `t_${randomBytes(8).toString('hex')}`
  await administer(adminUrl, `create database ${name} template ${TEMPLATE}`)
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href
  const database = openDatabase(url, { max })
  return {
    database,
    url,
    close: async () => {
      await database.close()
      await administer(adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const admin = openDatabase(url, { max: 1 })
  try {
    await admin.sql.unsafe(statement)
  } finally {
    await admin.close()
  }
}
