import {
  type CardDue,
  insertNotices,
  insertReminder,
  listCardsDue,
  listPeopleOfRoles,
  type Tx,
} from '@mufakat/db'
import { passesMute, type Reminder, remindedBetween, remindersOn, type Tanggal } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { inTransaction, type ServiceContext } from '../context'
import { settingOf } from '../settings/settings'
import { todayOf } from '../settings/today'
import { type Organisation, organisationOn } from './owners'
import { followsOf, type MayHear, mayHearOf } from './readers'

/*
 * What the clock says of a tenggat. Invariants:
 * 1. It is said once for a card, a tenggat and a kind, by a row that is written with the notices: a clock that jumps, a
 *    round that comes twice and a worker that dies say nothing twice.
 * 2. What concerns nobody is not said, so that it is when somebody comes, as long as it says something.
 */

/** Cards of one transaction. */
const AT_ONCE = 100

/** Says what is to be said of tenggat today. For the worker. */
export async function remindOfTenggat(ctx: ServiceContext): Promise<void> {
  const now = ctx.clock.now()
  const today = await todayOf(ctx)
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    after = await inTransaction(ctx, tx => remindRound(tx, { after: from, today, now }))
    if (after === null) return
  }
}

/** @returns the last card that was looked at, null when there are no more */
async function remindRound(
  tx: Tx,
  { after, today, now }: { after: string | null; today: Tanggal; now: Date },
): Promise<string | null> {
  const escalation = await settingOf(tx, 'reminders')
  const cards = await listCardsDue(tx, { ...remindedBetween(today, escalation), after, limit: AT_ONCE })
  const unsaid = cards.flatMap(card => {
    const kinds = remindersOn(card.due, today, escalation).filter(kind => !card.told.includes(kind))
    return kinds.length === 0 ? [] : [{ card, kinds }]
  })
  if (unsaid.length > 0) await say(tx, unsaid, today, now)
  return cards.length < AT_ONCE ? null : (cards.at(-1)?.id ?? null)
}

async function say(
  tx: Tx,
  unsaid: readonly { card: CardDue; kinds: readonly Reminder[] }[],
  today: Tanggal,
  now: Date,
): Promise<void> {
  const opdIds = unsaid.flatMap(({ card }) => card.ownerOpdId ?? [])
  const organisation = await organisationOn(tx, opdIds, today)
  const sekretariat = await listPeopleOfRoles(tx, ['sekretariat'])
  const cards = unsaid.map(({ card }) => card)
  const follows = await followsOf(tx, cards)
  const said = unsaid.flatMap(({ card, kinds }) =>
    kinds.map(kind => {
      const owners = concerned(kind, card, organisation, sekretariat)
      const others = passesMute(kind) ? [] : follows.followers(card.id)
      return { card, kind, people: [...new Set([...owners, ...others])] }
    }),
  )
  const people = said.flatMap(one => one.people)
  const mayHear = await mayHearOf(tx, { cards, people, follows }, today)
  for (const one of said) await sayOne(tx, one, mayHear, now)
}

/** Whom it concerns: the owners, or who is called by their office (SPEC.md KB4, KB5). */
function concerned(
  kind: Reminder,
  card: CardDue,
  organisation: Organisation,
  sekretariat: readonly string[],
): readonly string[] {
  if (kind === 'late-sekretariat') return sekretariat
  const { heads, holders } = organisation.ownersOf(card)
  return kind === 'late-head' || holders.length === 0 ? heads : holders
}

async function sayOne(
  tx: Tx,
  { card, kind, people }: { card: CardDue; kind: Reminder; people: readonly string[] },
  mayHear: MayHear,
  now: Date,
): Promise<void> {
  const { id: cardId, rapatId, due } = card
  if (people.length === 0 || !(await insertReminder(tx, { cardId, due, kind, at: now }))) return
  await insertNotices(
    tx,
    people
      .filter(personId => mayHear(personId, kind, card))
      .map(personId => ({
        id: newId(now.getTime()),
        personId,
        event: `${kind}:${cardId}:${due}`,
        ...{ kind, cardId, rapatId, byId: null, details: { due }, at: now },
      })),
  )
}
