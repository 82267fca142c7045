import 'fake-indexeddb/auto'
import { createNotulaDoc } from '@mufakat/doc-model'
import { type Joined, MAX_PART_BYTES, type Part } from '@mufakat/protocol'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { Author } from './author'
import { Backlog } from './backlog'
import { browserLocks } from './locks'
import { keyOf } from './seal'
import { SealedJournal } from './sealed-journal'

const of = { personId: 'p', documentId: 'd' }

async function openAuthor(name: string) {
  const doc = createNotulaDoc()
  const journal = new SealedJournal({ name, personId: 'p', key: () => keyOf(new Uint8Array(32)) })
  const pushed: Part[][] = []
  const failed = vi.fn()
  const author = new Author({
    doc,
    key: of,
    journal,
    backlog: new Backlog(journal, of, browserLocks(), () => undefined),
    position: () => ({ lineage: 'l', seq: 1 }),
    push: parts => pushed.push([...parts]),
    canPush: () => true,
    show: () => undefined,
    changed: () => undefined,
    setAside: (lease, code) => journal.setAside(of, lease, code),
    failed,
  })
  await author.joined({ access: 'write', leases: [], lease: 7, lineage: 'l' } as unknown as Joined, [])
  const text = doc.getText('item:x')
  return { author, journal, pushed, failed, doc, type: (words: string) => text.insert(text.length, words) }
}

const textOf = (updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('item:x').toString()
}

describe('what is typed while pushes are unanswered', () => {
  it('gathers in one part, which is in the journal whole, and goes out with the next answer', async () => {
    const { author, journal, pushed, type } = await openAuthor('gathers')
    for (const letter of 'abcdefghijklmnop') {
      type(letter)
      await author.flush()
    }
    expect(pushed.map(parts => parts.map(({ frame }) => frame))).toEqual([[1], [2], [3], [4]])
    const kept = await journal.read(of)
    expect(kept.map(({ frame }) => frame)).toEqual([1, 2, 3, 4, 5])
    expect(textOf(kept.map(({ bytes }) => bytes))).toBe('abcdefghijklmnop')
    author.acknowledge(7, 2)
    author.send()
    expect(textOf(pushed.flat().map(({ bytes }) => bytes))).toBe('abcdefghijklmnop')
    type('q')
    await author.flush()
    expect(pushed.at(-1)?.map(({ frame }) => frame)).toEqual([6])
  })

  it('stays in order also while the browser is slow to store it', async () => {
    const { author, pushed, type } = await openAuthor('slow')
    for (const letter of 'abcdef') {
      type(letter)
      await author.flush()
    }
    // Storing is under way when the next burst comes.
    for (const letter of 'ghijklmnop') {
      type(letter)
      void author.flush()
      await Promise.resolve()
    }
    await author.flush()
    author.acknowledge(7, 4)
    author.send()
    const frames = pushed.flat().map(({ frame }) => frame)
    expect(frames).toEqual(frames.map((_frame, at) => at + 1))
    let clock = 0
    for (const { bytes } of pushed.flat())
      for (const { id, length } of Y.decodeUpdate(bytes).structs) {
        expect(id.clock).toBe(clock)
        clock += length
      }
    expect(textOf(pushed.flat().map(({ bytes }) => bytes))).toBe('abcdefghijklmnop')
  })
})

describe('a change that is too large', () => {
  it('is kept, never sent, and ends in the hands of its author', async () => {
    const { author, journal, pushed, failed, type } = await openAuthor('large')
    type('x'.repeat(MAX_PART_BYTES))
    await author.flush()
    expect(failed).toHaveBeenCalledWith('too-large')
    expect(pushed).toEqual([])
    await author.stop('too-large')
    const [kept] = await journal.list('p', null)
    expect(kept?.aside?.code).toBe('too-large')
  })
})
