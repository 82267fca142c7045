import { findTotp, type Tx, takeRecoveryCode, takeTotpStep } from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import { isKnownAddress } from '../begin-session'
import { type DoorContext, inTransaction, type ServiceContext } from '../context'
import { codeKeys, type LimitedKey, limitedAddress, reserveAttempt } from '../rate-limit'
import { recoveryHash } from './recovery-codes'
import { totpStep } from './totp'

/** Nobody's, so that who has no app costs the same work. */
const DECOY = new Uint8Array(20)

/**
 * Takes a code of the app or a recovery code, each once (a code that was taken, and every older one, is none). The same
 * work whichever it is, and whether it is one or not. Null: it is none.
 */
export async function takeCode(
  ctx: DoorContext,
  tx: Tx,
  params: { personId: string; typed: string; now: Date },
): Promise<'totp' | 'recovery-code' | null> {
  const { personId, typed, now } = params
  const totp = await findTotp(tx, personId)
  const secret = totp?.confirmedAt ? ctx.vault.open('totp', personId, totp.secret) : null
  const step = totpStep(secret ?? DECOY, typed, now)
  const onPaper = await takeRecoveryCode(tx, { personId, hash: recoveryHash(personId, typed), now })
  if (onPaper) return 'recovery-code'
  return secret !== null && step !== null && (await takeTotpStep(tx, { personId, step })) ? 'totp' : null
}

/** Counts a try at a second factor before it is looked at; throws `rate-limited`. Answers what a right one gives back. */
export async function reserveCode(
  ctx: ServiceContext,
  params: { personId: string; address: string; now: Date },
): Promise<LimitedKey[]> {
  const { personId, now } = params
  const address = limitedAddress(params.address)
  return inTransaction(ctx, async tx => {
    const keys = codeKeys(personId, address, await isKnownAddress(tx, { personId, address, now }))
    if (!(await reserveAttempt(tx, keys, now))) throw new AppError('rate-limited', 'second factor')
    return keys
  })
}
