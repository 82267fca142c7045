import { lockPasskey, type Tx, touchPasskey } from '@mufakat/db'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import type { DoorContext } from '../context'
import { type Ceremony, isChallenge, spendChallenge } from './challenge'

const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,8192}$/)

/** What a browser sends of an authenticator, as JSON in a field of a form. */
const assertion = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  clientExtensionResults: z.object({}).catch({}),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})

export const MAX_CREDENTIAL_JSON = 32_768

/** The JSON of a form's field, or null. */
export function parsedField<T>(schema: z.ZodType<T>, text: string): T | null {
  if (text.length > MAX_CREDENTIAL_JSON) return null
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The handle under which authenticators know a person. */
export const userHandleOf = (personId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'))

interface Asked {
  readonly ceremony: Ceremony
  readonly of: string
  /** The person who was asked; null: whoever the authenticator says, who must then have verified themselves to it. */
  readonly personId: string | null
}

/** Whose authenticator signed what we asked; null for anything else. Takes the answer: it is good once. */
export async function takeAssertion(
  ctx: DoorContext,
  tx: Tx,
  text: string,
  { ceremony, of, personId }: Asked,
): Promise<string | null> {
  const response = parsedField(assertion, text)
  if (response === null) return null
  const passkey = await lockPasskey(tx, response.id)
  if (passkey === null || (personId !== null && passkey.personId !== personId)) return null
  const { userHandle } = response.response
  const own = Buffer.from(userHandleOf(passkey.personId)).toString('base64url')
  if (userHandle === undefined ? personId === null : userHandle !== own) return null
  const { authenticatorAttachment, ...rest } = response
  let challenge = ''
  // The library throws for an answer that it does not accept.
  const verified = await verifyAuthenticationResponse({
    response: {
      ...rest,
      ...(authenticatorAttachment && { authenticatorAttachment }),
      response: { ...response.response, userHandle: own },
    },
    expectedChallenge: asked => {
      challenge = asked
      return isChallenge(ctx, ceremony, of, asked)
    },
    expectedOrigin: ctx.baseUrl,
    expectedRPID: new URL(ctx.baseUrl).hostname,
    requireUserVerification: personId === null,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => null)
  if (!verified?.verified || !(await spendChallenge(ctx, tx, challenge))) return null
  const { newCounter } = verified.authenticationInfo
  await touchPasskey(tx, { id: passkey.id, counter: newCounter, now: ctx.clock.now() })
  return passkey.personId
}
