import { listAccountsForMail, type RapatRow, type StoredMention, type Tx } from '@mufakat/db'
import { type Actor, may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { actorsOf } from '../actors'
import { queueMail } from '../mail/queue-mail'
import { headsOf } from '../people'
import { subjectOf } from '../rapat-access'
import { todayOf } from '../settings/today'

/**
 * Tells everybody whom a text names, in its transaction, if they may read it (SPEC.md of domain, K5). Their letter says
 * who wrote and where, never what.
 * @param about id of what was written: the same is told once
 * @throws AppError `invalid-input` when a name stands for nobody
 */
export async function tellMentioned(
  ctx: MailingContext,
  tx: Tx,
  actor: Actor,
  rapat: RapatRow,
  about: { readonly id: string; readonly remarkId: string; readonly mentions: readonly StoredMention[] },
): Promise<void> {
  if (about.mentions.length === 0) return
  const today = await todayOf(ctx)
  const idsOf = (kind: StoredMention['kind']) =>
    about.mentions.filter(mention => mention.kind === kind).map(mention => mention.id)
  const heads = await headsOf(tx, idsOf('opd'), today)
  const wanted = new Set([...idsOf('person'), ...[...heads.values()].map(head => head.id)])
  wanted.delete(actor.personId)
  const actors = await actorsOf(tx, [...wanted], today)
  const unknown = idsOf('person').some(id => id !== actor.personId && !actors.has(id))
  if (unknown) throw new AppError('invalid-input', 'mention', { fields: { body: 'field.unknown' } })
  const readers = [...actors.values()].filter(one => may(one, 'komentar.read', subjectOf(rapat)))
  const [accounts, [author]] = [
    await listAccountsForMail(
      tx,
      readers.map(one => one.personId),
    ),
    await listAccountsForMail(tx, [actor.personId]),
  ]
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
