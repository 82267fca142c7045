import {
  findInvitation,
  listAddressees,
  listRecipients,
  lockRapat,
  putRecipients,
  putTold,
  type Queryable,
  type RapatRow,
  removeRecipients,
  type Tx,
} from '@mufakat/db'
import {
  changedFacts,
  dayIn,
  type InvitationFacts,
  keepsInCalendar,
  type Tanggal,
  type Telling,
  type ToldInvitation,
  tellingFor,
} from '@mufakat/domain'
import type { MailData } from '@mufakat/mail'
import type { MailingContext } from '../account/mail'
import { recordAudit } from '../audit'
import { inTransaction } from '../context'
import { enqueue } from '../jobs/enqueue'
import { queueMail } from '../mail/queue-mail'
import { settingOf } from '../settings/settings'
import { recipientsOf } from './recipients'
import { nowOf, toldOf } from './told'

/*
 * How the invited hear of a rapat. Invariants:
 * 1. Nothing is told before somebody has sent the invitation, and nobody sends it before the rapat is terjadwal.
 * 2. What is told follows from what was told last and what holds now, never from single edits: however many there were,
 *    one round is one letter to each person whom it concerns.
 * 3. A round is the letters, the record of what was told and its audit entry, in one transaction that holds the rapat.
 * 4. Each round has a SEQUENCE of its own and the rapat one UID, so that calendars keep one event up to date.
 */

/** Edits within this time of each other become one letter. */
const SETTLE_MS = 5 * 60_000

/** Of the event in calendars. */
export const eventUid = (rapatId: string, baseUrl: string): string =>
  `${rapatId}@${new URL(baseUrl).hostname}`

/** Asks for a round after a change, or after the last of several; nothing where nobody was invited yet. */
export async function tellLater(tx: Tx, rapatId: string, now: Date): Promise<void> {
  const sent = await findInvitation(tx, rapatId)
  if (sent === null || sent.firstSentAt === null) return
  await enqueue(
    tx,
    'undangan.tell',
    { rapatId },
    { key: `undangan:${rapatId}`, runAt: new Date(now.getTime() + SETTLE_MS) },
  )
}

/** Tells the invited of a rapat what has changed since they were told last. For the worker. */
export async function tellInvited(ctx: MailingContext, rapatId: string): Promise<void> {
  await inTransaction(ctx, async tx => {
    const rapat = await lockRapat(tx, rapatId)
    if (rapat === null) return
    const sent = await findInvitation(tx, rapatId)
    if (sent === null || sent.firstSentAt === null) return
    await tellRound(ctx, tx, rapat, null)
  })
}

/** Who would be told what, if a round went out now. */
export async function roundOf(db: Queryable, rapat: RapatRow, told: ToldInvitation | null, today: Tanggal) {
  const known = new Set((await listRecipients(db, rapat.id)).map(one => one.personId))
  const wanted = await recipientsOf(db, rapat, today)
  const tellings = new Map<string, Telling>()
  for (const personId of new Set([...known, ...wanted])) {
    const telling = tellingFor(known.has(personId) ? told : null, nowOf(rapat), wanted.has(personId))
    if (telling !== null) tellings.set(personId, telling)
  }
  return { known, wanted, tellings }
}

/** With a day and an hour, as a calendar needs them. */
const isDated = (
  facts: InvitationFacts,
): facts is InvitationFacts & { readonly date: string; readonly startTime: string } =>
  facts.date !== null && facts.startTime !== null

/**
 * One round of letters; its caller holds the rapat.
 * @param actorId who sends it; null: it follows from changes
 * @returns how many people were told, with and without an address
 */
export async function tellRound(
  ctx: MailingContext,
  tx: Tx,
  rapat: RapatRow,
  actorId: string | null,
): Promise<number> {
  const now = ctx.clock.now()
  const { zone } = await settingOf(tx, 'calendar')
  const invitation = await findInvitation(tx, rapat.id)
  const told = toldOf(invitation)
  const next = nowOf(rapat)
  const { known, wanted, tellings } = await roundOf(tx, rapat, told, dayIn(zone, now))
  if (tellings.size === 0) return 0

  const uid = invitation?.uid ?? eventUid(rapat.id, ctx.baseUrl)
  const sequence = invitation === null || told === null ? 0 : invitation.sequence + 1
  await putTold(tx, { rapatId: rapat.id, uid, sequence, told: { ...next }, now })
  const stay = [...tellings].filter(([, telling]) => telling !== 'withdrawn').map(([id]) => id)
  await putRecipients(tx, { rapatId: rapat.id, personIds: stay, sequence, now })
  await removeRecipients(tx, { rapatId: rapat.id, personIds: [...known].filter(id => !wanted.has(id)) })

  const readers = await listAddressees(tx, [...tellings.keys()])
  for (const { id, name, email, locale } of readers) {
    const telling = tellings.get(id)
    if (email === null || telling === undefined) continue
    const letter = letterOf({ telling, told, next })
    if (letter === null) continue
    await queueMail(tx, {
      event: `undangan:${rapat.id}:${sequence}:${id}`,
      to: email,
      locale,
      template: letter.template,
      data: {
        name,
        zone,
        number: invitation?.number ?? '',
        link: `${ctx.baseUrl}/rapat/${rapat.id}/undangan`,
        ...letter.data,
        calendar: { uid, sequence, isCancelled: !keepsInCalendar(telling), facts: letter.event },
      } as MailData<'rapat-changed'>,
    })
  }
  await recordAudit(tx, {
    at: now,
    actorId,
    action: told === null ? 'undangan.send' : 'undangan.tell',
    rapatId: rapat.id,
    details: { sequence, people: tellings.size, mailed: readers.length },
  })
  return tellings.size
}

/** What a letter of that kind is about, and which event it puts in or takes out; null: there is no event to speak of. */
function letterOf({
  telling,
  told,
  next,
}: {
  telling: Telling
  told: ToldInvitation | null
  next: ToldInvitation
}) {
  const event = keepsInCalendar(telling) ? next.facts : (told ?? next).facts
  if (!isDated(event)) return null
  const before = told?.facts ?? next.facts
  return {
    template: `rapat-${telling}` as const,
    event,
    data: {
      rapat: event,
      ...(telling === 'changed' ? { before, changed: changedFacts(before, next.facts) } : {}),
    },
  }
}
