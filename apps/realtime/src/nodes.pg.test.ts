import { appendFlush, chainHash, openLog, type Ring, ringDocument } from '@mufakat/db'
import { createNotulaDoc } from '@mufakat/doc-model'
import { defined, newId } from '@mufakat/kernel'
import { decodeParts, encodeParts } from '@mufakat/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { bundleRealtime, freePort, spawnRealtime } from './testing/real-process'
import { openClients, openWorld, type, type World, words } from './testing/world'

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

type Clients = Pick<World, 'live'>

/** Types on both nodes in turn, each only when the other's last word has arrived. */
async function relay(documentId: string, one: Clients, other: Clients): Promise<void> {
  const [a, b] = await Promise.all([
    one.live('sekretariat', documentId),
    other.live('kepala.perkim', documentId),
  ])
  await Promise.all([a.ready, b.ready])
  for (let n = 0; n < 10; n++) {
    type(a.doc, `[a${n}]`)
    await soon(() => expect(words(b.doc)).toContain(`[a${n}]`))
    type(b.doc, `[b${n}]`)
    await soon(() => expect(words(a.doc)).toContain(`[b${n}]`))
  }
  await soon(() => expect([a.save.get().kind, b.save.get().kind]).toEqual(['saved', 'saved']))
  expect(words(a.doc)).toBe(words(b.doc))
  await Promise.all([a.close(), b.close()])
}

describe('two nodes that hear each other, and never ask', () => {
  let world: World
  let node: Awaited<ReturnType<World['secondNode']>>
  const rings: Ring[] = []
  let ears: { close(): Promise<void> }
  beforeAll(async () => {
    world = await openWorld({ pollMs: Number.POSITIVE_INFINITY })
    node = await world.secondNode()
    await new Promise<void>(resolve => {
      ears = world.ctx.database.listen({ heard: ring => rings.push(ring), hearing: () => resolve() })
    })
  })
  afterAll(async () => {
    await ears.close()
    await node.close()
    await world.close()
  })

  it('relay both ways', async () => {
    const { documentId } = await world.rapat()
    await relay(documentId, world, node)
    await soon(() =>
      expect(rings.some(({ about, ...ring }) => about === 'grown' && 'seq' in ring && ring.seq > 10)).toBe(
        true,
      ),
    )
  })

  it('are told also by the one who was there first', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    type(a.doc, 'sebelum ')
    await soon(() => expect(a.save.get().kind).toBe('saved'))
    const b = await node.live('kepala.perkim', documentId)
    await b.ready
    expect(words(b.doc)).toBe('sebelum')
    type(a.doc, 'sesudah')
    await soon(() => expect(words(b.doc)).toBe('sebelum sesudah'))
  })

  it('ring for nobody when nobody else has the document open', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    for (let n = 0; n < 5; n++) {
      type(a.doc, `${n}`)
      await soon(() => expect(a.save.get().kind).toBe('saved'))
    }
    // Rings come in the order in which they were rung: when the last is here, so is every one before it.
    await ringDocument(world.sql, documentId)
    await soon(() => expect(rings.at(-1)).toEqual({ about: 'log', documentId }))
    // What is beside the text rings for itself.
    const ofText = rings.filter(
      ring => 'documentId' in ring && ring.documentId === documentId && ring.about !== 'noted',
    )
    expect(ofText).toEqual([expect.objectContaining({ about: 'opened' }), { about: 'log', documentId }])
  })

  it('send everyone to the store again when a document got another history', async () => {
    const { documentId } = await world.rapat()
    const [a, b] = await Promise.all([
      world.live('sekretariat', documentId),
      node.live('kepala.perkim', documentId),
    ])
    await Promise.all([a.ready, b.ready])
    type(a.doc, 'lama')
    await soon(() => expect(words(b.doc)).toBe('lama'))
    await world.sql`update document set lineage = gen_random_uuid() where id = ${documentId}`
    for (const { save } of [a, b])
      await soon(() => expect(save.get()).toEqual({ kind: 'failed', code: 'conflict', unsent: 0 }))
  })

  it('take what a service has written and rung for', async () => {
    const { documentId } = await world.rapat()
    const b = await node.live('kepala.perkim', documentId)
    await b.ready
    const doc = createNotulaDoc()
    const opened = defined(await openLog(world.sql, documentId, null), 'document')
    for (const part of opened.rows.flatMap(row => decodeParts(row.parts))) Y.applyUpdate(doc, part.bytes)
    const before = Y.encodeStateVector(doc)
    type(doc, 'dari luar')
    const bytes = Y.encodeStateAsUpdate(doc, before)
    const parts = encodeParts([{ lease: doc.clientID, frame: 1, base: opened.head.seq, bytes }])
    const hash = chainHash(opened.head.hash, parts)
    await appendFlush(world.sql, newId(), [{ documentId, judged: opened.head, parts, hash }])
    await ringDocument(world.sql, documentId)
    await soon(() => expect(words(b.doc)).toBe('dari luar'))
  })
})

it('nodes that cannot hear each other relay by asking', async () => {
  const world = await openWorld({ bell: false, pollMs: 100 })
  const node = await world.secondNode()
  const { documentId } = await world.rapat()
  await relay(documentId, world, node)
  const [first] = await world.sql`select count(distinct node_id)::int as n from document_node`
  expect(first?.n).toBe(2)
  await node.close()
  await world.close()
})

it('two real processes relay both ways, and leave nothing behind', async () => {
  bundleRealtime()
  const world = await openWorld()
  const ports = [await freePort(), await freePort()] as const
  const processes = await Promise.all(ports.map(port => spawnRealtime(world.databaseUrl, port)))
  const [one, other] = processes.map(({ url }) => openClients(world, url))
  const { documentId } = await world.rapat()
  if (one === undefined || other === undefined) throw new Error('two processes')
  await relay(documentId, one, other)
  await Promise.all([one.close(), other.close()])
  await Promise.all(processes.map(process => process.kill('SIGTERM')))
  expect(await world.sql`select 1 from document_node`).toHaveLength(0)
  await world.close()
})
