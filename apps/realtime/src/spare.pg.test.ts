import { createNotulaDoc, itemText, listItems } from '@mufakat/doc-model'
import { defined } from '@mufakat/kernel'
import { encodeParts, type Joined } from '@mufakat/protocol'
import { setRapatStatus } from '@mufakat/services'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MAX_SPARES, SOCKET_RATES } from './limits'
import { joined, next } from './testing/raw'
import { connected, openWorld, type RawSocket, type World } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

async function arrival(login: string, documentId: string): Promise<{ socket: RawSocket; answer: Joined }> {
  const socket = await world.socket(login)
  await connected(socket)
  return { socket, answer: await joined(socket, documentId) }
}

async function spare(socket: RawSocket, documentId: string): Promise<number> {
  const answer = await socket.emitWithAck('spare', { documentId })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.clientId
}

function typing(answer: Joined, clientId: number): Uint8Array {
  const doc = createNotulaDoc({ clientId })
  if (answer.snapshot !== null) Y.applyUpdateV2(doc, answer.snapshot)
  const before = Y.encodeStateVector(doc)
  itemText(doc, listItems(doc)[0]?.id ?? 'x').insert(0, 'cadangan')
  return Y.encodeStateAsUpdate(doc, before)
}

it('is its person’s own: taken up later as any lease, by nobody else, and judged by the same gate', async () => {
  const { documentId } = await world.rapat()
  const first = await arrival('kepala.perkim', documentId)
  const clientId = await spare(first.socket, documentId)
  const edit = (answer: Joined) =>
    encodeParts([{ lease: clientId, frame: 1, base: answer.seq, bytes: typing(answer, clientId) }])

  // Not taken up yet: nobody holds it, not even the one who asked.
  const early = next(first.socket, 'refused')
  first.socket.emit('push', { documentId, parts: edit(first.answer) })
  expect(await early).toMatchObject({ clientId, code: 'lease-ended' })

  const thief = await arrival('sekretariat', documentId)
  const stolen = await joined(thief.socket, documentId, { lease: clientId, adopt: [clientId] })
  expect(stolen.leases.map(lease => lease.clientId)).not.toContain(clientId)

  const later = await world.socket('kepala.perkim')
  await connected(later)
  const answer = await joined(later, documentId, { lease: clientId })
  expect([answer.lease, answer.leases]).toEqual([clientId, [{ clientId, frame: 0 }]])
  const rows = await world.logRows(documentId)
  const tail = next(later, 'tail')
  later.emit('push', { documentId, parts: edit(answer) })
  await tail
  expect(await world.logRows(documentId)).toBe(rows + 1)
})

it('is for who may write and has the document open', async () => {
  const { documentId, rapatId } = await world.rapat()
  const outside = await world.socket('sekretariat')
  await connected(outside)
  expect(await outside.emitWithAck('spare', { documentId })).toEqual({ ok: false, code: 'not-found' })
  const { socket } = await arrival('sekretariat', documentId)
  await spare(socket, documentId)
  const told = next(socket, 'access')
  const { personId } = await world.signedIn('sekretariat')
  const actor = { personId, role: 'sekretariat', opdId: null } as const
  await setRapatStatus(world.ctx, actor, { rapatId, status: 'dibatalkan' })
  expect((await told).access).toBe('read')
  expect(await socket.emitWithAck('spare', { documentId })).toEqual({ ok: false, code: 'document-closed' })
})

it('does not pile up, however often somebody asks, and is not for asking often', async () => {
  const { documentId } = await world.rapat()
  const { personId } = await world.signedIn('sekretariat')
  const unused = async () => {
    const rows = await world.sql<{ id: string }[]>`
      select client_id as id from document_lease
      where document_id = ${documentId} and person_id = ${personId} and epoch = 0 order by created_at`
    return rows.map(row => Number(row.id))
  }
  const given: number[] = []
  for (let device = 0; device < 3; device++) {
    const { socket } = await arrival('sekretariat', documentId)
    for (let asked = 0; asked < SOCKET_RATES.spare[1]; asked++) given.push(await spare(socket, documentId))
    expect(await socket.emitWithAck('spare', { documentId })).toEqual({ ok: false, code: 'rate-limited' })
  }
  expect(new Set(given).size).toBe(given.length)
  expect(await unused()).toEqual(given.slice(-MAX_SPARES))

  // What was taken up is a lease as any other, and never goes.
  const taken = defined(given.at(-1), 'given')
  const { socket } = await arrival('sekretariat', documentId)
  expect((await joined(socket, documentId, { lease: taken })).lease).toBe(taken)
  await spare(socket, documentId)
  expect(await unused()).toHaveLength(MAX_SPARES)
  expect((await joined(socket, documentId, { lease: taken })).lease).toBe(taken)
})
