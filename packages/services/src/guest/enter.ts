import { findGuestLink, findRapat, type GuestLinkRow, holdGuestLink } from '@mufakat/db'
import { type Actor, guestLinkState, may } from '@mufakat/domain'
import { AppError, defined } from '@mufakat/kernel'
import { beginSession, type Visitor } from '../begin-session'
import { inTransaction, type ServiceContext } from '../context'
import { subjectOf } from '../rapat-access'
import { limitedAddress, limitedKey, requireAttempt, returnAttempt } from '../rate-limit'
import { hashOf, isToken } from '../token'
import type { GuestDoor } from './views'

/** Links that nobody was given, from one network: nobody mistypes 43 characters so often. */
const GUESSES = { capacity: 30, drainPerMinute: 1 }

/** A right link is given its attempt back, so that only guesses count; throws `rate-limited`. */
async function lookUp(ctx: ServiceContext, token: string, address: string): Promise<GuestLinkRow | null> {
  const now = ctx.clock.now()
  const keys = [limitedKey(GUESSES, 'guest link', limitedAddress(address))]
  return inTransaction(ctx, async tx => {
    await requireAttempt(tx, keys, now, 'guest link')
    const link = isToken(token) ? await findGuestLink(tx, hashOf(token)) : null
    if (link !== null) await returnAttempt(tx, keys, now)
    return link
  })
}

const actorOf = ({ personId, rapatId }: GuestLinkRow): Actor => ({
  personId,
  role: 'tamu',
  opdId: null,
  guestOf: rapatId,
})

const CLOSED: GuestDoor = {
  state: 'unknown',
  rapat: null,
  personId: null,
  name: '',
  agency: '',
  canWrite: false,
  expiresAt: null,
}

async function doorOf(ctx: ServiceContext, link: GuestLinkRow | null): Promise<GuestDoor> {
  if (link === null) return CLOSED
  const state = guestLinkState(link, ctx.clock.now())
  if (state === 'void') return { ...CLOSED, state }
  const rapat = defined(await findRapat(ctx.database.db, link.rapatId), 'the rapat of a guest')
  const subject = subjectOf(rapat)
  const isReadable = may(actorOf(link), 'rapat.read', subject)
  return {
    state: state === 'open' && !isReadable ? 'not-yet' : state,
    rapat: {
      id: rapat.id,
      title: rapat.title,
      date: rapat.date,
      startTime: rapat.startTime?.slice(0, 5) ?? null,
      plannedMinutes: rapat.plannedMinutes,
      place: rapat.place,
    },
    personId: link.personId,
    name: link.name,
    agency: link.agency,
    canWrite: rapat.guestIds.some(one => one.personId === link.personId && one.canWrite),
    expiresAt: link.expiresAt,
  }
}

/** What a link says to who opens it; reading it opens nothing. */
export const guestDoor = async (
  ctx: ServiceContext,
  params: { token: string; address: string },
): Promise<GuestDoor> => doorOf(ctx, await lookUp(ctx, params.token, params.address))

/** Begins a session of the guest that ends with the link; throws `conflict` for a link that does not open. */
export async function enterAsGuest(
  ctx: ServiceContext,
  params: { token: string; visitor: Visitor },
): Promise<{ token: string; rapatId: string; until: Date }> {
  const { visitor } = params
  const link = await lookUp(ctx, params.token, visitor.address)
  if (link === null || (await doorOf(ctx, link)).state !== 'open')
    throw new AppError('conflict', 'guest link')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    // Whoever voids it waits, and then ends this session as well; or was faster.
    const held = await holdGuestLink(tx, link.linkId)
    if (held === null) throw new AppError('conflict', 'guest link')
    const { personId, rapatId } = link
    const token = await beginSession(tx, {
      personId,
      now,
      visitor,
      method: 'guest-link',
      hasSecondFactor: false,
      until: held.expiresAt,
      rapatId,
    })
    return { token, rapatId, until: held.expiresAt }
  })
}
