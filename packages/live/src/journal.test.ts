import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import type { JournalEntry, JournalStore } from './journal'
import { MemoryJournal, TabJournal } from './memory-journal'
import { keyOf } from './seal'
import { SealedJournal } from './sealed-journal'
import { countWaiting, discardWaiting, JOURNAL, waitingDocuments } from './waiting'

const key = { personId: 'p1', documentId: 'd1' }
const entry = (lease: number, frame: number): JournalEntry => ({
  lease,
  frame,
  base: 3,
  bytes: new Uint8Array([lease, frame]),
  lineage: 'l1',
})
const cipherKey = (fill: number) => keyOf(new Uint8Array(32).fill(fill))
const sealed = (name: string, fill = 7, personId = 'p1') =>
  new SealedJournal({ name, personId, key: () => cipherKey(fill) })
const frames = async (journal: JournalStore, of = key) =>
  (await journal.read(of)).map(({ lease, frame }) => [lease, frame])

describe.each([
  ['in IndexedDB', async () => sealed(`test-${Math.random()}`)],
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

  it('takes the newer of two entries of the same lease and frame', async () => {
    const journal = await open()
    await journal.append(key, entry(1, 1))
    await journal.append(key, { ...entry(1, 1), bytes: new Uint8Array([9, 9, 9]) })
    expect((await journal.read(key)).map(({ bytes }) => [...bytes])).toEqual([[9, 9, 9]])
  })

  it('keeps what was set aside, with time and reason, until its author throws it away', async () => {
    const journal = await open()
    await journal.append(key, entry(1, 1))
    await journal.append(key, entry(2, 1))
    await journal.setAside(key, 1, 'refused-edit')
    expect(await frames(journal)).toEqual([[2, 1]])
    const listed = async () =>
      (await journal.list('p1', null)).map(({ lease, aside }) =>
        aside === null ? [lease] : [lease, aside.code, aside.reenteredAt],
      )
    expect(await listed()).toEqual([[1, 'refused-edit', null], [2]])
    await journal.markReentered(key, 1)
    expect(await listed()).toEqual([[1, 'refused-edit', expect.any(Number)], [2]])
    const putBack = await journal.discard(key, 1)
    expect(await listed()).toEqual([[2]])
    await putBack()
    expect(await listed()).toEqual([[1, 'refused-edit', expect.any(Number)], [2]])
  })
})

describe('the journal in IndexedDB', () => {
  const stored = async (name: string) => {
    const db = await openDB(name, 1)
    const all: Record<string, unknown>[] = await db.getAll('entries')
    db.close()
    return all
  }
  const words = new TextEncoder().encode('rahasia rapat')

  it('survives the page, and nothing written in it can be read there', async () => {
    const first = sealed('survives')
    await first.append(key, { ...entry(1, 1), bytes: words })
    await first.close()
    const [raw] = await stored('survives')
    expect(Object.keys(raw ?? {})).not.toContain('bytes')
    expect(new TextDecoder('latin1').decode(raw?.sealed as Uint8Array)).not.toContain('rahasia')
    const again = sealed('survives')
    expect((await again.read(key)).map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
      'rahasia rapat',
    ])
  })

  it('opens nothing with another key or at another place, and deletes nothing of it', async () => {
    const first = sealed('places')
    await first.append(key, entry(1, 1))
    const other = sealed('places', 8)
    expect(await other.read(key)).toEqual([])
    const db = await openDB('places', 1)
    const [raw] = await db.getAll('entries')
    await db.put('entries', { ...raw, documentId: 'd2' })
    await db.put('entries', { ...raw, lineage: 'l2', frame: 2 })
    db.close()
    expect((await first.list('p1', null)).map(({ documentId, frame }) => [documentId, frame])).toEqual([
      ['d1', 1],
    ])
    expect(await stored('places')).toHaveLength(3)
  })

  it('never uses an initialisation vector twice', async () => {
    const journal = sealed('vectors')
    for (let frame = 1; frame <= 50; frame++) await journal.append(key, entry(1, frame))
    const vectors = (await stored('vectors')).map(({ iv }) => String(iv))
    expect(new Set(vectors).size).toBe(50)
  })

  it('seals what an earlier version has stored readable, and leaves other people’s to them', async () => {
    const db = await openDB('readable', 1, {
      upgrade: made => {
        made.createObjectStore('entries', { keyPath: ['personId', 'documentId', 'lease', 'frame'] })
      },
    })
    await db.put('entries', { ...key, ...entry(1, 1), aside: null })
    await db.put('entries', { ...key, ...entry(2, 1), aside: 'conflict' })
    await db.put('entries', { ...key, ...entry(3, 1), personId: 'p2', aside: null })
    db.close()
    const journal = sealed('readable')
    expect(await frames(journal)).toEqual([[1, 1]])
    const listed = await journal.list('p1', 'd1')
    expect(listed.map(({ lease, aside }) => [lease, aside?.code])).toEqual([
      [1, undefined],
      [2, 'conflict'],
    ])
    const readable = (await stored('readable')).filter(raw => 'bytes' in raw)
    expect(readable.map(({ personId }) => personId)).toEqual(['p2'])
  })

  it('holds what cannot be sealed yet, says so, and stores it when the key comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
    let give: (key: CryptoKey) => void = () => undefined
    const given = new Promise<CryptoKey>(resolve => {
      give = resolve
    })
    const journal = new SealedJournal({ name: 'late', personId: 'p1', key: () => given })
    const told = expect(journal.append(key, entry(1, 1))).rejects.toMatchObject({ code: 'unavailable' })
    await vi.advanceTimersByTimeAsync(10_000)
    await told
    expect(journal.unkept(key)).toBe(1)
    // From now on nobody waits.
    const second = expect(journal.append(key, entry(1, 2))).rejects.toMatchObject({ code: 'unavailable' })
    await vi.advanceTimersByTimeAsync(0)
    await second
    await journal.forget(key, 1, 1)
    vi.useRealTimers()
    give(await cipherKey(7))
    await vi.waitFor(() => expect(journal.unkept(key)).toBe(0))
    expect(await stored('late')).toHaveLength(1)
    expect(await frames(journal)).toEqual([[1, 2]])
  })

  it('is counted without a key, by person', async () => {
    expect(await countWaiting(null)).toEqual({ unsent: 0, aside: 0 })
    // Counting has not made an empty store in its place.
    const journal = sealed(JOURNAL)
    for (const frame of [1, 2]) await journal.append(key, entry(1, frame))
    await journal.append({ ...key, documentId: 'd2' }, entry(2, 1))
    await journal.append({ ...key, personId: 'p2' }, entry(3, 1))
    await journal.setAside(key, 1, 'conflict')
    expect(await countWaiting('p1')).toEqual({ unsent: 1, aside: 2 })
    expect(await countWaiting(null)).toEqual({ unsent: 2, aside: 2 })
    expect(await waitingDocuments('p1')).toEqual(['d2'])
    await discardWaiting('p1')
    expect(await countWaiting('p1')).toEqual({ unsent: 0, aside: 2 })
    expect(await countWaiting('p2')).toEqual({ unsent: 1, aside: 0 })
  })
})

describe('the journal of a tab', () => {
  it('survives a reload, says when it is full, and is counted', async () => {
    const items = new Map<string, string>()
    let room = 10_000
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => items.get(name) ?? null,
      setItem(name: string, value: string) {
        if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
        items.set(name, value)
      },
    })
    const first = new TabJournal()
    await first.append({ ...key, documentId: 'd3' }, entry(1, 1))
    const again = new TabJournal()
    expect(await frames(again, { ...key, documentId: 'd3' })).toEqual([[1, 1]])
    expect(await waitingDocuments('p1')).toContain('d3')
    room = 10
    const of = { ...key, documentId: 'd3' }
    await expect(again.append(of, entry(1, 2))).rejects.toThrow('full')
    expect([again.unkept(of), (await again.read(of)).length]).toEqual([2, 2])
    vi.unstubAllGlobals()
  })
})
