import { findAccount, listPasskeys } from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import {
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { beginSession, type Visitor } from '../begin-session'
import { type DoorContext, inTransaction } from '../context'
import { refuseBound } from '../provider/settings'
import { addressKeys, limitedAddress, reserveAttempt, returnAttempt } from '../rate-limit'
import { takeAssertion } from './assertion'
import { newChallenge } from './challenge'
import { answerSecondStep, pendingSignIn } from './second-step'

export type PasskeyQuestion = PublicKeyCredentialRequestOptionsJSON

const rpId = (ctx: DoorContext): string => new URL(ctx.baseUrl).hostname

/** What the authenticators of who just gave their password are asked; null when they have none. */
export async function secondStepQuestion(ctx: DoorContext, token: string): Promise<PasskeyQuestion | null> {
  const pending = await pendingSignIn(ctx, token)
  if (pending === null || !pending.passkey) return null
  const passkeys = await listPasskeys(ctx.database.db, pending.personId)
  return generateAuthenticationOptions({
    rpID: rpId(ctx),
    challenge: newChallenge(ctx, 'second-step', token),
    userVerification: 'preferred',
    allowCredentials: passkeys.map(({ id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransport[],
    })),
  })
}

/** Answers the second question with an authenticator; throws as a code does. */
export const answerWithPasskey = (
  ctx: DoorContext,
  token: string | null,
  input: Visitor & { answer: string },
): Promise<string> =>
  answerSecondStep(ctx, token, input, async (tx, personId) => {
    const asked = { ceremony: 'second-step', of: token ?? '', personId } as const
    return (await takeAssertion(ctx, tx, input.answer, asked)) === null ? null : 'passkey'
  })

/** What whoever comes is asked, who says neither name nor password. Writes nothing. */
export const signInQuestion = (ctx: DoorContext): Promise<PasskeyQuestion> =>
  generateAuthenticationOptions({
    rpID: rpId(ctx),
    challenge: newChallenge(ctx, 'sign-in', ''),
    userVerification: 'required',
  })

/**
 * Signs in by an authenticator alone: it knows its person and has asked them for finger, face or PIN, so it is both
 * factors. Throws `wrong-credentials` whatever is wrong, or `rate-limited`.
 */
export async function signInWithPasskey(
  ctx: DoorContext,
  input: Visitor & { answer: string },
): Promise<string> {
  const now = ctx.clock.now()
  const keys = addressKeys(limitedAddress(input.address))
  await inTransaction(ctx, async tx => {
    if (!(await reserveAttempt(tx, keys, now))) throw new AppError('rate-limited', 'passkey')
  })
  return inTransaction(ctx, async tx => {
    const asked = { ceremony: 'sign-in', of: '', personId: null } as const
    const personId = await takeAssertion(ctx, tx, input.answer, asked)
    if (personId === null || !(await findAccount(tx, personId))?.active)
      throw new AppError('wrong-credentials', 'passkey')
    await refuseBound(tx, personId)
    await returnAttempt(tx, keys, now)
    return beginSession(tx, { personId, now, visitor: input, method: 'passkey', hasSecondFactor: true })
  })
}
