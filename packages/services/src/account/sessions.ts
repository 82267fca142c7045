import { endSessionById, endSessionsOf } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { forgetFailures, slowedSignIn } from '../rate-limit'
import { heldAccount } from './held'

/** Own sessions are one's own to end; those of others are an admin's. */
function authoriseEnding(actor: Actor | null, personId: string): asserts actor is Actor {
  if (actor?.personId === personId) authorise(actor, 'session.end', actor)
  else authorise(actor, 'account.manage')
}

/** Ends one session of a person, wherever it is; its sockets hear the bell with the commit. */
export async function revokeSession(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { personId: string; sessionId: string },
): Promise<void> {
  authoriseEnding(actor, input.personId)
  if (!isRowId(input.sessionId) || !isRowId(input.personId)) throw new AppError('not-found', 'session')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if (!(await endSessionById(tx, { ...input, now }))) throw new AppError('not-found', 'session')
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'session.revoke',
      subjectId: input.sessionId,
      details: { personId: input.personId },
    })
  })
}

/** Ends every session of a person, or of oneself all but the one this is done in; answers how many. */
export async function revokeSessions(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { personId: string; except: string | null },
): Promise<number> {
  authoriseEnding(actor, input.personId)
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, input.personId)
    const except = input.except === null ? {} : { except: input.except }
    const count = await endSessionsOf(tx, { personId: row.id, now, ...except })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'session.revoke-all',
      subjectId: row.id,
      details: { count },
    })
    return count
  })
}

/** Forgets what failed sign-ins of a person have slowed down; quietly nothing when nothing has. */
export async function liftLimits(ctx: ServiceContext, actor: Actor | null, personId: string): Promise<void> {
  authorise(actor, 'account.manage')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const slowed = await slowedSignIn(tx, personId, now)
    if (slowed === null) return
    await forgetFailures(tx, personId)
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'account.lift-limits',
      subjectId: personId,
      details: { failures: slowed.failures, networks: slowed.networks },
    })
  })
}
