// What its person or an admin ends, ends the sockets that are open: by the bell, without a poll.
import type { Actor } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import {
  readSession,
  revokeSession,
  revokeSessions,
  setAccountActive,
  setFactorRule,
  signIn,
} from '@mufakat/services'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joined, next } from './testing/raw'
import { connected, ORIGIN, openWorld, type World } from './testing/world'

let world: World
let admin: Actor
beforeAll(async () => {
  world = await openWorld({ pollMs: Number.POSITIVE_INFINITY })
  const { personId } = await world.signedIn('admin')
  admin = { personId, role: 'admin', opdId: null }
})
afterAll(async () => {
  await world.close()
})

/** A device of somebody: a session of its own, and a socket in the document. */
async function device(login: string, documentId: string, at = world) {
  const { token } = await signIn(at.ctx, {
    login: `${login}@demo.local`,
    password: 'mufakat-demo',
    address: '127.0.0.1',
    userAgent: 'test',
  })
  const session = defined(await readSession(at.ctx, token), 'a session just begun')
  const extraHeaders = { origin: ORIGIN, cookie: `mufakat_sesi=${token}` }
  const socket = await at.socket(null, { extraHeaders })
  await connected(socket)
  await joined(socket, documentId)
  return { session, socket }
}

/** Told first, then gone: the page can say why. */
async function ended({ socket }: Awaited<ReturnType<typeof device>>, end: () => Promise<unknown>) {
  const order: string[] = []
  const goodbye = next(socket, 'goodbye')
  socket.once('goodbye', () => order.push('goodbye'))
  const gone = new Promise<void>(resolve => {
    socket.once('disconnect', () => {
      order.push('disconnect')
      resolve()
    })
  })
  await end()
  expect(await goodbye).toEqual({ code: 'not-signed-in' })
  await gone
  expect(order).toEqual(['goodbye', 'disconnect'])
}

it('a session that its person ends from another device loses its sockets, and the other device does not', async () => {
  const { documentId } = await world.rapat()
  const [phone, desk] = [await device('staf.perkim', documentId), await device('staf.perkim', documentId)]
  const { actor } = desk.session
  const { sessionId } = phone.session
  await ended(phone, () => revokeSession(world.ctx, actor, { personId: actor.personId, sessionId }))
  expect((await desk.socket.emitWithAck('beat', {})).ok).toBe(true)
})

it('all others are ended by one act, all by an admin’s', async () => {
  const { documentId } = await world.rapat()
  const [phone, desk] = [await device('kepala.perkim', documentId), await device('kepala.perkim', documentId)]
  const { actor, sessionId } = desk.session
  const { personId } = actor
  await ended(phone, () => revokeSessions(world.ctx, actor, { personId, except: sessionId }))
  await ended(desk, () => revokeSessions(world.ctx, admin, { personId, except: null }))
})

it('a closed account loses every socket with the commit', async () => {
  const { documentId } = await world.rapat()
  const one = await device('staf.perkim', documentId)
  const { personId } = one.session.actor
  await ended(one, () => setAccountActive(world.ctx, admin, { personId, active: false }))
})

it('whoever owes a second factor that a rule asks for from now on loses them with the next poll', async () => {
  const other = await openWorld({ pollMs: 50 })
  try {
    const { personId } = await other.signedIn('admin')
    const { documentId } = await other.rapat()
    const one = await device('staf.perkim', documentId, other)
    const someone: Actor = { personId, role: 'admin', opdId: null }
    await ended(one, () => setFactorRule(other.ctx, someone, { groups: ['lainnya'], graceDays: 0 }))
  } finally {
    await other.close()
  }
})
