import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { type LogCopy, MemoryOfflineStore, type OfflineStore } from './offline-store'
import { keyOf } from './seal'
import { SealedOfflineStore } from './sealed-offline-store'

const key = { personId: 'p1', documentId: 'd1' }
const words = new TextEncoder().encode('rahasia rapat')
const copy = (seq: number, lineage = 'l1'): LogCopy => ({
  lineage,
  seq,
  hash: new Uint8Array(32).fill(seq),
  snapshot: null,
  rows: words,
})
const sealed = (name: string, fill = 7) =>
  new SealedOfflineStore({ name, key: () => keyOf(new Uint8Array(32).fill(fill)) })
const told = async (store: OfflineStore, of = key) => {
  const kept = await store.read(of)
  return kept && [kept.lineage, kept.seq, kept.spare]
}

describe.each([
  ['in IndexedDB', () => sealed(`offline-${Math.random()}`)],
  ['in memory', () => new MemoryOfflineStore()],
])('what a page can begin from, %s', (_where, open) => {
  it('is given back as it was kept, to its person and document only', async () => {
    const store = open()
    await store.keep(key, { ...copy(3), snapshot: new Uint8Array([1, 2]) }, 9)
    expect(await store.read(key)).toEqual({
      ...copy(3),
      snapshot: new Uint8Array([1, 2]),
      spare: 9,
      keptAt: expect.any(Number),
    })
    expect(await told(store, { ...key, personId: 'p2' })).toBeNull()
    expect(await told(store, { ...key, documentId: 'd2' })).toBeNull()
    await store.forget(key)
    expect(await told(store)).toBeNull()
  })

  it('is the newest copy with the first spare, until that is spent', async () => {
    const store = open()
    await store.keep(key, copy(3), 9)
    await store.keep(key, copy(5), null)
    await store.keep(key, copy(4), 10)
    expect(await told(store)).toEqual(['l1', 5, 9])
    await store.spend(key, [10])
    expect(await store.hasSpare(key, 'l1')).toBe(true)
    await store.spend(key, [4, 9])
    expect(await told(store)).toEqual(['l1', 5, null])
    expect(await store.hasSpare(key, 'l1')).toBe(false)
    await store.keep(key, copy(5), 11)
    expect(await told(store)).toEqual(['l1', 5, 11])
  })

  it('goes whole when the log was replaced', async () => {
    const store = open()
    await store.keep(key, copy(8), 9)
    expect(await store.hasSpare(key, 'l2')).toBe(false)
    await store.keep(key, copy(2, 'l2'), null)
    expect(await told(store)).toEqual(['l2', 2, null])
  })
})

describe('what a page can begin from in IndexedDB', () => {
  it('says nothing to who reads the profile, and opens with its key at its place alone', async () => {
    await sealed('closed').keep(key, copy(3), 9)
    const db = await openDB('closed', 1)
    const [raw] = await db.getAll('copies')
    expect(JSON.stringify(raw, (_name, value) => (value instanceof Uint8Array ? String(value) : value)))
      .not //
      .toContain(String(words))
    await db.put('copies', { ...raw, documentId: 'd2' })
    db.close()
    expect(await told(sealed('closed', 8))).toBeNull()
    expect(await told(sealed('closed'), { ...key, documentId: 'd2' })).toBeNull()
    expect(await told(sealed('closed'))).toEqual(['l1', 3, 9])
  })

  it('is of the newest documents of a person, and other people’s stay', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const store = sealed('many')
    await store.keep({ ...key, personId: 'p2' }, copy(1), 1)
    for (let nth = 0; nth < 22; nth++) {
      vi.setSystemTime(1_000 + nth)
      await store.keep({ ...key, documentId: `d${nth}` }, copy(1), 1)
    }
    vi.useRealTimers()
    const there = await Promise.all(
      Array.from(
        { length: 22 },
        async (_, nth) => (await told(store, { ...key, documentId: `d${nth}` })) !== null,
      ),
    )
    expect(there).toEqual([false, false, ...Array(20).fill(true)])
    expect(await told(store, { ...key, personId: 'p2' })).not.toBeNull()
  })
})
