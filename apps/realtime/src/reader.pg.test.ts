import { BrokenLog } from '@mufakat/db'
import { defined } from '@mufakat/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReader, type ReadLog } from './reader'
import { openWorld, type World } from './testing/world'

let world: World
let read: ReadLog
beforeAll(async () => {
  world = await openWorld()
  read = openReader(world.sql)
})
afterAll(async () => {
  await world.close()
})

it('reads for all who ask at once, each what they lack', async () => {
  const [a, b] = [await world.rapat(), await world.rapat()]
  const [whole, again, other, none] = await Promise.all([
    read(a.documentId, null),
    read(a.documentId, null),
    read(b.documentId, null),
    read(crypto.randomUUID(), null),
  ])
  const { head, lineage, rows } = defined(whole, 'document')
  expect(rows.map(({ seq }) => seq)).toEqual([1])
  expect(again).toEqual(whole)
  expect(other?.lineage).not.toBe(lineage)
  expect(none).toBeNull()
  const [resumed, elsewhere] = await Promise.all([
    read(a.documentId, { ...head, lineage }),
    read(a.documentId, { ...head, lineage: defined(other, 'other').lineage }),
  ])
  expect(resumed).toMatchObject({ resumed: true, rows: [] })
  expect(elsewhere).toMatchObject({ resumed: false, rows: [{ seq: 1 }] })
})

it('gives nobody a broken log, and the others theirs', async () => {
  const [whole, broken] = [await world.rapat(), await world.rapat()]
  await world.sql`update document set head_seq = head_seq + 1 where id = ${broken.documentId}`
  const [good, bad] = await Promise.allSettled([read(whole.documentId, null), read(broken.documentId, null)])
  expect(good).toMatchObject({ status: 'fulfilled', value: { rows: [{ seq: 1 }] } })
  expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(BrokenLog) })
})
