import { endLease } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLeases } from './leases'
import { openWorld, type World } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

it('are granted once for each clientID of a document, however many ask at once', async () => {
  const leases = openLeases(world.sql)
  const [one, other] = await Promise.all([world.rapat(), world.rapat()])
  const ask = (documentId: string, clientId: number) =>
    leases.grant({ documentId, clientId, personId: newId(), sessionId: newId() })
  const granted = await Promise.all([
    ...Array.from({ length: 50 }, (_, nth) => ask(one.documentId, 1_000 + nth)),
    ask(one.documentId, 1_007),
    ask(other.documentId, 1_007),
  ])
  expect(granted).toEqual([...Array(50).fill(true), false, true])
  expect(await ask(one.documentId, 1_049)).toBe(false)
})

it('are taken up by their person only, as long as they have not ended, and go to the last who asks', async () => {
  const leases = openLeases(world.sql)
  const { documentId } = await world.rapat()
  const mine = { documentId, personId: newId(), sessionId: newId() }
  await Promise.all([1, 2, 3].map(clientId => leases.grant({ ...mine, clientId })))
  await endLease(world.sql, documentId, 3)
  const claims = await Promise.all([
    // The first question goes alone; the others are one statement.
    leases.claim({ ...mine, clientId: 1 }),
    leases.claim({ ...mine, clientId: 1 }),
    leases.claim({ ...mine, clientId: 2 }),
    leases.claim({ ...mine, clientId: 1, sessionId: newId() }),
    leases.claim({ ...mine, clientId: 2, personId: newId() }),
    leases.claim({ ...mine, clientId: 3 }),
    leases.claim({ ...mine, clientId: 4 }),
  ])
  expect(claims).toEqual([2, null, 2, 3, null, null, null])
})
