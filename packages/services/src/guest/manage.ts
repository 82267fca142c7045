import {
  findGuest,
  insertGuest,
  insertGuestLink,
  listAgendaItems,
  listGuestLinks,
  putGuestRight,
  type RapatRow,
  type Tx,
  voidGuestLink,
} from '@mufakat/db'
import {
  type Actor,
  addDays,
  dayIn,
  guestDays,
  guestLinkState,
  guestName,
  may,
  momentIn,
  unmarkedGuestName,
} from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import type { LinkForHand } from '../account/views'
import { recordAudit } from '../audit'
import { inTransaction, isRowId, type ServiceContext } from '../context'
import { queueMail } from '../mail/queue-mail'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { limitedKey, requireAttempt } from '../rate-limit'
import { settingOf } from '../settings/settings'
import { todayOf } from '../settings/today'
import { hashOf, newToken } from '../token'
import type { InviteGuestInput, RenewGuestLinkInput } from './inputs'
import type { GuestLinkList } from './views'

/*
 * Links by which guests come into one rapat. Invariants:
 * 1. The token (32 random bytes) stands in the link and nowhere else; the table knows its SHA-256.
 * 2. At most one link of a guest is open (also an index); a newer one voids the older in its transaction.
 * 3. With a link end, in the same transaction, the sessions that came by it; their sockets hear the bell.
 * 4. A guest is a person of their own, with a name that says so: what they write and do is theirs for good.
 */

/** Letters to strangers that one person can have sent: a round of invitations, then one a minute. */
const LETTERS = { capacity: 40, drainPerMinute: 1 }

/** The guests by link of a rapat, by name; `forbidden` to who does not manage them. */
export async function guestLinks(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<GuestLinkList> {
  const { db } = ctx.database
  const now = ctx.clock.now()
  const row = await rapatFor(db, actor, 'tamu.revoke', rapatId)
  const links = await listGuestLinks(db, rapatId)
  return {
    links: links
      .map(link => ({
        personId: link.personId,
        name: link.name,
        agency: link.agency,
        canWrite: link.canWrite,
        itemIds: link.itemIds,
        state: guestLinkState(link, now),
        createdAt: link.createdAt,
        expiresAt: link.expiresAt,
        lastSeenAt: link.lastSeenAt,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'id')),
    items: (await listAgendaItems(db, rapatId)).map(({ itemId, title }) => ({ itemId, title })),
    mayInvite: may(actor, 'tamu.invite', subjectOf(row)),
    days: guestDays(row.date, await todayOf(ctx)),
  }
}

interface LinkWanted {
  readonly personId: string
  readonly name: string
  readonly canWrite: boolean
  readonly itemIds: readonly string[] | null
  readonly lastDay: string
  readonly email: string | null
}

/** Makes a link in the transaction of what asks for it, mails it where that is wanted, and records both. */
async function makeGuestLink(
  ctx: MailingContext,
  tx: Tx,
  actor: Actor,
  rapat: RapatRow,
  wanted: LinkWanted,
  action: 'tamu.invite' | 'tamu.renew',
): Promise<LinkForHand> {
  const now = ctx.clock.now()
  const { zone } = await settingOf(tx, 'calendar')
  const { personId, email, lastDay } = wanted
  const days = guestDays(rapat.date, dayIn(zone, now))
  if (lastDay < days.first || lastDay > days.last)
    throw new AppError('invalid-input', 'last day', { fields: { lastDay: 'field.last-day' } })
  if (email !== null)
    await requireAttempt(tx, [limitedKey(LETTERS, 'guest letter', actor.personId)], now, 'guest letter')
  // The last moment of the day, so that it is told as that day.
  const expiresAt = new Date(momentIn(zone, addDays(lastDay, 1), '00:00').getTime() - 1)
  const token = newToken()
  const id = newId(now.getTime())
  await insertGuestLink(tx, {
    id,
    personId,
    tokenHash: hashOf(token),
    createdBy: actor.personId,
    createdAt: now,
    expiresAt,
  })
  const path = `/tamu/${token}`
  const mailed =
    email !== null &&
    (await queueMail(tx, {
      event: `guest-link:${id}`,
      to: email,
      locale: 'id',
      template: 'guest-link',
      data: {
        name: unmarkedGuestName(wanted.name),
        rapat: rapat.title,
        link: ctx.baseUrl + path,
        expiresAt: expiresAt.toISOString(),
      },
    }))
  await recordAudit(tx, {
    at: now,
    actorId: actor.personId,
    action,
    rapatId: rapat.id,
    subjectId: personId,
    details: {
      canWrite: wanted.canWrite,
      ...(wanted.itemIds === null ? {} : { items: wanted.itemIds.length }),
      until: lastDay,
      mailed,
    },
  })
  return { path, expiresAt, mailed }
}

const asActor = (actor: Actor | null): Actor => {
  if (actor === null) throw new AppError('not-signed-in', 'tamu')
  return actor
}

/** The items that a guest is held to; `invalid-input` for one that the agenda does not have. */
async function itemsFor(
  tx: Tx,
  rapatId: string,
  { canWrite, itemIds }: Pick<InviteGuestInput, 'canWrite' | 'itemIds'>,
): Promise<string[] | null> {
  if (!canWrite || !itemIds) return null
  const known = new Set((await listAgendaItems(tx, rapatId)).map(item => item.itemId))
  if (!itemIds.every(id => known.has(id)))
    throw new AppError('invalid-input', 'items', { fields: { itemIds: 'field.unknown' } })
  return [...new Set(itemIds)]
}

/** Adds a guest of a rapat and answers their link, this once. */
export async function inviteGuest(
  ctx: MailingContext,
  actor: Actor | null,
  input: InviteGuestInput,
): Promise<LinkForHand> {
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'tamu.invite', input.rapatId)
    const { canWrite, agency, lastDay, email } = input
    const itemIds = await itemsFor(tx, rapat.id, input)
    const name = guestName(input.name)
    const personId = newId(now.getTime())
    const createdBy = asActor(actor).personId
    const row = { personId, rapatId: rapat.id, name, agency, canWrite, itemIds, createdBy, createdAt: now }
    await insertGuest(tx, row)
    const wanted = { personId, name, canWrite, itemIds, lastDay, email }
    return makeGuestLink(ctx, tx, asActor(actor), rapat, wanted, 'tamu.invite')
  })
}

/** A guest of this rapat; throws `not-found`. */
async function guestOf(tx: Tx, rapatId: string, personId: string): Promise<{ name: string }> {
  const found = isRowId(personId) ? await findGuest(tx, personId) : null
  if (found === null || found.rapatId !== rapatId) throw new AppError('not-found', 'guest')
  return found
}

/** Makes a guest's link anew, with the right and the time it is to have; the older one opens nothing any more. */
export async function renewGuestLink(
  ctx: MailingContext,
  actor: Actor | null,
  input: RenewGuestLinkInput,
): Promise<LinkForHand> {
  const now = ctx.clock.now()
  const { rapatId, personId, canWrite, lastDay, email } = input
  return inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'tamu.invite', rapatId)
    const { name } = await guestOf(tx, rapatId, personId)
    await voidGuestLink(tx, { personId, now })
    const itemIds = await itemsFor(tx, rapatId, input)
    await putGuestRight(tx, { rapatId, personId, canWrite, itemIds })
    const wanted = { personId, name, canWrite, itemIds, lastDay, email }
    return makeGuestLink(ctx, tx, asActor(actor), rapat, wanted, 'tamu.renew')
  })
}

/** Voids the link of a guest and ends what came by it; quietly nothing when none is open. */
export async function revokeGuestLink(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { rapatId: string; personId: string },
): Promise<void> {
  const now = ctx.clock.now()
  const { rapatId, personId } = input
  await inTransaction(ctx, async tx => {
    await lockedRapatFor(tx, actor, 'tamu.revoke', rapatId)
    await guestOf(tx, rapatId, personId)
    if (!(await voidGuestLink(tx, { personId, now }))) return
    await recordAudit(tx, {
      at: now,
      actorId: asActor(actor).personId,
      action: 'tamu.revoke',
      rapatId,
      subjectId: personId,
    })
  })
}
