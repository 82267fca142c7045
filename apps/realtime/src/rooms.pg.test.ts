import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { Committer } from './committer'
import { openReader } from './reader'
import { Rooms } from './rooms'
import { openWorld, SILENT, type World } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('lets the document go when nobody writes, and forgets the room when nobody is there', async () => {
  const { sql } = world
  const rooms = new Rooms({
    sql,
    read: openReader(sql),
    committer: new Committer(sql, SILENT, { windowMs: 0 }),
    log: SILENT,
    broadcast: () => undefined,
    isClosing: () => false,
    advanced: () => undefined,
    committed: () => undefined,
    judged: () => undefined,
    refused: () => undefined,
  })
  const { documentId } = await world.rapat()
  const room = rooms.of(documentId)
  const document = (): Promise<Y.Doc> => room.read(({ doc }) => doc)
  const first = await document()
  const after = (seconds: number) => rooms.tidy(room.usedAt + seconds * 1_000)

  await after(19)
  expect(await document()).toBe(first)
  await after(21)
  expect(rooms.known(documentId)).toBe(room)
  const second = await document()
  expect(second).not.toBe(first)
  await after(61)
  expect(rooms.known(documentId)).toBeUndefined()
})
