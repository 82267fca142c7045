import { describe, expect, it, vi } from 'vitest'
import { Backlog } from './backlog'
import type { LeaseLocks } from './locks'
import { MemoryJournal } from './memory-journal'

const of = { personId: 'p', documentId: 'd' }

/** One lock for each name, as the tabs of a browser share them. */
function sharedLocks(): LeaseLocks {
  const held = new Set<string>()
  const waiting: { name: string; take: () => void }[] = []
  const hold = (name: string) => {
    held.add(name)
    return () => {
      held.delete(name)
      const next = waiting.findIndex(one => one.name === name)
      if (next >= 0) waiting.splice(next, 1)[0]?.take()
    }
  }
  return {
    tryHold: async name => (held.has(name) ? null : hold(name)),
    holdWhenFree: (name, signal) =>
      new Promise(resolve => {
        signal.addEventListener('abort', () => resolve(null))
        if (held.has(name)) waiting.push({ name, take: () => resolve(signal.aborted ? null : hold(name)) })
        else resolve(hold(name))
      }),
  }
}

async function twoTabs() {
  const [journal, locks, found] = [new MemoryJournal(), sharedLocks(), vi.fn()]
  const gone = new Backlog(journal, of, locks, () => undefined)
  await gone.hold(7)
  await journal.append(of, { lease: 7, frame: 1, base: 1, bytes: new Uint8Array([1]), lineage: 'l' })
  const here = new Backlog(journal, of, locks, found)
  await here.find()
  return { journal, gone, here, found }
}

describe('what another tab has left', () => {
  it('is taken up when that tab goes, as late as that may be', async () => {
    const { gone, here, found } = await twoTabs()
    expect(here.leases).toEqual([])
    gone.letGo()
    await vi.waitFor(() => expect(found).toHaveBeenCalledOnce())
    expect(here.take([7]).get(7)).toHaveLength(1)
    expect(await here.hold(7)).toBe(false)
  })

  it('is nothing when that tab got it across before it went', async () => {
    const { journal, gone, here, found } = await twoTabs()
    await journal.forget(of, 7, 1)
    gone.letGo()
    // Free again: whoever comes may hold it.
    await vi.waitFor(async () => expect(await gone.hold(7)).toBe(true))
    expect([here.leases, found.mock.calls]).toEqual([[], []])
  })

  it('is left alone by a page that has closed', async () => {
    const { gone, here, found } = await twoTabs()
    here.letGo()
    gone.letGo()
    expect(await gone.hold(7)).toBe(true)
    expect([here.leases, found.mock.calls]).toEqual([[], []])
  })
})
