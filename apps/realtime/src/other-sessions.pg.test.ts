// Sessions that are no ordinary person's: a guest's, which ends with its link, and an admin's who looks as somebody.
import type { Actor } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import {
  enterAsGuest,
  guestLinks,
  inviteGuest,
  readSession,
  revokeGuestLink,
  signIn,
  startViewing,
  stopViewing,
} from '@mufakat/services'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joined, next } from './testing/raw'
import { connected, ORIGIN, openWorld, type RawSocket, type World } from './testing/world'

const VISITOR = { address: '127.0.0.1', userAgent: 'test' }

let world: World
let sekretariat: Actor
beforeAll(async () => {
  world = await openWorld({ pollMs: Number.POSITIVE_INFINITY })
  sekretariat = { personId: (await world.signedIn('sekretariat')).personId, role: 'sekretariat', opdId: null }
})
afterAll(async () => {
  await world.close()
})

async function socketOf(token: string): Promise<RawSocket> {
  const extraHeaders = { origin: ORIGIN, cookie: `mufakat_sesi=${token}` }
  const socket = await world.socket(null, { extraHeaders })
  await connected(socket)
  return socket
}

async function guest(rapatId: string, canWrite: boolean) {
  const ctx = { ...world.ctx, baseUrl: ORIGIN }
  const { days } = await guestLinks(ctx, sekretariat, rapatId)
  const input = { rapatId, name: 'Budi', agency: 'BPS', canWrite, lastDay: days.usual, email: null }
  const { path } = await inviteGuest(ctx, sekretariat, input)
  const { token } = await enterAsGuest(ctx, { token: path.replace('/tamu/', ''), visitor: VISITOR })
  const { actor } = defined(await readSession(ctx, token), 'a session of the guest')
  return { actor, socket: await socketOf(token) }
}

it('a guest sits in the room of their rapat under their name, and in no other', async () => {
  const { rapatId, documentId } = await world.rapat()
  const { documentId: another } = await world.rapat()
  const desk = await world.socket('staf.perkim')
  await connected(desk)
  await joined(desk, documentId)
  const arrived = next(desk, 'arrived')
  const { socket } = await guest(rapatId, true)
  expect(await joined(socket, documentId)).toMatchObject({ access: 'write' })
  expect((await arrived).who).toMatchObject([{ name: 'Budi (tamu)', opd: 'BPS' }])
  const refused = await socket.emitWithAck('join', {
    documentId: another,
    position: null,
    lease: null,
    adopt: [],
  })
  expect(refused).toMatchObject({ ok: false, code: 'not-found' })
})

it('a link that is revoked ends the sockets of its guest with the commit', async () => {
  const { rapatId, documentId } = await world.rapat()
  const { actor, socket } = await guest(rapatId, false)
  expect(await joined(socket, documentId)).toMatchObject({ access: 'read', code: 'forbidden' })
  const goodbye = next(socket, 'goodbye')
  await revokeGuestLink(world.ctx, sekretariat, { rapatId, personId: actor.personId })
  expect(await goodbye).toEqual({ code: 'not-signed-in' })
})

it('who looks as another person reads, is seen by nobody, and loses the socket when it begins and ends', async () => {
  const { documentId } = await world.rapat()
  const { token } = await signIn(world.ctx, {
    ...VISITOR,
    login: 'admin@demo.local',
    password: 'mufakat-demo',
  })
  const own = defined(await readSession(world.ctx, token), 'the admin')
  const before = await socketOf(token)
  expect(await joined(before, documentId)).toMatchObject({ access: 'write' })

  const begun = next(before, 'goodbye')
  const { personId } = await world.signedIn('staf.perkim')
  const { sessionId } = own
  await startViewing(world.ctx, own.actor, { sessionId, personId, reason: 'izin' })
  expect(await begun).toEqual({ code: 'not-signed-in' })

  const desk = await world.socket('kepala.perkim')
  await connected(desk)
  await joined(desk, documentId)
  const seen: string[] = []
  desk.on('arrived', ({ who }) => seen.push(...who.map(one => one.name)))
  desk.on('carets', () => seen.push('a caret'))
  const viewing = await socketOf(token)
  expect(await joined(viewing, documentId)).toMatchObject({ access: 'read', code: 'view-only', lease: null })
  viewing.emit('caret', { documentId, caret: new Uint8Array([1]) })
  expect((await viewing.emitWithAck('beat', {})).ok).toBe(true)
  // Somebody who comes after them: had they been told of, it would have been before.
  const third = await world.socket('sekretariat')
  await connected(third)
  const arrived = next(desk, 'arrived')
  const { present } = await joined(third, documentId)
  expect(present.map(one => one.personId)).not.toContain(personId)
  await arrived
  expect(seen).not.toContain('a caret')
  expect(seen).toHaveLength(1)

  const ended = next(viewing, 'goodbye')
  await stopViewing(world.ctx, defined(await readSession(world.ctx, token), 'the viewing'))
  expect(await ended).toEqual({ code: 'not-signed-in' })
})
