import { deletePasskey, insertPasskey, listPasskeys } from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import {
  type AuthenticatorTransport,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { type DoorContext, inTransaction, type ServiceContext } from '../context'
import type { Session } from '../views'
import { parsedField, userHandleOf } from './assertion'
import { isChallenge, newChallenge, spendChallenge } from './challenge'
import { tellOfSecurity } from './notice'
import { afterRemoval, codesOfFirstFactor, type NewCodes, own } from './own-factors'
import { type Proof, proveLately } from './proof'

export type PasskeyCreation = PublicKeyCredentialCreationOptionsJSON

/** Nobody carries so many keys. */
const MAX_PASSKEYS = 20
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,16384}$/)
const attestation = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).catch({}),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.enum(TRANSPORTS)).max(TRANSPORTS.length).optional().catch(undefined),
  }),
})

export const passkeyInput = z.object({
  name: z.string().trim().min(1, 'field.required').max(60, 'field.too-long'),
  /** What the authenticator made, as JSON. */
  made: z.string().min(1, 'field.required'),
})
export type PasskeyInput = z.infer<typeof passkeyInput>

/** What an authenticator is asked in order to become one of this person's. */
export async function passkeyCreation(ctx: DoorContext, session: Session): Promise<PasskeyCreation> {
  const { personId } = own(session)
  const { person } = session
  const known = await listPasskeys(ctx.database.db, personId)
  return generateRegistrationOptions({
    rpName: 'Mufakat',
    rpID: new URL(ctx.baseUrl).hostname,
    userID: userHandleOf(personId),
    userName: person.email ?? person.nip ?? person.name,
    userDisplayName: person.name,
    challenge: newChallenge(ctx, 'add', session.sessionId),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({
      id,
      transports: transports as AuthenticatorTransport[],
    })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
}

/** Throws `wrong-code` for an answer that is none to what was asked, `conflict` for a key that is known. */
export async function addPasskey(
  ctx: DoorContext,
  session: Session,
  input: PasskeyInput & Proof,
): Promise<NewCodes> {
  const { personId } = own(session)
  await proveLately(ctx, session, input)
  const made = await registered(ctx, session, input.made)
  if (made === null) throw new AppError('wrong-code', 'passkey')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    if ((await listPasskeys(tx, personId)).length >= MAX_PASSKEYS) throw new AppError('conflict', 'passkeys')
    const codes = await codesOfFirstFactor(tx, personId)
    if (!(await spendChallenge(ctx, tx, made.challenge))) throw new AppError('wrong-code', 'passkey again')
    const { credential } = made
    const isNew = await insertPasskey(tx, {
      id: credential.id,
      personId,
      name: input.name,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      createdAt: now,
    })
    if (!isNew) throw new AppError('conflict', 'known passkey')
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'factor.passkey-add',
      subjectId: credential.id,
    })
    await tellOfSecurity(tx, { personId, what: 'passkey-added', now })
    return codes
  })
}

async function registered(ctx: DoorContext, session: Session, text: string) {
  const parsed = parsedField(attestation, text)
  if (parsed === null) return null
  const { transports, ...rest } = parsed.response
  let challenge = ''
  // The library throws for an answer that it does not accept.
  const verified = await verifyRegistrationResponse({
    response: { ...parsed, response: { ...rest, ...(transports && { transports }) } },
    expectedChallenge: asked => {
      challenge = asked
      return isChallenge(ctx, 'add', session.sessionId, asked)
    },
    expectedOrigin: ctx.baseUrl,
    expectedRPID: new URL(ctx.baseUrl).hostname,
    requireUserVerification: false,
  }).catch(() => null)
  return verified?.verified ? { credential: verified.registrationInfo.credential, challenge } : null
}

export async function removePasskey(
  ctx: ServiceContext,
  session: Session,
  input: { id: string } & Proof,
): Promise<void> {
  const { personId } = own(session)
  await proveLately(ctx, session, input)
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    if (!(await deletePasskey(tx, { personId, id: input.id }))) throw new AppError('not-found', 'passkey')
    await afterRemoval(tx, personId)
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'factor.passkey-remove',
      subjectId: input.id,
    })
    await tellOfSecurity(tx, { personId, what: 'passkey-removed', now })
  })
}
