import { findFollower, putFollower, type Queryable, removeFollower } from '@mufakat/db'
import { type Actor, type CardSubject, followingOf, isOwnCard, may } from '@mufakat/domain'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import { cardFor } from './card-for'
import type { FollowCardInput } from './inputs'
import type { FollowingView } from './views'

async function viewFor(
  db: Queryable,
  actor: Actor,
  cardId: string,
  subject: CardSubject,
): Promise<FollowingView> {
  const isOwn = isOwnCard(actor, subject)
  const said = await findFollower(db, { cardId, personId: actor.personId })
  return { following: followingOf(said, isOwn), isOwn, mayChange: may(actor, 'kartu.discuss', subject) }
}

/** How this person stands to a card (domain, BD2). */
export async function followingOfCard(
  ctx: ServiceContext,
  by: Actor | null,
  cardId: string,
): Promise<FollowingView> {
  const { db } = ctx.database
  const { actor, card, subject } = await cardFor(db, by, 'kartu.read', cardId)
  return viewFor(db, actor, card.id, subject)
}

/** Follows a card, mutes it, or follows it no more, which is to mute it for the OPD whose work it is; twice is once. */
export async function followCard(
  ctx: ServiceContext,
  by: Actor | null,
  { cardId, following }: FollowCardInput,
): Promise<FollowingView> {
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const { actor, card, subject } = await cardFor(tx, by, 'kartu.discuss', cardId)
    const before = await viewFor(tx, actor, card.id, subject)
    const wanted = following === 'tidak' && before.isOwn ? 'bisu' : following
    if (wanted === before.following) return before
    const row = { cardId: card.id, personId: actor.personId }
    if (wanted === 'tidak') await removeFollower(tx, row)
    else await putFollower(tx, { ...row, muted: wanted === 'bisu', since: now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'kartu.follow',
      subjectId: card.id,
      details: { following: wanted },
    })
    return { ...before, following: wanted }
  })
}
