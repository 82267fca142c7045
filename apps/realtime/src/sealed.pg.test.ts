// Who had the notula open, or opens it afterwards, changes nothing of what was ratified, whatever they send.
import { defined, newId } from '@mufakat/kernel'
import { CLIENT_EVENTS, type ClientEvent, encodeParts } from '@mufakat/protocol'
import { approveNotula, notulaReview, submitNotula } from '@mufakat/services'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { arrival, FRESH, next, typing } from './testing/raw'
import { openWorld, type, type World, words } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

/** The demo's last rakor, which was held and minuted. */
async function heldRapat(): Promise<{ rapatId: string; documentId: string }> {
  const [row] = await world.sql<{ id: string; document_id: string }[]>`
    select id, document_id from rapat where status = 'selesai' and notula_state = 'draf'`
  const { id: rapatId, document_id: documentId } = defined(row, 'the last rakor')
  return { rapatId, documentId }
}

async function ratify(rapatId: string): Promise<void> {
  const ctx = { ...world.ctx, baseUrl: 'http://mufakat.test' }
  const notulis = {
    personId: (await world.signedIn('sekretariat')).personId,
    role: 'sekretariat',
    opdId: null,
  } as const
  const chair = { personId: (await world.signedIn('wabup')).personId, role: 'pimpinan', opdId: null } as const
  await submitNotula(ctx, notulis, { rapatId })
  for (const actor of [notulis, chair]) {
    const { approving } = await notulaReview(ctx, actor, rapatId)
    const { headSeq, contentHash, partsHash } = defined(approving, 'something to approve')
    await approveNotula(ctx, actor, { rapatId, headSeq, contentHash, partsHash })
  }
}

/** Everything stored of the document that a socket could have a part in. */
async function stored(documentId: string): Promise<unknown> {
  const [row] = await world.sql`
    select d.head_seq, encode(d.head_hash, 'hex') as head, d.state, d.lineage,
      (select count(*)::int from document_log l where l.document_id = d.id) as rows,
      (select encode(s.hash, 'hex') from sealed_record s join rapat r on r.id = s.rapat_id
        where r.document_id = d.id) as sealed,
      (select encode(c.hash, 'hex') from notula_content c join rapat r on r.id = c.rapat_id
        where r.document_id = d.id) as content
    from document d where d.id = ${documentId}`
  return row
}

it('takes nothing from who was typing, by any event', async () => {
  const { rapatId, documentId } = await heldRapat()
  const typist = await world.live('kepala.perkim', documentId)
  await typist.ready
  const raw = await arrival(world, 'sekretariat', documentId)
  const late = typing(raw.answer, raw.lease, 'terlambat')
  const closed = next(raw.socket, 'access')
  await ratify(rapatId)
  expect(await closed).toMatchObject({ access: 'read', code: 'document-closed' })
  const before = await stored(documentId)

  // Their editor is told, and what they type yet stays theirs.
  await vi.waitFor(() => expect(typist.access.get()).toBe('read'), { timeout: 20_000 })
  type(typist.doc, 'ketikan yang terlambat')
  expect(words(typist.doc)).toContain('ketikan yang terlambat')

  const parts = encodeParts([{ lease: raw.lease, frame: 1, base: raw.answer.seq, bytes: late }])
  const act: Record<ClientEvent, () => Promise<unknown>> = {
    push: async () => {
      const refused = next(raw.socket, 'refused')
      raw.socket.emit('push', { documentId, parts })
      return (await refused).code
    },
    caret: async () => {
      raw.socket.emit('caret', { documentId, caret: new Uint8Array([1, 2, 3]) })
      return (await raw.socket.emitWithAck('beat', {})).ok
    },
    spare: async () => raw.socket.emitWithAck('spare', { documentId }),
    join: async () => {
      const fresh = await raw.socket.emitWithAck('join', { documentId, ...FRESH })
      const again = await raw.socket.emitWithAck('join', {
        documentId,
        ...FRESH,
        lease: raw.lease,
        adopt: [raw.lease],
      })
      return [fresh, again].map(answer =>
        answer.ok ? [answer.value.access, answer.value.code, answer.value.lease] : answer.code,
      )
    },
    board: async () => (await raw.socket.emitWithAck('board', { since: 0 })).ok,
    // Status and place of its cards go on: they are no part of what is sealed.
    move: async () => {
      const [card] = await world.sql<
        { id: string }[]
      >`select id from card where rapat_id = ${rapatId} limit 1`
      const move = {
        commandId: newId(),
        cardId: defined(card, 'a card').id,
        status: 'berjalan',
        place: { end: 'last' },
      }
      return (await raw.socket.emitWithAck('move', move as never)).ok
    },
    unboard: async () => {
      raw.socket.emit('unboard', {})
      return (await raw.socket.emitWithAck('beat', {})).ok
    },
    hold: async () => {
      raw.socket.emit('hold', { card: { id: newId(), act: 'open' } })
      return (await raw.socket.emitWithAck('beat', {})).ok
    },
    beat: async () => (await raw.socket.emitWithAck('beat', {})).ok,
    leave: async () => {
      raw.socket.emit('leave', { documentId })
      return (await raw.socket.emitWithAck('beat', {})).ok
    },
  }
  expect(Object.keys(act).sort()).toEqual(Object.keys(CLIENT_EVENTS).sort())
  const told: Partial<Record<ClientEvent, unknown>> = {}
  for (const event of Object.keys(act) as ClientEvent[]) told[event] = await act[event]()
  expect(told).toEqual({
    push: 'document-closed',
    caret: true,
    spare: { ok: false, code: 'document-closed' },
    join: [
      ['read', 'document-closed', null],
      ['read', 'document-closed', null],
    ],
    board: true,
    move: true,
    unboard: true,
    hold: true,
    beat: true,
    leave: true,
  })
  expect(await stored(documentId)).toEqual(before)
})
