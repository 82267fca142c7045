import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { type JournalEntry, type JournalStore, MemoryJournal, openJournal } from './journal'

const key = { personId: 'p1', documentId: 'd1' }
const entry = (lease: number, frame: number): JournalEntry => ({
  lease,
  frame,
  base: 3,
  bytes: new Uint8Array([lease, frame]),
  lineage: 'l1',
})
const frames = async (journal: JournalStore, of = key) =>
  (await journal.read(of)).map(({ lease, frame }) => [lease, frame])

describe.each([
  ['in IndexedDB', () => openJournal(`test-${Math.random()}`)],
  ['in memory', async () => new MemoryJournal()],
])('the journal %s', (_where, open) => {
  it('gives back what it was given, by lease and frame', async () => {
    const journal = await open()
    for (const [lease, frame] of [
      [9, 1],
      [4, 2],
      [4, 1],
      [4, 10],
    ] as const)
      await journal.append(key, entry(lease, frame))
    expect(await frames(journal)).toEqual([
      [4, 1],
      [4, 2],
      [4, 10],
      [9, 1],
    ])
    expect((await journal.read(key))[0]).toMatchObject(entry(4, 1))
  })

  it('knows nothing of other people and other documents', async () => {
    const journal = await open()
    await journal.append(key, entry(1, 1))
    expect(await frames(journal, { ...key, personId: 'p2' })).toEqual([])
    expect(await frames(journal, { ...key, documentId: 'd2' })).toEqual([])
  })

  it('forgets up to a frame, and only of that lease', async () => {
    const journal = await open()
    for (const frame of [1, 2, 3]) await journal.append(key, entry(1, frame))
    await journal.append(key, entry(2, 1))
    await journal.forget(key, 1, 2)
    expect(await frames(journal)).toEqual([
      [1, 3],
      [2, 1],
    ])
  })

  it('does not give back what was set aside, nor forget it', async () => {
    const journal = await open()
    await journal.append(key, entry(1, 1))
    await journal.append(key, entry(2, 1))
    await journal.setAside(key, 1, 'refused-edit')
    expect(await frames(journal)).toEqual([[2, 1]])
  })
})

it('a journal in IndexedDB survives the page', async () => {
  const first = await openJournal('survives')
  await first.append(key, entry(1, 1))
  await first.close()
  expect(await frames(await openJournal('survives'))).toEqual([[1, 1]])
})
