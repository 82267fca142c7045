import { MemoryJournal } from '@mufakat/live'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWorld, type, type World, words } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 10 })

describe('two people writing', () => {
  it('converge, and what one sees of the other is in the log', async () => {
    const { documentId } = await world.rapat()
    const [a, b] = await Promise.all([
      world.live('sekretariat', documentId),
      world.live('kepala.perkim', documentId),
    ])
    await Promise.all([a.ready, b.ready])
    expect(a.access.get()).toBe('write')
    const before = await world.logRows(documentId)
    type(a.doc, 'aku ')
    expect(a.save.get().kind).toBe('saving')
    await soon(() => expect(words(b.doc)).toBe('aku'))
    expect(await world.logRows(documentId)).toBeGreaterThan(before)
    type(b.doc, 'kamu ')
    type(a.doc, 'kita ')
    await soon(() => {
      expect(words(a.doc)).toBe(words(b.doc))
      expect(words(a.doc)).toMatch(/aku/)
      expect(words(a.doc)).toMatch(/kamu/)
      expect(words(a.doc)).toMatch(/kita/)
      expect(a.save.get().kind).toBe('saved')
      expect(b.save.get().kind).toBe('saved')
    })
  })

  it('see each other, with the identity the server knows, and each other’s carets', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    const b = await world.live('kepala.perkim', documentId)
    await Promise.all([a.ready, b.ready])
    await soon(() => expect(a.presence.get()).toHaveLength(2))
    const seen = a.presence.get().find(present => present.sessionKey === b.sessionKey.get())
    expect(seen).toMatchObject({ opd: 'Perkim', caret: null })
    expect(seen?.name).toContain('Perkim')
    expect(new Set(a.presence.get().map(present => present.color)).size).toBe(2)
    b.setCaret({ text: 'item:x', anchor: 1 })
    await soon(() =>
      expect(a.presence.get().find(present => present.sessionKey === b.sessionKey.get())?.caret).toEqual({
        text: 'item:x',
        anchor: 1,
      }),
    )
    await b.close()
    await soon(() => expect(a.presence.get()).toHaveLength(1))
  })

  it('read what was written before they came, from snapshot or rows', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    for (let n = 0; n < 120; n++) {
      type(a.doc, `${n} `)
      await soon(() => expect(a.save.get().kind).toBe('saved'))
    }
    await world.restart(async () => undefined)
    const [snapshot] = await world.sql`select seq from document_snapshot where document_id = ${documentId}`
    expect(Number(snapshot?.seq)).toBeGreaterThan(100)
    const b = await world.live('kepala.perkim', documentId)
    await b.ready
    expect(words(b.doc)).toBe(Array.from({ length: 120 }, (_, n) => n).join(' '))
    // Leases and frames survive in the snapshot: the first goes on writing under its own.
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    type(a.doc, 'lagi')
    await soon(() => expect(words(b.doc)).toMatch(/119 lagi$/))
  })
})

describe('a line that comes and goes', () => {
  it('sends what was typed while it was away, once', async () => {
    const { documentId } = await world.rapat()
    const [a, b] = await Promise.all([
      world.live('sekretariat', documentId),
      world.live('kepala.perkim', documentId),
    ])
    await Promise.all([a.ready, b.ready])
    await world.restart(async () => {
      await soon(() => expect(a.save.get()).toEqual({ kind: 'offline', unsent: 0, keptIn: 'device' }))
      type(a.doc, 'dari jauh ')
      await soon(() => expect(a.save.get()).toEqual({ kind: 'offline', unsent: 1, keptIn: 'device' }))
      type(b.doc, 'juga ')
    })
    await soon(() => {
      for (const { doc, save } of [a, b]) {
        expect(save.get().kind).toBe('saved')
        expect(words(doc).split('dari jauh')).toHaveLength(2)
        expect(words(doc).split('juga')).toHaveLength(2)
      }
    })
  })

  it('keeps unsent text over a reload and sends it under its old lease', async () => {
    const { documentId } = await world.rapat()
    const journal = new MemoryJournal()
    const a = await world.live('sekretariat', documentId, journal)
    await a.ready
    await world.restart(async () => {
      await soon(() => expect(a.save.get().kind).toBe('offline'))
      type(a.doc, 'jangan hilang ')
      await a.close()
    })
    const again = await world.live('sekretariat', documentId, journal)
    await again.ready
    expect(words(again.doc)).toBe('jangan hilang')
    expect(again.doc.clientID).not.toBe(a.doc.clientID)
    await soon(() => expect(again.save.get().kind).toBe('saved'))
    const other = await world.live('kepala.perkim', documentId)
    await other.ready
    expect(words(other.doc)).toBe('jangan hilang')
    await again.close()
    const [key] = [{ personId: (await world.signedIn('sekretariat')).personId, documentId }]
    expect(await journal.read(key)).toEqual([])
  })

  it('sets its copy aside when the log is not the one it grew from', async () => {
    const { documentId } = await world.rapat()
    const journal = new MemoryJournal()
    const a = await world.live('sekretariat', documentId, journal)
    await a.ready
    await world.restart(async () => {
      await soon(() => expect(a.save.get().kind).toBe('offline'))
      type(a.doc, 'cabang lama')
      await world.sql`update document set lineage = gen_random_uuid() where id = ${documentId}`
    })
    await soon(() => expect(a.save.get()).toEqual({ kind: 'failed', code: 'conflict', unsent: 1 }))
    const again = await world.live('sekretariat', documentId, journal)
    await again.ready
    expect(words(again.doc)).toBe('')
  })
})

describe('two nodes on one database', () => {
  it('serve one document: whoever is behind catches up and judges again', async () => {
    const { documentId } = await world.rapat()
    const node = await world.secondNode()
    const [a, b] = await Promise.all([
      world.live('sekretariat', documentId),
      node.live('kepala.perkim', documentId),
    ])
    await Promise.all([a.ready, b.ready])
    for (let n = 0; n < 5; n++) {
      type(a.doc, `[a${n}]`)
      type(b.doc, `[b${n}]`)
      await soon(() => expect([a.save.get().kind, b.save.get().kind]).toEqual(['saved', 'saved']))
    }
    await soon(() => {
      expect(words(a.doc)).toBe(words(b.doc))
      expect(words(a.doc).match(/\[[ab]\d\]/g)).toHaveLength(10)
    })
    await node.close()
  })
})

describe('facts', () => {
  it('follow the document after it settles', async () => {
    const { documentId, rapatId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    type(a.doc, 'menjadi baris')
    await soon(async () => {
      const [row] =
        await world.sql`select content::text as content from notula_content where rapat_id = ${rapatId}`
      expect(row?.content).toContain('menjadi baris')
    })
  })
})
