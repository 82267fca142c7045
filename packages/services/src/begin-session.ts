import {
  findTotp,
  insertPendingSignIn,
  insertSession,
  listPasskeys,
  type Queryable,
  signedInFrom,
  type Tx,
} from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { recordAudit } from './audit'
import { limitedAddress } from './rate-limit'
import { hashOf, newToken } from './token'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** And after thirty days in any case. */
export const SESSION_ABSOLUTE_MS = 30 * DAY_MS
/** How long an address counts as known to a person. */
const KNOWN_ADDRESS_MS = 30 * DAY_MS
/** So long somebody may look for their device after the password was right. */
export const PENDING_MS = 5 * MINUTE_MS

/** How somebody showed who they are; words are in `i18n`. */
export type SignInMethod = 'password' | 'totp' | 'recovery-code' | 'passkey' | 'provider' | 'guest-link'

/** The browser that signs in. */
export interface Visitor {
  readonly address: string
  readonly userAgent: string
}

/** Whether this person lately signed in from this address, so that strangers' failures do not shut them out. */
export const isKnownAddress = (
  tx: Tx,
  { personId, address, now }: { personId: string; address: string; now: Date },
): Promise<boolean> =>
  signedInFrom(tx, { personId, address, since: new Date(now.getTime() - KNOWN_ADDRESS_MS) })

/** Which second factors count for a person. */
export async function factorsOf(
  db: Queryable,
  personId: string,
): Promise<{ totp: boolean; passkey: boolean }> {
  const [totp, passkeys] = [await findTotp(db, personId), await listPasskeys(db, personId)]
  return { totp: totp !== null && totp.confirmedAt !== null, passkey: passkeys.length > 0 }
}

/** Begins a session in the transaction of what earned it, and answers with its token. */
export async function beginSession(
  tx: Tx,
  params: {
    personId: string
    now: Date
    visitor: Visitor
    method: SignInMethod
    hasSecondFactor: boolean
    /** Ends no later than this. */
    until?: Date
    /** The rapat that it is for. */
    rapatId?: string
  },
): Promise<string> {
  const { personId, now, visitor, method, hasSecondFactor, until, rapatId } = params
  const expiresAt = new Date(now.getTime() + SESSION_ABSOLUTE_MS)
  const token = newToken()
  const sessionId = newId(now.getTime())
  await insertSession(tx, {
    id: sessionId,
    tokenHash: hashOf(token),
    personId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: until !== undefined && until < expiresAt ? until : expiresAt,
    address: limitedAddress(visitor.address),
    userAgent: visitor.userAgent.slice(0, 300),
    hasSecondFactor,
  })
  await recordAudit(tx, {
    at: now,
    actorId: personId,
    action: 'session.start',
    subjectId: sessionId,
    details: { method },
    ...(rapatId === undefined ? {} : { rapatId }),
  })
  return token
}

/** What becomes of somebody who was right so far: inside, or one more question. The token is of one or the other. */
export interface SignInStep {
  readonly next: 'inside' | 'second-factor'
  readonly token: string
}

/**
 * After a first factor was right: a session where that is enough, else a sign-in that waits for the second. The one
 * place where this is decided.
 */
export async function afterFirstFactor(
  tx: Tx,
  params: { personId: string; now: Date; visitor: Visitor; method: 'password' | 'provider' },
): Promise<SignInStep> {
  const { personId, now } = params
  const { totp, passkey } = await factorsOf(tx, personId)
  if (!totp && !passkey)
    return { next: 'inside', token: await beginSession(tx, { ...params, hasSecondFactor: false }) }
  const token = newToken()
  await insertPendingSignIn(tx, {
    tokenHash: hashOf(token),
    personId,
    expiresAt: new Date(now.getTime() + PENDING_MS),
  })
  return { next: 'second-factor', token }
}
