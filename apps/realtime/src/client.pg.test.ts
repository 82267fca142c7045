// The live client over real sockets, on lines and in sessions as people have them.
import { documentVersion, NOTULA_VERSION } from '@mufakat/doc-model'
import { MemoryJournal } from '@mufakat/live'
import { signIn, signOutEverywhere } from '@mufakat/services'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBadLine } from './testing/bad-line'
import { appendVersion } from './testing/newer-version'
import { openThinProxy, openUpgradeless } from './testing/proxy'
import { arrival, joined, typing } from './testing/raw'
import { jump } from './testing/shifted-clock.mjs'
import { connected, ORIGIN, openClients, openWorld, type, type World, words } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>, timeout = 20_000) =>
  vi.waitFor(check, { timeout, interval: 10 })
const HOUR_MS = 3_600_000
const port = () => Number(new URL(world.url).port)

describe('a thin line', () => {
  it('carries a quick typist: what waits goes out as few large parts', async () => {
    const { documentId } = await world.rapat()
    const proxy = await openThinProxy(port(), 2_500)
    const clients = openClients(world, proxy.url)
    const a = await clients.live('sekretariat', documentId)
    await soon(() => expect(a.access.get()).toBe('write'))
    const before = proxy.sent()
    const sentence = Array.from({ length: 60 }, (_, n) => `kata${n} `).join('')
    for (const letter of sentence) {
      type(a.doc, letter)
      await new Promise(resolve => setTimeout(resolve, 4))
    }
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    const b = await world.live('kepala.perkim', documentId)
    await b.ready
    expect(words(b.doc)).toBe(sentence.trim())
    // A push costs about 150 bytes beside what was typed; one for each of the bursts would be many times this.
    expect(proxy.sent() - before).toBeLessThan(sentence.length * 30)
    await clients.close()
    await proxy.close()
  })
})

describe('a large document on a thin line', () => {
  it('is waited for longer when it has not come in time', async () => {
    const { documentId } = await world.rapat()
    const author = await world.live('kepala.perkim', documentId)
    await author.ready
    type(author.doc, '.'.repeat(30_000))
    await soon(() => expect(author.save.get().kind).toBe('saved'))
    const proxy = await openThinProxy(port(), 25_000)
    const clients = openClients(world, proxy.url)
    const way = { ackTimeout: 300 }
    const a = await clients.live('sekretariat', documentId, new MemoryJournal(), way)
    await a.ready
    expect(words(a.doc)).toHaveLength(30_000)
    await clients.close()
    await proxy.close()
  })
})

describe('a way without websockets', () => {
  it.each(['refuse', 'swallow'] as const)('works by long polling when upgrades are: %s', async answer => {
    const { documentId } = await world.rapat()
    const proxy = await openUpgradeless(port(), answer)
    const clients = openClients(world, proxy.url)
    const way = { transports: ['websocket', 'polling'], timeout: 300 }
    const a = await clients.live('sekretariat', documentId, new MemoryJournal(), way)
    await a.ready
    expect(proxy.upgrades()).toBeGreaterThan(0)
    const b = await world.live('kepala.perkim', documentId)
    await b.ready
    type(a.doc, 'lewat jalan lain ')
    type(b.doc, 'dan kembali')
    await soon(() => {
      expect(a.save.get().kind).toBe('saved')
      expect(words(a.doc)).toBe(words(b.doc))
      expect(words(a.doc)).toContain('lewat jalan lain')
      expect(words(a.doc)).toContain('dan kembali')
    })
    await clients.close()
    await proxy.close()
  })
})

describe('a line that loses what is said first', () => {
  it('is left for another: the server has let in whoever does not know of it', async () => {
    const { documentId } = await world.rapat()
    let frames = 0
    // The engine's greeting, the client's who-I-am, and the server's answer.
    const line = await openBadLine(port(), () => (++frames === 3 ? 'drop' : 'pass'))
    const clients = openClients(world, line.url)
    const a = await clients.live('sekretariat', documentId)
    await a.ready
    expect(frames).toBeGreaterThan(3)
    await clients.close()
    await line.close()
  })
})

describe('a machine that has slept', () => {
  it('comes back once: nothing of the old line is said on the new one before coming in', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    const witness = await world.socket('kepala.perkim')
    await connected(witness)
    await joined(witness, documentId)
    let arrivals = 0
    witness.on('arrived', () => arrivals++)
    // Socket.IO goes by the wall clock to see that it has not heard of the server for long.
    jump(HOUR_MS)
    type(a.doc, 'setelah tidur')
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    jump(-HOUR_MS)
    await witness.emitWithAck('beat', {})
    expect(arrivals).toBe(1)
  })
})

describe('a session that ends', () => {
  it('freezes the document with its text, and goes on under the same lease after signing in', async () => {
    const { documentId } = await world.rapat()
    const { personId, cookie } = await world.signedIn('wabup')
    // A browser sends whatever cookie it has by now.
    const extraHeaders = { origin: ORIGIN, cookie }
    const a = await world.live('wabup', documentId, new MemoryJournal(), { extraHeaders })
    await a.ready
    type(a.doc, 'sebelum ')
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    const lease = a.doc.clientID
    await signOutEverywhere(world.ctx, { personId, role: 'pimpinan', opdId: null })
    await soon(() => expect(a.save.get().kind).toBe('signed-out'))
    type(a.doc, 'sesudah')
    await soon(() =>
      expect(a.save.get()).toEqual({ kind: 'signed-out', unsent: 1, keptIn: 'device', asOther: false }),
    )

    // Somebody else in the same browser: nothing goes out in their name.
    extraHeaders.cookie = (await world.signedIn('sekretariat')).cookie
    a.resume()
    await soon(() => expect(a.save.get()).toMatchObject({ kind: 'signed-out', unsent: 1, asOther: true }))
    const b = await world.live('kepala.perkim', documentId)
    await b.ready
    expect(words(b.doc)).toBe('sebelum')

    const { token } = await signIn(world.ctx, {
      login: 'wabup@demo.local',
      password: 'mufakat-demo',
      address: '127.0.0.1',
      userAgent: 'test',
    })
    extraHeaders.cookie = `mufakat_sesi=${token}`
    a.resume()
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    expect(a.doc.clientID).toBe(lease)
    await soon(() => expect(words(b.doc)).toBe('sebelum sesudah'))
  })
})

describe('what an earlier page left with a gap in it', () => {
  it('is set aside whole: it would be refused for ever', async () => {
    const { documentId } = await world.rapat()
    const { personId } = await world.signedIn('kepala.perkim')
    const { socket, answer, lease } = await arrival(world, 'kepala.perkim', documentId)
    const bytes = typing(answer, lease, 'hilang')
    socket.disconnect()
    const journal = new MemoryJournal()
    const entry = { lease, base: answer.seq, bytes, lineage: answer.lineage }
    // A full disk kept neither the first nor the third.
    for (const frame of [2, 4]) await journal.append({ personId, documentId }, { ...entry, frame })
    const page = await world.live('kepala.perkim', documentId, journal)
    await soon(async () =>
      expect((await page.shelf.list.get()).map(kept => kept.aside?.code)).toEqual(['conflict']),
    )
    type(page.doc, 'terus menulis')
    await soon(() => expect(page.save.get().kind).toBe('saved'))
    const reader = await world.live('sekretariat', documentId)
    await reader.ready
    expect(words(reader.doc)).toBe('terus menulis')
  })
})

describe('an older client', () => {
  it('that the server no longer understands keeps its text and says so', async () => {
    const { documentId } = await world.rapat()
    const old = { auth: { version: 0 } }
    const a = await world.live('sekretariat', documentId, new MemoryJournal(), old)
    await expect(a.ready).rejects.toMatchObject({ code: 'old-client' })
    expect(a.save.get()).toEqual({ kind: 'failed', code: 'old-client', unsent: 0 })
  })

  it('reads a document of a newer version, and writes nothing into it', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    expect(documentVersion(a.doc)).toBe(NOTULA_VERSION)
    const rows = await world.logRows(documentId)
    await appendVersion(world.sql, documentId, NOTULA_VERSION + 1)
    await soon(() => expect(a.access.get()).toBe('read'))
    expect(a.save.get()).toEqual({ kind: 'read-only', code: 'old-client' })
    // Whatever still comes from this page is kept and stays here.
    type(a.doc, 'terlambat')
    await soon(() => expect(a.save.get()).toEqual({ kind: 'failed', code: 'old-client', unsent: 1 }))
    expect(await world.logRows(documentId)).toBe(rows + 1)
  })
})
