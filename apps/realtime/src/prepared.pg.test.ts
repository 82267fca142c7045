import {
  type Database,
  findBoardRevision,
  findCardCommand,
  holdBoard,
  openDatabase,
  putBoardRevision,
} from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

// As the process opens its database.
let test: TestDatabase
let database: Database
beforeAll(async () => {
  test = await testDatabase()
  database = openDatabase(test.url, { max: 1, prepares: true })
})
afterAll(async () => {
  await database.close()
  await test.close()
})

const kept = async (): Promise<string[]> =>
  (await database.db.execute<{ statement: string }>('select statement from pg_prepared_statements')).map(
    ({ statement }) => statement,
  )

it('keeps what it has asked once, in transactions and outside of them, and asks by it again', async () => {
  const ask = async () => {
    await findBoardRevision(database.db)
    await database.db.transaction(tx => Promise.all([holdBoard(tx), findCardCommand(tx, newId())]))
  }
  await ask()
  const once = await kept()
  expect(once.filter(statement => statement.includes('"board"'))).toHaveLength(2)
  expect(once.filter(statement => statement.includes('"card_command"'))).toHaveLength(1)
  await ask()
  expect(await kept()).toEqual(once)
})

it('undoes all that was sent together when one of it fails', async () => {
  const before = await findBoardRevision(database.db)
  const failing = database.db.transaction(tx =>
    Promise.all([putBoardRevision(tx, before + 1), findCardCommand(tx, 'no id'), holdBoard(tx)]),
  )
  await expect(failing).rejects.toThrow()
  expect(await findBoardRevision(database.db)).toBe(before)
  // What waited behind it has ended, too: the connection serves the next.
  expect(await database.db.transaction(holdBoard)).toBe(before)
})
