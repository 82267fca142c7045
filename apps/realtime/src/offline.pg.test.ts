// Pages that begin while the engine is away, under a lease that an earlier page asked for.
import { claimLeases } from '@mufakat/db'
import { createNotulaDoc, itemText, listItems } from '@mufakat/doc-model'
import { defined, newId } from '@mufakat/kernel'
import { browserLocks, MemoryJournal, MemoryOfflineStore } from '@mufakat/live'
import { decodeParts, decodeRows, encodeParts } from '@mufakat/protocol'
import { setRapatStatus } from '@mufakat/services'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { joined, next } from './testing/raw'
import { connected, openWorld, type, type World, words } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

/** One browser of one person: what it keeps is there for each page after. */
function browser(login: string) {
  const journal = new MemoryJournal()
  const offline = new MemoryOfflineStore()
  const locks = browserLocks()
  const open = (documentId: string) =>
    world.live(login, documentId, journal, {}, { offline, locks, keepAfterMs: 0 })
  const spare = async (documentId: string) => {
    const { personId } = await world.signedIn(login)
    return (await offline.read({ personId, documentId }))?.spare ?? null
  }
  /** Opens, writes, and leaves with a spare kept. */
  async function prepare(documentId: string, text: string): Promise<number> {
    const page = await open(documentId)
    await page.ready
    type(page.doc, text)
    await soon(async () => {
      expect(page.save.get().kind).toBe('saved')
      expect(await spare(documentId)).not.toBeNull()
    })
    await world.closeOne(page)
    return defined(await spare(documentId), 'spare')
  }
  return { journal, offline, open, spare, prepare }
}

const OFFLINE = { kind: 'offline', keptIn: 'device' }

/** Leases of the log in its order, without the seed’s. */
async function leasesInLog(documentId: string): Promise<number[]> {
  const rows = await world.sql<{ parts: Uint8Array }[]>`
    select parts from document_log where document_id = ${documentId} and seq > 1 order by seq`
  return rows.flatMap(row => decodeParts(row.parts).map(part => part.lease))
}

describe('a page that begins without the engine', () => {
  it('is written in under the spare, again after a reload, and all of it is committed once', async () => {
    const { documentId } = await world.rapat()
    const { open, spare, prepare } = browser('kepala.perkim')
    const lease = await prepare(documentId, 'satu ')
    let page = await open(documentId)
    await world.closeOne(page)
    await world.restart(async () => {
      page = await open(documentId)
      await page.ready
      expect([words(page.doc), page.access.get(), page.doc.clientID]).toEqual(['satu', 'write', lease])
      expect(page.asOf.get()).toEqual(expect.any(Number))
      type(page.doc, 'dua ')
      await soon(() => expect(page.save.get()).toMatchObject(OFFLINE))
      await world.closeOne(page)
      expect(await spare(documentId)).toBe(lease)

      page = await open(documentId)
      await page.ready
      expect([words(page.doc), page.doc.clientID]).toEqual(['satu dua', lease])
      type(page.doc, 'tiga')
      await soon(() => expect(page.save.get()).toMatchObject({ ...OFFLINE, unsent: 1 }))
    })
    await soon(() => expect(page.save.get().kind).toBe('saved'))
    expect([page.doc.clientID, page.asOf.get()]).toEqual([lease, null])
    const reader = await world.live('sekretariat', documentId)
    await reader.ready
    expect(words(reader.doc)).toBe('satu dua tiga')
    expect((await leasesInLog(documentId)).slice(1)).toEqual([lease])
    // Another one for the next time.
    await soon(async () => expect(await spare(documentId)).not.toBeNull())
    expect(await spare(documentId)).not.toBe(lease)
  })

  it('shows what an earlier page could not send, and what is built on it goes out after it', async () => {
    const { documentId } = await world.rapat()
    const { open, prepare } = browser('kepala.perkim')
    const lease = await prepare(documentId, 'satu ')
    let page = await open(documentId)
    await page.ready
    const before = page.doc.clientID
    await world.restart(async () => {
      await soon(() => expect(page.save.get()).toMatchObject(OFFLINE))
      type(page.doc, 'dua ')
      await world.closeOne(page)
      page = await open(documentId)
      await page.ready
      expect(words(page.doc)).toBe('satu dua')
      type(page.doc, 'tiga')
    })
    await soon(() => expect(page.save.get().kind).toBe('saved'))
    expect(words(page.doc)).toBe('satu dua tiga')
    expect((await leasesInLog(documentId)).slice(1)).toEqual([before, lease])
  })

  it('is one of several tabs: the others wait for the engine', async () => {
    const { documentId } = await world.rapat()
    const { open, prepare } = browser('kepala.perkim')
    const lease = await prepare(documentId, 'satu ')
    const tabs = await world.restart(async () => {
      const first = await open(documentId)
      await first.ready
      type(first.doc, 'dua')
      const second = await open(documentId)
      await soon(() => expect(second.save.get().kind).toBe('offline'))
      expect(words(first.doc)).toBe('satu dua')
      return [first, second] as const
    })
    const [first, second] = tabs
    await second.ready
    await soon(() => {
      expect(first.save.get().kind).toBe('saved')
      expect(words(second.doc)).toBe('satu dua')
    })
    expect([first.doc.clientID === lease, second.doc.clientID === lease]).toEqual([true, false])
  })
})

describe('what was written under a spare is set aside, never lost and never sent as another’s', () => {
  const asideOf = async ({ journal }: ReturnType<typeof browser>) => {
    const { personId } = await world.signedIn('kepala.perkim')
    return (await journal.list(personId, null)).map(({ lease, aside }) => [lease, aside?.code])
  }

  /** Begins without the engine, types, and comes back to a world that `change` has made another. */
  async function returns(change: (documentId: string, spare: number) => Promise<void>) {
    const { documentId, rapatId } = await world.rapat()
    const own = browser('kepala.perkim')
    const lease = await own.prepare(documentId, 'satu ')
    const page = await world.restart(async () => {
      const begun = await own.open(documentId)
      await begun.ready
      type(begun.doc, 'dua')
      await change(documentId, lease)
      return begun
    })
    return { own, documentId, rapatId, lease, page }
  }

  it('when the log was replaced; the next page does not begin from the old one', async () => {
    const { own, documentId, lease, page } = await returns(async documentId => {
      await world.sql`update document set lineage = ${newId()} where id = ${documentId}`
    })
    await soon(() => expect(page.save.get()).toMatchObject({ kind: 'failed', code: 'conflict' }))
    await soon(async () => expect(await asideOf(own)).toEqual([[lease, 'conflict']]))
    await soon(async () => expect(await own.spare(documentId)).toBeNull())
  })

  it('when the spare is no longer theirs', async () => {
    const { own, lease, page } = await returns(async (documentId, clientId) => {
      await world.sql`delete from document_lease where document_id = ${documentId} and client_id = ${clientId}`
    })
    await soon(() => expect(page.save.get()).toMatchObject({ kind: 'failed', code: 'lease-ended' }))
    await soon(async () => expect(await asideOf(own)).toEqual([[lease, 'lease-ended']]))
  })

  it('when something was written under the spare elsewhere: that is no acknowledgement of this', async () => {
    const { documentId } = await world.rapat()
    const own = browser('kepala.perkim')
    const lease = await own.prepare(documentId, 'satu ')
    const socket = await world.socket('kepala.perkim')
    await connected(socket)
    const answer = await joined(socket, documentId, { lease })
    const doc = createNotulaDoc({ clientId: lease })
    for (const row of decodeRows(answer.rows))
      for (const part of decodeParts(row.parts)) Y.applyUpdate(doc, part.bytes)
    const before = Y.encodeStateVector(doc)
    itemText(doc, listItems(doc)[0]?.id ?? 'x').insert(0, 'lain ')
    const bytes = Y.encodeStateAsUpdate(doc, before)
    const tail = next(socket, 'tail')
    socket.emit('push', { documentId, parts: encodeParts([{ lease, frame: 1, base: answer.seq, bytes }]) })
    await tail
    const page = await world.restart(async () => {
      const begun = await own.open(documentId)
      await begun.ready
      type(begun.doc, 'dua')
      return begun
    })
    await soon(() => expect(page.save.get()).toMatchObject({ kind: 'failed', code: 'lease-ended' }))
    await soon(async () => expect(await asideOf(own)).toEqual([[lease, 'lease-ended']]))
    const reader = await world.live('sekretariat', documentId)
    await reader.ready
    expect(words(reader.doc)).toMatch(/^lain/)
    expect(words(reader.doc)).not.toContain('dua')
  })
})

describe('who may not write any more', () => {
  it('keeps nothing to begin from', async () => {
    const { documentId, rapatId } = await world.rapat()
    const own = browser('kepala.perkim')
    await own.prepare(documentId, 'satu ')
    const { personId } = await world.signedIn('sekretariat')
    const actor = { personId, role: 'sekretariat', opdId: null } as const
    await setRapatStatus(world.ctx, actor, { rapatId, status: 'dibatalkan' })
    const page = await own.open(documentId)
    await page.ready
    expect(page.access.get()).toBe('read')
    await soon(async () => expect(await own.spare(documentId)).toBeNull())
  })

  it('has a spare that nobody else can take up', async () => {
    const { documentId } = await world.rapat()
    const lease = await browser('kepala.perkim').prepare(documentId, 'satu ')
    const other = await world.signedIn('sekretariat')
    const claim = { documentId, clientId: lease, personId: other.personId, sessionId: newId() }
    expect((await claimLeases(world.sql, [claim])).size).toBe(0)
  })
})
