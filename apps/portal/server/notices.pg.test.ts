import { createHash, randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { insertPeople, insertSession } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { readSession, type ServiceContext } from '@mufakat/services'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NOTICES_PATH, type NoticeStreams, noticeStreams } from './notices'

const NOW = new Date('2026-11-24T03:00:00Z')
const DAY_MS = 86_400_000

let test: TestDatabase
let streams: NoticeStreams
let server: Server
const people = { own: newId(), other: newId() }
const cardId = newId()

beforeAll(async () => {
  test = await testDatabase()
  const services: ServiceContext = { database: test.database, clock: { now: () => NOW } }
  for (const [name, id] of Object.entries(people))
    await insertPeople(test.database.db, [{ id, name, role: 'staf_opd', createdAt: NOW }])
  await test.database.sql`insert into card (id, title, rank, revision, created_by, created_at, updated_at)
    values (${cardId}, 'Menyusun daftar', 'c00', 1, ${people.other}, now(), now())`
  streams = noticeStreams({
    services,
    sessionOf: request => readSession(services, request.get('Authorization') ?? null),
    logError: error => console.error(error),
  })
  const app = express().get(NOTICES_PATH, streams.handler)
  await new Promise<void>(resolve => {
    server = app.listen(0, '127.0.0.1', () => resolve())
  })
})
afterAll(async () => {
  await streams?.close()
  server?.closeAllConnections()
  server?.close()
  await test?.close()
})

const ask = (token: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${NOTICES_PATH}`, {
    headers: { Authorization: token },
  })

async function tokenOf(personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertSession(test.database.db, {
    id: newId(),
    tokenHash: new Uint8Array(createHash('sha256').update(token).digest()),
    personId,
    createdAt: NOW,
    lastSeenAt: NOW,
    expiresAt: new Date(NOW.getTime() + DAY_MS),
    address: '127.0.0.1',
    userAgent: 'test',
  })
  return token
}

/** What a stream says, number by number; null: it has ended. */
async function streamOf(personId: string): Promise<() => Promise<string | null>> {
  const response = await ask(await tokenOf(personId))
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let seen = ''
  return async () => {
    for (;;) {
      const found = /data: (\d+)\n\n/.exec(seen)
      if (found !== null) {
        seen = seen.slice(found.index + found[0].length)
        return found[1] ?? ''
      }
      const piece = await reader?.read()
      if (piece === undefined || piece.done) return null
      seen += piece.value
    }
  }
}

const tell = () => test.database.sql`
  insert into notice (id, person_id, event, kind, card_id, at)
  values (${newId()}, ${people.own}, ${`mention:${newId()}`}, 'mention', ${cardId}, now())`

it('tells a page how many notices were not read, as they come and go, and nobody else', async () => {
  const own = await streamOf(people.own)
  const other = await streamOf(people.other)
  expect([await own(), await other()]).toEqual(['0', '0'])
  await tell()
  expect(await own()).toBe('1')
  await tell()
  expect(await own()).toBe('2')
  await test.database
    .sql`update notice set read_at = now() where id = (select min(id::text)::uuid from notice)`
  expect(await own()).toBe('1')
  // Whose session is over is told nothing more; the other one goes on.
  await test.database.sql`update session set ended_at = now() where person_id = ${people.other}`
  expect(await other()).toBeNull()
  await tell()
  expect(await own()).toBe('2')
})

it('says nothing to nobody', async () => {
  for (const token of ['x', 'A'.repeat(43)]) expect((await ask(token)).status).toBe(204)
})
