// A stored snapshot whose bytes have changed: the document is read from the log, or not at all.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openWorld, SILENT, type, type World, words } from './testing/world'

const errors: string[] = []
let world: World
beforeAll(async () => {
  world = await openWorld({ log: { ...SILENT, error: (_fields, message) => void errors.push(message) } })
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })
const snapshotOf = async (documentId: string) =>
  (
    await world.sql<{ seq: number; hash: Buffer | null }[]>`
      select seq::int4, content_hash as hash from document_snapshot where document_id = ${documentId}`
  )[0]
const damage = (documentId: string) => world.sql`
  update document_snapshot set state = set_byte(state, length(state) / 2, get_byte(state, length(state) / 2) # 1)
  where document_id = ${documentId}`

/** A document with a snapshot, which the engine makes each hundred rows. */
async function longDocument(): Promise<{ documentId: string; text: string }> {
  const { documentId } = await world.rapat()
  const a = await world.live('sekretariat', documentId)
  await a.ready
  for (let n = 0; n < 101; n++) {
    type(a.doc, `${n} `)
    await soon(() => expect(a.save.get().kind).toBe('saved'))
  }
  await soon(async () => expect((await snapshotOf(documentId))?.hash).toHaveLength(32))
  const text = words(a.doc)
  await world.closeOne(a)
  return { documentId, text }
}

it('is noticed by whoever opens the document, read past, told and replaced', async () => {
  const { documentId, text } = await longDocument()
  const whole = await snapshotOf(documentId)
  await world.restart(async () => {
    await damage(documentId)
  })
  errors.length = 0
  const b = await world.live('kepala.perkim', documentId)
  await b.ready
  expect(words(b.doc)).toBe(text)
  expect(errors).toContain('snapshot damaged, read from the log')
  const metrics = await (await fetch(`${world.url}/metrics`)).text()
  expect(metrics).toMatch(/^mufakat_damaged_snapshots_total [1-9]/m)
  await soon(async () => expect((await snapshotOf(documentId))?.seq).toBe(whole?.seq))
  errors.length = 0
  const c = await world.live('sekretariat', documentId)
  await c.ready
  expect([words(c.doc), errors]).toEqual([text, []])
})

it('is no base for the gate', async () => {
  const { documentId, text } = await longDocument()
  const a = await world.live('sekretariat', documentId)
  await a.ready
  // Who comes back by position reads no snapshot; the gate does.
  await world.restart(async () => {
    await damage(documentId)
  })
  errors.length = 0
  type(a.doc, 'lanjut')
  await soon(() => expect(a.save.get().kind).toBe('saved'))
  expect(errors).toEqual(['snapshot damaged, read from the log'])
  const b = await world.live('kepala.perkim', documentId)
  await b.ready
  expect(words(b.doc)).toBe(`${text} lanjut`)
})

it('without its log is an error that is shown, and nothing is written', async () => {
  const { documentId } = await longDocument()
  await world.restart(async () => {
    await damage(documentId)
    await world.sql`delete from document_log where document_id = ${documentId} and seq < 50`
  })
  const rows = await world.logRows(documentId)
  const b = await world.live('kepala.perkim', documentId)
  await expect(b.ready).rejects.toMatchObject({ code: 'unexpected' })
  expect(b.save.get()).toMatchObject({ kind: 'failed', code: 'unexpected' })
  expect(await world.logRows(documentId)).toBe(rows)
})
