import { claimLeases } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import { CLIENT_EVENTS, decodeCarets, encodeParts, type Part } from '@mufakat/protocol'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { judge } from './gate'
import { loadCopy } from './load'
import { openReader } from './reader'
import { arrival as arrive, joined, next, typing } from './testing/raw'
import { seeded } from './testing/typist'
import { connected, openWorld, type World } from './testing/world'

// People who claim to be others: by the lease they write under, by the lease they take up, by their caret.

const FORGED = 100_000
/** Of them through a socket; the others straight to the gate. */
const SENT = 5_000
const BATCH = 500
const SEED = 20261125

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 10 })

const arrival = (login: string, documentId: string) => arrive(world, login, documentId)

it(`${FORGED} edits under leases of others, ended ones, those of another document and none at all (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  const [{ documentId }, elsewhere] = await Promise.all([world.rapat(), world.rapat()])
  const victim = await arrival('bupati', documentId)
  const forger = await arrival('kepala.perkim', documentId)
  const other = await arrival('kepala.perkim', elsewhere.documentId)
  // An earlier opening whose lease was ended by an edit that can never be taken.
  const ended = await arrival('kepala.perkim', documentId)
  const refusal = next(ended.socket, 'refused')
  const garbage = [{ lease: ended.lease, frame: 1, base: 0, bytes: new Uint8Array([9, 9, 9]) }]
  ended.socket.emit('push', { documentId, parts: encodeParts(garbage) })
  expect((await refusal).code).toBe('refused-edit')

  const named = [victim, ended, other].map(({ lease }) => ({
    lease,
    bytes: typing(victim.answer, lease, 'palsu'),
  }))
  const nothing = new Uint8Array([0, 0])
  const forge = (): Part => {
    const known = named[Math.floor(random() * (named.length + 1))]
    const lease = known?.lease ?? 1 + Math.floor(random() * 0xffff_fff0)
    const bytes = known !== undefined && random() < 0.5 ? known.bytes : nothing
    return { lease, frame: 1 + Math.floor(random() * 3), base: Math.floor(random() * 3), bytes }
  }
  const codes = new Map<string, number>()
  const heard: string[] = []
  forger.socket.on('refused', ({ code }) => codes.set(code, (codes.get(code) ?? 0) + 1))
  for (const event of ['logged', 'goodbye'] as const) forger.socket.on(event, () => heard.push(event))
  for (const event of ['tail', 'refused', 'access', 'goodbye'] as const)
    victim.socket.on(event, () => heard.push(event))
  const rows = await world.logRows(documentId)
  const refused = () => [...codes.values()].reduce((sum, count) => sum + count, 0)
  for (let sent = 0; sent < SENT; sent += BATCH) {
    forger.socket.emit('push', { documentId, parts: encodeParts(Array.from({ length: BATCH }, forge)) })
    await soon(() => expect(refused()).toBe(sent + BATCH))
  }
  expect(Object.fromEntries(codes)).toEqual({ 'lease-ended': SENT })
  expect(heard).toEqual([])
  expect(await world.logRows(documentId)).toBe(rows)
  const { copy } = await loadCopy(openReader(world.sql), documentId)
  const state = Y.encodeStateAsUpdate(copy.doc)
  for (let shown = SENT; shown < FORGED; shown++) {
    const part = forge()
    const held = random() < 0.5
    // Under a lease they do hold, with what somebody else's would have made.
    const given = held
      ? { ...part, lease: forger.lease, frame: 1, base: 0, bytes: defined(named[0], 'named').bytes }
      : part
    expect(judge(copy, given, held, undefined)).toMatchObject({
      kind: 'refuse',
      code: held ? 'refused-edit' : 'lease-ended',
    })
  }
  expect(Y.encodeStateAsUpdate(copy.doc)).toEqual(state)
  // The one whose lease was named a thousand times still has it.
  const tail = next(victim.socket, 'tail')
  const own = {
    lease: victim.lease,
    frame: 1,
    base: victim.answer.seq,
    bytes: typing(victim.answer, victim.lease, 'asli'),
  }
  victim.socket.emit('push', { documentId, parts: encodeParts([own]) })
  await tail
  expect(await world.logRows(documentId)).toBe(rows + 1)
})

it(`${FORGED} leases that are somebody else’s, ended, of another document or nobody’s, to be taken up`, async () => {
  const random = seeded(SEED + 1)
  const [{ documentId }, elsewhere] = await Promise.all([world.rapat(), world.rapat()])
  const victim = await arrival('bupati', documentId)
  const other = await arrival('kepala.perkim', elsewhere.documentId)
  const { personId } = await world.signedIn('kepala.perkim')
  const forged = [victim.lease, other.lease]
  for (let asked = 0; asked < FORGED; asked += BATCH) {
    const clientIds = [
      ...forged,
      ...Array.from({ length: BATCH - 2 }, () => 1 + Math.floor(random() * 0xffff_fff0)),
    ]
    const claim = { documentId, personId, sessionId: newId() }
    const claimed = await claimLeases(
      world.sql,
      clientIds.map(clientId => ({ ...claim, clientId })),
    )
    expect(claimed.size).toBe(0)
  }
  const forger = await world.socket('kepala.perkim')
  await connected(forger)
  const answer = await joined(forger, documentId, { lease: victim.lease, adopt: forged })
  expect(answer.leases.map(({ clientId }) => clientId)).toEqual([answer.lease])
  expect(forged).not.toContain(answer.lease)
})

it(`${FORGED} carets that claim to be somebody else’s`, async () => {
  const { documentId } = await world.rapat()
  const victim = await arrival('bupati', documentId)
  const forger = await arrival('kepala.perkim', documentId)
  const witness = await arrival('sekretariat', documentId)
  const { payload } = CLIENT_EVENTS.caret
  const caret = new TextEncoder().encode(
    JSON.stringify({ name: 'Bupati', sessionKey: victim.answer.sessionKey }),
  )
  const claim = { documentId, caret, sessionKey: victim.answer.sessionKey, personId: newId(), name: 'Bupati' }
  for (let claims = 0; claims < FORGED; claims++)
    expect(Object.keys(payload.parse({ ...claim, color: claims }))).toEqual(['documentId', 'caret'])

  const movers = new Set<string>()
  const arrivals: string[] = []
  witness.socket.on('carets', ({ carets }) => {
    for (const { sessionKey } of decodeCarets(carets)) movers.add(sessionKey)
  })
  witness.socket.on('arrived', ({ who }) => arrivals.push(...who.map(({ name }) => name)))
  for (let claims = 0; claims < 60; claims++) forger.socket.emit('caret', claim)
  await soon(() => expect(movers.size).toBeGreaterThan(0))
  await forger.socket.emitWithAck('beat', {})
  expect([...movers]).toEqual([forger.answer.sessionKey])
  expect(arrivals).toEqual([])
})
