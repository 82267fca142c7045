// The connection on which a node hears the bell, when it dies without a word.
import { listenToBell, ringDocument } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openProxy } from './testing/proxy'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

it('is found out, told, and replaced by one that hears', async () => {
  const proxy = await openProxy(Number(new URL(test.url).port))
  const { host } = new URL(proxy.url)
  const told: boolean[] = []
  const rung: string[] = []
  const ears = listenToBell(
    Object.assign(new URL(test.url), { host }).href,
    {
      heard: ring => void (ring.about === 'log' && rung.push(ring.documentId)),
      hearing: isHearing => void told.push(isHearing),
    },
    { everyMs: 50, withinMs: 1_000 },
  )
  const [first, missed, last] = [newId(), newId(), newId()]
  await soon(() => expect(told).toEqual([true]))
  await ringDocument(test.database.sql, first)
  await soon(() => expect(rung).toEqual([first]))

  proxy.silence()
  await soon(() => expect(told).toEqual([true, false]))
  await ringDocument(test.database.sql, missed)
  proxy.heal()
  await soon(() => expect(told).toEqual([true, false, true]))
  await ringDocument(test.database.sql, last)
  await soon(() => expect(rung).toEqual([first, last]))
  await ears.close()
  await proxy.close()
})
