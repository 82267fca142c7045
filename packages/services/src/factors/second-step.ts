import { findPendingSignIn, type Tx, takePendingSignIn } from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import { z } from 'zod'
import { beginSession, factorsOf, type SignInMethod, type Visitor } from '../begin-session'
import { type DoorContext, inTransaction, type ServiceContext } from '../context'
import { returnAttempt } from '../rate-limit'
import { hashOf, isToken } from '../token'
import { tellOfSecurity } from './notice'
import { reserveCode, takeCode } from './take-code'

/*
 * The second question at sign-in. Invariants:
 * 1. A pending sign-in opens nothing: no reader of sessions knows its token, and its cookie is another one.
 * 2. It ends with the first right answer, after five minutes, and with a change of its person's factors.
 * 3. A try is counted before it is looked at, per person and address (rate-limit.ts), apart from passwords.
 */

export const codeInput = z.object({
  code: z.string().trim().min(1, 'field.required').max(60, 'field.too-long'),
})
export type CodeInput = z.infer<typeof codeInput>

export interface PendingSignIn {
  readonly personId: string
  readonly totp: boolean
  readonly passkey: boolean
}

/** Whose turn it is to answer, or null when there is none, or no longer. */
export async function pendingSignIn(
  ctx: ServiceContext,
  token: string | null,
): Promise<PendingSignIn | null> {
  if (token === null || !isToken(token)) return null
  const pending = await findPendingSignIn(ctx.database.db, {
    tokenHash: hashOf(token),
    now: ctx.clock.now(),
  })
  return pending && { ...pending, ...(await factorsOf(ctx.database.db, pending.personId)) }
}

/** Answers with a code of the app or a recovery code; throws `wrong-code`, `not-signed-in` when it came too late. */
export async function answerWithCode(
  ctx: DoorContext,
  token: string | null,
  input: CodeInput & Visitor,
): Promise<string> {
  return answerSecondStep(ctx, token, input, async (tx, personId, now) => {
    const method = await takeCode(ctx, tx, { personId, typed: input.code, now })
    if (method === 'recovery-code') await tellOfSecurity(tx, { personId, what: 'recovery-code-used', now })
    return method
  })
}

/** The session that a right second answer earns. `answer` looks at it, in the transaction of the session. */
export async function answerSecondStep(
  ctx: ServiceContext,
  token: string | null,
  visitor: Visitor,
  answer: (tx: Tx, personId: string, now: Date) => Promise<SignInMethod | null>,
): Promise<string> {
  const pending = await pendingSignIn(ctx, token)
  if (pending === null || token === null) throw new AppError('not-signed-in', 'no pending sign-in')
  const { personId } = pending
  const now = ctx.clock.now()
  const keys = await reserveCode(ctx, { personId, address: visitor.address, now })
  return inTransaction(ctx, async tx => {
    const method = await answer(tx, personId, now)
    if (method === null) throw new AppError('wrong-code')
    if (!(await takePendingSignIn(tx, hashOf(token)))) throw new AppError('not-signed-in', 'answered twice')
    await returnAttempt(tx, keys, now)
    return beginSession(tx, { personId, now, visitor, method, hasSecondFactor: true })
  })
}
