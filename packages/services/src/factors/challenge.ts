import { createHash, randomBytes } from 'node:crypto'
import { spendToken, type Tx } from '@mufakat/db'
import type { DoorContext } from '../context'

/*
 * What an authenticator is asked to sign. Invariants:
 * 1. Asking writes nothing: a challenge carries its end and our signature, so that strangers can ask without end.
 * 2. It is good for one ceremony (adding, second step, signing in) of whom it was made for, for ten minutes.
 * 3. An answer that was taken marks its challenge, in the same transaction, and none is taken a second time.
 */

export type Ceremony = 'add' | 'second-step' | 'sign-in'

const NONCE_BYTES = 16
const END_BYTES = 8
const SIGNED_BYTES = NONCE_BYTES + END_BYTES
const CHALLENGE_MS = 10 * 60_000

const message = (ceremony: Ceremony, of: string, head: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(JSON.stringify([ceremony, of])), head])

/** `of`: whom it is for (a session, a pending sign-in), empty for whoever comes. */
export function newChallenge(ctx: DoorContext, ceremony: Ceremony, of: string): Uint8Array<ArrayBuffer> {
  const end = Buffer.alloc(END_BYTES)
  end.writeBigUInt64BE(BigInt(ctx.clock.now().getTime() + CHALLENGE_MS))
  const head = Buffer.concat([randomBytes(NONCE_BYTES), end])
  return new Uint8Array(
    Buffer.concat([head, ctx.vault.sign('passkey-challenge', message(ceremony, of, head))]),
  )
}

/** Whether a challenge, base64url, is one of ours for this and not over. */
export function isChallenge(ctx: DoorContext, ceremony: Ceremony, of: string, text: string): boolean {
  const bytes = Buffer.from(text, 'base64url')
  const head = bytes.subarray(0, SIGNED_BYTES)
  if (!ctx.vault.isSigned('passkey-challenge', message(ceremony, of, head), bytes.subarray(SIGNED_BYTES)))
    return false
  return Number(head.readBigUInt64BE(NONCE_BYTES)) > ctx.clock.now().getTime()
}

/** False when it was answered before. */
export const spendChallenge = (ctx: DoorContext, tx: Tx, text: string): Promise<boolean> =>
  spendToken(tx, {
    hash: new Uint8Array(createHash('sha256').update(text).digest()),
    expiresAt: new Date(ctx.clock.now().getTime() + CHALLENGE_MS),
  })
