import { type CardRow, listAccountsForMail, listFollowers, listRapatMutes, type Queryable } from '@mufakat/db'
import { type Actor, may, type NoticeKind, passesMute, type Tanggal } from '@mufakat/domain'
import { actorsOf } from '../actors'
import { cardSubject } from '../kartu/scope'

type Told = Pick<CardRow, 'id' | 'rapatId' | 'ownerOpdId' | 'supporterIds'>

/** What people have said of cards: whether they follow or mute them. */
interface Follows {
  followers(cardId: string): readonly string[]
  isMuted(card: Pick<Told, 'id' | 'rapatId'>, personId: string): boolean
}

/** Asked for once for all cards of a round. */
export async function followsOf(db: Queryable, cards: readonly Told[]): Promise<Follows> {
  const followers = new Map<string, string[]>()
  const mutes = new Set<string>()
  for (const { id } of cards)
    for (const { personId, muted } of await listFollowers(db, id)) {
      if (muted) mutes.add(`${id} ${personId}`)
      else followers.set(id, [...(followers.get(id) ?? []), personId])
    }
  const rapatIds = [...new Set(cards.flatMap(({ rapatId }) => rapatId ?? []))]
  for (const { rapatId, personId } of await listRapatMutes(db, rapatIds)) mutes.add(`${rapatId} ${personId}`)
  return {
    followers: cardId => followers.get(cardId) ?? [],
    isMuted: ({ id, rapatId }, personId) =>
      mutes.has(`${id} ${personId}`) || mutes.has(`${rapatId} ${personId}`),
  }
}

/** Whether somebody may be told of a card by a notice of that kind (SPEC.md KB1, KB6). */
export type MayHear = (personId: string, kind: NoticeKind, card: Told) => boolean

/** Of these people those who are there, may read the card, and have not muted it. */
export async function mayHearOf(
  db: Queryable,
  { cards, people, follows }: { cards: readonly Told[]; people: readonly string[]; follows: Follows },
  today: Tanggal,
): Promise<MayHear> {
  const present = await listAccountsForMail(db, [...new Set(people)])
  const actors = await actorsOf(
    db,
    present.map(({ id }) => id),
    today,
  )
  const subjects = new Map<string, Awaited<ReturnType<typeof cardSubject>>>()
  for (const card of cards) subjects.set(card.id, await cardSubject(db, card))
  const mayRead = (actor: Actor | undefined, cardId: string): boolean => {
    const subject = subjects.get(cardId)
    return actor !== undefined && subject !== undefined && may(actor, 'kartu.read', subject)
  }
  return (personId, kind, card) =>
    mayRead(actors.get(personId), card.id) && (passesMute(kind) || !follows.isMuted(card, personId))
}
