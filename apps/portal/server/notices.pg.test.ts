import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NOTICES_PATH } from './notices'
import { startTestPortal, type TestPortal } from './testing/portal'

let database: TestDatabase
let portal: TestPortal
beforeAll(async () => {
  database = await testDatabase()
  portal = await startTestPortal(database.database)
}, 120_000)
afterAll(async () => {
  await portal?.close()
  await database?.close()
})

/** What a stream says, piece by piece; null: it has ended. */
async function stream(cookie: string): Promise<() => Promise<string | null>> {
  const response = await fetch(portal.origin + NOTICES_PATH, { headers: { Cookie: cookie } })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let seen = ''
  return async () => {
    for (;;) {
      const [whole, number] = /data: (\d+)\n\n/.exec(seen) ?? []
      if (whole !== undefined && number !== undefined) {
        seen = seen.slice(seen.indexOf(whole) + whole.length)
        return number
      }
      const piece = await reader?.read()
      if (piece === undefined || piece.done) return null
      seen += piece.value
    }
  }
}

const tell = (rapatId: string) => database.database.sql`
  insert into notice (id, person_id, event, kind, rapat_id, at)
  values (${newId()}, ${portal.somebody}, ${`mention:${newId()}`}, 'mention', ${rapatId}, now())`

it('tells a page how many notices were not read, as they come and go, and nobody else', async () => {
  const rapatId = await portal.makeRapat()
  const own = await stream(await portal.cookieFor(portal.somebody))
  const other = await stream(await portal.cookieOf({ role: 'admin', side: 'own' }))
  expect([await own(), await other()]).toEqual(['0', '0'])
  await tell(rapatId)
  expect(await own()).toBe('1')
  await tell(rapatId)
  expect(await own()).toBe('2')
  await database.database.sql`update notice set read_at = now()`
  expect(await own()).toBe('0')
  // Whose session is over is told nothing more.
  await database.database.sql`update session set ended_at = now() where person_id <> ${portal.somebody}`
  expect(await other()).toBeNull()
})

it('says nothing to who has no inbox', async () => {
  for (const cookie of ['', 'mufakat_sesi=x']) {
    const response = await fetch(portal.origin + NOTICES_PATH, { headers: { Cookie: cookie } })
    expect(response.status).toBe(204)
  }
})
