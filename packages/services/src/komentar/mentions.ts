import {
  insertNotices,
  listAccountsForMail,
  listActivePeople,
  listOpdRows,
  type Queryable,
  type RapatRow,
  type StoredMention,
  type Tx,
} from '@mufakat/db'
import { type Actor, isByLink, may, type Tanggal } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { actorsOf } from '../actors'
import { queueMail } from '../mail/queue-mail'
import { headsOf } from '../people'
import { subjectOf } from '../rapat-access'
import { todayOf } from '../settings/today'

const MAX_MENTIONS = 20

/**
 * Whom a text names with an @: OPD by their short or full name, people by their full name. Who has no directory names
 * OPD only.
 */
export async function mentionsIn(db: Queryable, actor: Actor | null, text: string): Promise<StoredMention[]> {
  if (!text.includes('@')) return []
  const opds = (await listOpdRows(db)).filter(opd => opd.active)
  const people = may(actor, 'people.read') ? await listActivePeople(db) : []
  const known: StoredMention[] = [
    ...opds.flatMap(({ id, name, shortName }) =>
      [name, shortName].map(label => ({ kind: 'opd' as const, id, label })),
    ),
    ...people.map(({ id, name }) => ({ kind: 'person' as const, id, label: name })),
  ].sort((a, b) => b.label.length - a.label.length)
  return namedIn(text, known).slice(0, MAX_MENTIONS)
}

/** At each @ the longest name that stands there whole; who shares a name is named together. */
export function namedIn(text: string, known: readonly StoredMention[]): StoredMention[] {
  const found = new Map<string, StoredMention>()
  for (const { index } of text.matchAll(/@/g)) {
    const rest = text.slice(index + 1)
    const isNamed = ({ label }: StoredMention) =>
      rest.slice(0, label.length).toLowerCase() === label.toLowerCase() &&
      !/^[\p{L}\p{N}]/u.test(rest.slice(label.length))
    const first = known.find(isNamed)
    if (first === undefined) continue
    for (const one of known)
      if (one.label.length === first.label.length && isNamed(one)) found.set(`${one.kind} ${one.id}`, one)
  }
  return [...found.values()]
}

/**
 * Tells everybody whom a text names, in its transaction, if they may read it (SPEC.md of domain, RM5). They are told who
 * wrote and where, never what.
 * @param about id of what was written: the same is told once
 */
export async function tellMentioned(
  ctx: MailingContext,
  tx: Tx,
  actor: Actor,
  rapat: RapatRow,
  about: { readonly id: string; readonly remarkId: string; readonly mentions: readonly StoredMention[] },
): Promise<void> {
  if (about.mentions.length === 0) return
  const now = ctx.clock.now()
  const named = await actorsNamed(tx, about.mentions, await todayOf(ctx))
  const readers = named.filter(
    one => one.personId !== actor.personId && may(one, 'komentar.read', subjectOf(rapat)),
  )
  await insertNotices(
    tx,
    readers
      .filter(one => !isByLink(one))
      .map(({ personId }) => ({
        ...{ id: newId(now.getTime()), personId, event: `mention:${about.id}`, kind: 'mention' as const },
        ...{ cardId: null, rapatId: rapat.id, byId: actor.personId, at: now },
        details: { remarkId: about.remarkId, people: [actor.personId] },
      })),
  )
  await writeToGuests(ctx, tx, actor, rapat, { ...about, guests: readers.filter(isByLink) })
}

/** People who are named, and who leads the OPD that are; each as `may` sees them. */
export async function actorsNamed(
  tx: Tx,
  mentions: readonly StoredMention[],
  today: Tanggal,
): Promise<Actor[]> {
  const idsOf = (kind: StoredMention['kind']) =>
    mentions.filter(mention => mention.kind === kind).map(mention => mention.id)
  const heads = await headsOf(tx, idsOf('opd'), today)
  const wanted = new Set([...idsOf('person'), ...[...heads.values()].map(head => head.id)])
  return [...(await actorsOf(tx, [...wanted], today)).values()]
}

/** A guest by link has no inbox: they are told by letter, at once. */
async function writeToGuests(
  ctx: MailingContext,
  tx: Tx,
  actor: Actor,
  rapat: RapatRow,
  about: { readonly id: string; readonly remarkId: string; readonly guests: readonly Actor[] },
): Promise<void> {
  if (about.guests.length === 0) return
  const guestIds = about.guests.map(one => one.personId)
  const accounts = await listAccountsForMail(tx, guestIds)
  const [author] = await listAccountsForMail(tx, [actor.personId])
  for (const { id, name, email, locale } of accounts)
    if (email !== null)
      await queueMail(tx, {
        event: `mention:${about.id}:${id}`,
        to: email,
        locale,
        template: 'mention',
        data: {
          name,
          by: author?.name ?? '',
          rapat: rapat.title,
          link: `${ctx.baseUrl}/rapat/${rapat.id}#komentar-${about.remarkId}`,
        },
      })
}
