import { type Database, openDatabase } from '@mufakat/db'
import { testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Log, Ports } from './ports'
import { rehearse } from './rehearsal'

const heard: string[] = []
const log: Log = {
  info: (_fields, message) => heard.push(message),
  warn: (_fields, message) => heard.push(message),
  error: (_fields, message) => heard.push(message),
}
const asked: string[] = []
const never = async (): Promise<never> => {
  throw new Error('nobody plays with the board')
}
const ports: Ports = {
  board: {
    scope: never,
    revision: never,
    changes: never,
    within: () => ({ revision: 0, cards: [], gone: [] }),
    card: never,
    move: never,
  },
  visitor: async () => {
    asked.push('visitor')
    return null
  },
  permits: async questions => {
    asked.push('permits')
    return questions.map(() => null)
  },
  unprojected: async () => [],
  project: async () => {
    throw new Error('played text is no fact')
  },
}

describe('a rehearsal', () => {
  let database: Database
  let close: () => Promise<void>
  beforeAll(async () => {
    const test = await testDatabase()
    database = test.database
    close = test.close
  })
  afterAll(() => close())

  const rows = async () =>
    await database.sql`
      select (select count(*) from document) as documents, (select count(*) from document_log) as rows,
        (select count(*) from document_lease) as leases, (select count(*) from document_node) as nodes`

  it('asks what real visits ask, and leaves nothing behind', async () => {
    const before = await rows()
    await rehearse({ database, ports, log })
    expect(heard.splice(0)).toEqual(['rehearsed'])
    expect(new Set(asked.splice(0))).toEqual(new Set(['visitor', 'permits']))
    expect(await rows()).toEqual(before)
  })

  it('is done without when the database is away', async () => {
    const away = openDatabase('postgres://nobody@127.0.0.1:1/none', { max: 1 })
    await rehearse({ database: away, ports, log })
    expect(heard.splice(0)).toEqual(['not rehearsed'])
    await away.close()
  })
})
