import { setDocumentState } from '@mufakat/db'
import { createNotulaDoc } from '@mufakat/doc-model'
import { defined, newId } from '@mufakat/kernel'
import {
  type Answer,
  CLIENT_EVENTS,
  type ClientEvent,
  decodeCarets,
  decodeParts,
  decodeRows,
  encodeParts,
  type Joined,
  type Part,
  PROTOCOL_VERSION,
} from '@mufakat/protocol'
import { setRapatStatus } from '@mufakat/services'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { FRESH, joined, next } from './testing/raw'
import { connected, ORIGIN, openWorld, type RawSocket, type, type World, words } from './testing/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
})

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 10 })

/** What the log holds, as a document of one's own that writes under the lease. */
function copyOf(answer: Joined): Y.Doc {
  const doc = createNotulaDoc()
  if (answer.snapshot !== null) Y.applyUpdateV2(doc, answer.snapshot)
  for (const row of decodeRows(answer.rows))
    for (const part of decodeParts(row.parts)) Y.applyUpdate(doc, part.bytes)
  if (answer.lease !== null) doc.clientID = answer.lease
  return doc
}

function edit(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  doc.on('update', collect)
  change()
  doc.off('update', collect)
  return Y.mergeUpdates(updates)
}

/** A person in a document with a raw socket, ready to misbehave. */
async function intruder(login = 'kepala.perkim', into?: { documentId: string; rapatId: string }) {
  const { documentId, rapatId } = into ?? (await world.rapat())
  const socket = await world.socket(login)
  await connected(socket)
  const answer = await joined(socket, documentId)
  const lease = defined(answer.lease, 'lease')
  const doc = copyOf(answer)
  const push = (...parts: Partial<Part>[]) => {
    const whole = parts.map(part => ({
      lease,
      frame: 1,
      base: answer.seq,
      bytes: new Uint8Array([0, 0]),
      ...part,
    }))
    socket.emit('push', { documentId, parts: encodeParts(whole) })
  }
  return { documentId, rapatId, socket, answer, lease, doc, push }
}

describe('the way in', () => {
  it.each([
    ['a page of another site', { extraHeaders: { origin: 'https://jahat.example' } }, null],
    ['an old client', { auth: { version: PROTOCOL_VERSION - 1 } }, 'old-client'],
    ['nonsense for a version', { auth: { version: 'x' } }, 'invalid-input'],
  ])('is closed to %s', async (_who, options, code) => {
    const socket = await world.socket('sekretariat', options)
    const error: Error & { data?: { code: string } } = await connected(socket).then(
      () => new Error('connected'),
      reason => reason,
    )
    expect(error.message).not.toBe('connected')
    expect(error.data?.code ?? null).toBe(code)
  })

  it('is closed without a session, also with polling from another site', async () => {
    const socket = await world.socket(null)
    await expect(connected(socket)).rejects.toMatchObject({ data: { code: 'not-signed-in' } })
    const polling = await fetch(`${world.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: 'https://jahat.example' },
    })
    expect(polling.status).toBe(403)
    expect(await polling.text()).toContain('foreign-origin')
    const own = await fetch(`${world.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: ORIGIN },
    })
    expect(own.status).toBe(200)
  })

  it('says it is well, and that it can commit', async () => {
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${world.url}/readyz`)).status).toBe(200)
    expect((await fetch(`${world.url}/nothing`)).status).toBe(404)
  })
})

describe('an edit', () => {
  it('is acknowledged when sent again, and stands once', async () => {
    const { documentId, socket, doc, push } = await intruder()
    const bytes = edit(doc, () => type(doc, 'sekali'))
    const tail = next(socket, 'tail')
    push({ bytes })
    expect(decodeRows((await tail).rows)).toHaveLength(1)
    const rows = await world.logRows(documentId)
    const again = next(socket, 'logged')
    push({ bytes })
    expect(await again).toMatchObject({ frame: 1 })
    expect(await world.logRows(documentId)).toBe(rows)
  })

  it('that does not follow the last one is refused until the hole is filled', async () => {
    const { socket, doc, push } = await intruder()
    const first = edit(doc, () => type(doc, 'satu '))
    const second = edit(doc, () => type(doc, 'dua '))
    const refused = next(socket, 'refused')
    push({ frame: 2, bytes: second })
    expect(await refused).toMatchObject({ frame: 2, code: 'conflict' })
    const tail = next(socket, 'tail')
    push({ frame: 1, bytes: first }, { frame: 2, bytes: second })
    const [row] = decodeRows((await tail).rows)
    expect(decodeParts(defined(row, 'row').parts).map(part => part.frame)).toEqual([1, 2])
  })

  const hostile: [string, (doc: Y.Doc, lease: number) => Partial<Part>, string][] = [
    ['garbage', () => ({ bytes: new Uint8Array([9, 9, 9, 9, 9]) }), 'refused-edit'],
    ['nothing at all', () => ({ bytes: new Uint8Array() }), 'refused-edit'],
    [
      'another one’s clientID',
      doc => {
        const other = createNotulaDoc()
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
        other.clientID = 4711
        return { bytes: edit(other, () => type(other, 'palsu')) }
      },
      'refused-edit',
    ],
    [
      'a gap in its clocks',
      doc => {
        edit(doc, () => type(doc, 'hilang'))
        return { bytes: edit(doc, () => type(doc, 'lubang')) }
      },
      'refused-edit',
    ],
    [
      'deletions of what does not exist',
      (_doc, lease) => {
        const other = createNotulaDoc()
        other.clientID = lease
        edit(other, () => other.getText('item:x').insert(0, 'abc'))
        return { bytes: edit(other, () => other.getText('item:x').delete(0, 3)) }
      },
      'refused-edit',
    ],
    ['someone else’s lease', () => ({ lease: 12_345 }), 'lease-ended'],
    ['a base that is not there yet', () => ({ base: 1_000_000 }), 'conflict'],
  ]
  it.each(hostile)('with %s is refused, others and the log unharmed', async (_what, make, code) => {
    const { documentId, socket, doc, lease, push } = await intruder()
    const witness = await world.live('sekretariat', documentId)
    await witness.ready
    const rows = await world.logRows(documentId)
    const refused = next(socket, 'refused')
    push(make(doc, lease))
    expect((await refused).code).toBe(code)
    expect(await world.logRows(documentId)).toBe(rows)
    type(witness.doc, 'tenang')
    await soon(() => expect(witness.save.get().kind).toBe('saved'))
    const after = await world.live('sekretariat', documentId)
    await after.ready
    expect(words(after.doc)).toBe('tenang')
    await Promise.all([witness.close(), after.close()])
  })

  it('refused for good ends its lease', async () => {
    const { documentId, socket, doc, lease, push } = await intruder()
    const refused = next(socket, 'refused')
    push({ bytes: new Uint8Array([9, 9, 9]) })
    expect((await refused).code).toBe('refused-edit')
    const again = next(socket, 'refused')
    push({ bytes: edit(doc, () => type(doc, 'masih')) })
    expect((await again).code).toBe('lease-ended')
    await soon(async () => {
      const answer = await joined(socket, documentId, { lease })
      expect(answer.lease).not.toBe(lease)
    })
  })

  it('into a closed document is refused, and kept by its author', async () => {
    const { documentId } = await world.rapat()
    const a = await world.live('sekretariat', documentId)
    await a.ready
    await setDocumentState(world.ctx.database.db, documentId, 'closed')
    const rows = await world.logRows(documentId)
    type(a.doc, 'terlambat')
    await soon(() => expect(a.save.get()).toEqual({ kind: 'failed', code: 'document-closed', unsent: 1 }))
    expect(await world.logRows(documentId)).toBe(rows)
    const late = await world.live('kepala.perkim', documentId)
    await late.ready
    expect([late.access.get(), late.save.get()]).toEqual([
      'read',
      { kind: 'read-only', code: 'document-closed' },
    ])
  })

  it('of someone whose right was taken away is refused at once', async () => {
    const { documentId, rapatId, socket, doc, push } = await intruder()
    const { personId } = await world.signedIn('sekretariat')
    await setRapatStatus(
      world.ctx,
      { personId, role: 'sekretariat', opdId: null },
      { rapatId, status: 'dibatalkan' },
    )
    const access = next(socket, 'access')
    let frame = 0
    let code = 'committed'
    // What the server was told a moment ago it need not ask again; nothing gets in after that.
    const startedAt = performance.now()
    while (code === 'committed' && performance.now() - startedAt < 5_000) {
      frame += 1
      const outcome = Promise.race([
        next(socket, 'refused').then(refused => refused.code),
        next(socket, 'tail').then(() => 'committed'),
      ])
      push({ frame, bytes: edit(doc, () => type(doc, 'x')) })
      code = await outcome
    }
    expect(code).toBe('document-closed')
    expect(performance.now() - startedAt).toBeLessThan(1_500)
    const rows = await world.logRows(documentId)
    const refused = next(socket, 'refused')
    push({ frame, bytes: edit(doc, () => type(doc, 'x')) })
    await refused
    expect(await world.logRows(documentId)).toBe(rows)
    expect((await access).access).toBe('read')
  })
})

describe('what is no message of ours', () => {
  it.each([
    [
      'an unknown event',
      (socket: RawSocket) => socket.emit(...(['hapus'] as unknown as ['leave', { documentId: string }])),
      'invalid-input',
    ],
    [
      'a payload of the wrong shape',
      (socket: RawSocket) => socket.emit('push', { documentId: 'x' } as never),
      'invalid-input',
    ],
    [
      'no payload',
      (socket: RawSocket) => socket.emit(...(['caret'] as unknown as ['leave', { documentId: string }])),
      'invalid-input',
    ],
    [
      'parts that do not decode',
      (socket: RawSocket, documentId: string) =>
        socket.emit('push', { documentId, parts: new Uint8Array([255, 255]) }),
      'invalid-input',
    ],
    [
      'an oversized push',
      (socket: RawSocket, documentId: string) =>
        socket.emit('push', { documentId, parts: new Uint8Array(1_500_000) }),
      'too-large',
    ],
    [
      'an oversized caret',
      (socket: RawSocket, documentId: string) =>
        socket.emit('caret', { documentId, caret: new Uint8Array(5_000) }),
      'too-large',
    ],
  ])('%s ends the connection with a reason; the others notice nothing', async (_what, send, code) => {
    const { documentId, rapatId, socket } = await intruder()
    const { socket: other, doc, push } = await intruder('sekretariat', { documentId, rapatId })
    const heard: string[] = []
    for (const event of ['refused', 'goodbye', 'access', 'tail', 'disconnect'] as const) {
      other.on(event, () => heard.push(event))
    }
    const rows = await world.logRows(documentId)
    const goodbye = next(socket, 'goodbye')
    send(socket, documentId)
    expect(await goodbye).toEqual({ code })
    await soon(() => expect(socket.connected).toBe(false))
    expect(await world.logRows(documentId)).toBe(rows)
    expect((await fetch(`${world.url}/readyz`)).status).toBe(200)
    expect(heard).toEqual([])

    // And goes on writing.
    const tail = next(other, 'tail')
    push({ bytes: edit(doc, () => type(doc, 'lanjut')) })
    expect(decodeRows((await tail).rows)).toHaveLength(1)
    expect(await world.logRows(documentId)).toBe(rows + 1)
  })

  it('a message larger than the socket takes ends the connection', async () => {
    const { documentId, socket } = await intruder()
    socket.emit('push', { documentId, parts: new Uint8Array(4_000_000) })
    await soon(() => expect(socket.connected).toBe(false))
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200)
  })
})

/** Who may do what with the document of a rapat that only Perkim is invited to. */
const ROLES = {
  admin: 'write',
  sekretariat: 'write',
  bupati: 'write',
  'kepala.perkim': 'write',
  'staf.perkim': 'write',
  'kepala.dinkes': null,
  tamu: null,
} as const
const TABLE: Record<ClientEvent, { reader: unknown; stranger: unknown }> = {
  join: { reader: 'write', stranger: 'not-found' },
  leave: { reader: 'nothing', stranger: 'nothing' },
  push: { reader: 'committed', stranger: 'not-found' },
  caret: { reader: 'relayed', stranger: 'nothing' },
  beat: { reader: 'answered', stranger: 'answered' },
  spare: { reader: 'granted', stranger: 'not-found' },
  // Of the board, not of a document: judged in board.pg.test.ts.
  board: { reader: 'answered', stranger: 'answered' },
  unboard: { reader: 'nothing', stranger: 'nothing' },
  move: { reader: 'not-found', stranger: 'not-found' },
  hold: { reader: 'nothing', stranger: 'nothing' },
}

describe('every event × every role', () => {
  it('is in the table', () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(CLIENT_EVENTS).sort())
  })

  it.each(Object.entries(ROLES))('%s', async (login, access) => {
    const { documentId } = await world.rapat()
    const witness = await world.socket('admin')
    await connected(witness)
    await joined(witness, documentId)
    const socket = await world.socket(login)
    await connected(socket)
    const rows = await world.logRows(documentId)
    const expected = (event: ClientEvent) => TABLE[event][access === null ? 'stranger' : 'reader']

    const answer: Answer<Joined> = await socket.emitWithAck('join', { documentId, ...FRESH })
    expect(answer.ok ? answer.value.access : answer.code).toBe(expected('join'))
    expect((await socket.emitWithAck('beat', {})).ok && 'answered').toBe(expected('beat'))

    const spare = await socket.emitWithAck('spare', { documentId })
    expect(spare.ok ? 'granted' : spare.code).toBe(expected('spare'))

    // A tamu sees no board, which no rapat changes.
    const board = await socket.emitWithAck('board', { since: 0 })
    expect(board.ok ? 'answered' : board.code).toBe(login === 'tamu' ? 'forbidden' : expected('board'))
    const nobodys = { commandId: newId(), cardId: newId(), status: 'belum', place: { end: 'last' } } as const
    const put = await socket.emitWithAck('move', nobodys)
    expect(put.ok ? 'moved' : put.code).toBe(expected('move'))
    socket.emit('hold', { card: { id: newId(), act: 'open' } })
    socket.emit('unboard', {})

    const moved: unknown[] = []
    witness.on('carets', ({ carets }) => moved.push(...decodeCarets(carets)))
    socket.emit('caret', { documentId, caret: new Uint8Array([1]) })
    const lease = answer.ok ? defined(answer.value.lease, 'lease') : 4711
    const doc = answer.ok ? copyOf(answer.value) : createNotulaDoc({ clientId: lease })
    const bytes = edit(doc, () => doc.getText('item:x').insert(0, 'hai'))
    const outcome = Promise.race([
      next(socket, 'refused').then(({ code }) => code),
      next(socket, 'tail').then(() => 'committed'),
    ])
    socket.emit('push', { documentId, parts: encodeParts([{ lease, frame: 1, base: 1, bytes }]) })
    expect(await outcome).toBe(expected('push'))
    // The caret went before the push, so it has arrived by now or never will.
    expect(moved.length > 0 ? 'relayed' : 'nothing').toBe(expected('caret'))
    expect(await world.logRows(documentId)).toBe(access === null ? rows : rows + 1)

    socket.emit('leave', { documentId })
    await socket.emitWithAck('beat', {})
    const after = next(socket, 'refused')
    socket.emit('push', { documentId, parts: encodeParts([{ lease, frame: 2, base: 1, bytes }]) })
    expect((await after).code).toBe('not-found')
  })

  it('nobody who is not signed in gets as far as an event', async () => {
    await expect(connected(await world.socket(null))).rejects.toThrow('not-signed-in')
  })
})
