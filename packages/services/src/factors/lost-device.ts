import {
  countRecoveryCodes,
  countWithoutFactor,
  deletePasskeysOf,
  deleteTotp,
  endSessionsOf,
  findAccount,
  findLogin,
  listPasskeys,
} from '@mufakat/db'
import type { Actor, FactorGroup } from '@mufakat/domain'
import { FACTOR_GROUPS, factorGroupOf, normalizeNip } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { factorsOf } from '../begin-session'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { tellOfSecurity } from './notice'
import { afterRemoval } from './own-factors'

export const resetFactorsInput = z.object({
  personId: z.uuid('field.invalid'),
  sure: z.literal('1', 'field.confirm'),
})

/** What somebody would lose whose device is lost. */
export interface FactorsOfPerson {
  readonly personId: string
  readonly name: string
  readonly totp: boolean
  readonly passkeys: number
  readonly codes: number
}

/** Looks a person up by e-mail or NIP as they would sign in; null when no active account has it. */
export async function findFactors(
  ctx: ServiceContext,
  actor: Actor | null,
  login: string,
): Promise<FactorsOfPerson | null> {
  authorise(actor, 'factor.reset')
  const { db } = ctx.database
  const typed = login.trim().toLowerCase().slice(0, 200)
  const found = await findLogin(db, { email: typed, nip: normalizeNip(typed) })
  const account = found && (await findAccount(db, found.id))
  if (!found || !account?.active) return null
  const { totp } = await factorsOf(db, found.id)
  return {
    personId: found.id,
    name: account.name,
    totp,
    passkeys: (await listPasskeys(db, found.id)).length,
    codes: (await countRecoveryCodes(db, found.id)).left,
  }
}

/** Takes all second factors of a person away, ends their sessions and tells them. Throws `not-found`. */
export async function resetFactors(
  ctx: ServiceContext,
  actor: Actor | null,
  { personId }: { personId: string },
): Promise<void> {
  authorise(actor, 'factor.reset')
  if (!isRowId(personId)) throw new AppError('not-found')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if (!(await findAccount(tx, personId))?.active) throw new AppError('not-found')
    const totp = await deleteTotp(tx, personId)
    const passkeys = await deletePasskeysOf(tx, personId)
    if (!totp && passkeys === 0) throw new AppError('conflict', 'no factor')
    await afterRemoval(tx, personId)
    const sessions = await endSessionsOf(tx, { personId, now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'factor.reset',
      subjectId: personId,
      details: { totp, passkeys, sessions },
    })
    await tellOfSecurity(tx, { personId, what: 'factors-reset', now })
  })
}

/** How many of each group can sign in and have no second factor yet. */
export async function peopleWithoutFactor(
  ctx: ServiceContext,
  actor: Actor | null,
): Promise<Record<FactorGroup, number>> {
  authorise(actor, 'door.manage')
  const counts = Object.fromEntries(FACTOR_GROUPS.map(group => [group, 0])) as Record<FactorGroup, number>
  for (const { role, n } of await countWithoutFactor(ctx.database.db)) counts[factorGroupOf(role)] += n
  return counts
}
