import { createHash } from 'node:crypto'
import { spendToken } from '@mufakat/db'
import { err, ok, type Result } from '@mufakat/kernel'
import * as oauth from 'oauth4webapi'
import { afterFirstFactor, beginSession, type SignInStep, type Visitor } from '../begin-session'
import { type DoorContext, inTransaction } from '../context'
import { type Claims, identify } from './identify'
import type { ProviderRefusal } from './refusal'
import { type Provider, providerOf, redirectUriOf, secretOf } from './settings'
import { openTransaction, sealTransaction, type Transaction } from './transaction'

/*
 * Signing in through a provider of identities (OpenID Connect, authorization code with PKCE). Invariants:
 * 1. The provider is asked only while somebody signs in, at the addresses that are set: one that is down is down for
 *    them alone.
 * 2. What comes back fits what this browser left with (state, nonce, verifier), once, within ten minutes.
 * 3. Until all of it fits nothing is stored; then all of it is, in one transaction.
 */

const TRANSACTION_MS = 10 * 60_000
const ANSWER_MS = 8_000

const serverOf = (provider: Provider): oauth.AuthorizationServer => ({
  issuer: provider.issuer,
  authorization_endpoint: provider.authorizationEndpoint,
  token_endpoint: provider.tokenEndpoint,
  jwks_uri: provider.jwksUri,
  ...(provider.userinfoEndpoint !== '' && { userinfo_endpoint: provider.userinfoEndpoint }),
  id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'],
})

/** Where the browser goes, and what it carries meanwhile. Null when no provider is on. */
export async function leaveForProvider(
  ctx: DoorContext,
  target: string,
): Promise<{ location: string; transaction: string } | null> {
  const provider = await providerOf(ctx.database.db)
  if (!provider?.isOn) return null
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()]
  const verifier = oauth.generateRandomCodeVerifier()
  const location = new URL(provider.authorizationEndpoint)
  const asked = {
    client_id: provider.clientId,
    redirect_uri: redirectUriOf(ctx),
    response_type: 'code',
    scope: provider.scopes,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) location.searchParams.set(name, value)
  const until = ctx.clock.now().getTime() + TRANSACTION_MS
  const transaction = sealTransaction(ctx.vault, {
    ...{ state, nonce, verifier, target, until },
    issuer: provider.issuer,
  })
  return { location: location.href, transaction }
}

export interface BackFromProvider extends Visitor {
  /** What the provider sent the browser back with. */
  readonly answer: URLSearchParams
  /** What the browser left with. */
  readonly transaction: string | null
  /** Rejected answers go to the log: whoever sets this up needs the reason. */
  readonly logError: (error: unknown) => void
}

export type ProviderSignIn = Result<{ readonly step: SignInStep; readonly target: string }, ProviderRefusal>

/** What becomes of an answer of the provider. */
export async function backFromProvider(ctx: DoorContext, back: BackFromProvider): Promise<ProviderSignIn> {
  const now = ctx.clock.now()
  const transaction = openTransaction(ctx.vault, back.transaction, now)
  const provider = await providerOf(ctx.database.db)
  if (transaction === null || !provider?.isOn || provider.issuer !== transaction.issuer) return err('expired')
  const claims = await claimsOf(ctx, provider, transaction, back).catch((error: unknown) => {
    back.logError(forLog(error))
    return err(refusalOf(error))
  })
  if (!claims.ok) return claims

  const refused: { reason: ProviderRefusal } = { reason: 'expired' }
  try {
    const step = await inTransaction(ctx, async tx => {
      const hash = new Uint8Array(createHash('sha256').update(transaction.state).digest())
      if (!(await spendToken(tx, { hash, expiresAt: new Date(transaction.until) }))) throw refused
      const person = await identify(tx, provider, claims.value, now)
      if (!person.ok) {
        refused.reason = person.error
        throw refused
      }
      const session = { personId: person.value, now, visitor: back, method: 'provider' } as const
      if (!provider.asksSecondFactor) return afterFirstFactor(tx, session)
      return { next: 'inside', token: await beginSession(tx, { ...session, hasSecondFactor: true }) } as const
    })
    return ok({ step, target: transaction.target })
  } catch (error) {
    if (error === refused) return err(refused.reason)
    throw error
  }
}

/** What the provider says of whoever signed in, once everything about it has been checked. */
async function claimsOf(
  ctx: DoorContext,
  provider: Provider,
  { state, nonce, verifier }: Transaction,
  { answer }: BackFromProvider,
): Promise<Result<Claims, ProviderRefusal>> {
  const server = serverOf(provider)
  const client: oauth.Client = { client_id: provider.clientId }
  const secret = secretOf(ctx.vault, provider)
  if (secret === null) return err('unavailable')
  const options = {
    // Only addresses of this machine pass the settings without https.
    [oauth.allowInsecureRequests]: true,
    signal: () => AbortSignal.timeout(ANSWER_MS),
  }
  const code = oauth.validateAuthResponse(server, client, answer, state)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.ClientSecretBasic(secret),
    code,
    redirectUriOf(ctx),
    verifier,
    options,
  )
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  await oauth.validateApplicationLevelSignature(server, response, options)
  const said = oauth.getValidatedIdTokenClaims(tokens)
  if (said === undefined) return err('unavailable')
  if (provider.userinfoEndpoint === '') return ok(said)
  const more = await oauth.userInfoRequest(server, client, tokens.access_token, options)
  return ok({ ...(await oauth.processUserInfoResponse(server, client, said.sub, more)), ...said })
}

/** Answers that do not fit the question, apart from a provider that does not answer well. */
const MISFITS: readonly string[] = [
  oauth.INVALID_RESPONSE,
  oauth.JWT_CLAIM_COMPARISON,
  oauth.JWT_TIMESTAMP_CHECK,
]

function refusalOf(error: unknown): ProviderRefusal {
  if (error instanceof oauth.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'unavailable'
  // A code that was used before, or is too old.
  if (error instanceof oauth.ResponseBodyError)
    return error.error === 'invalid_grant' ? 'expired' : 'unavailable'
  if (error instanceof oauth.OperationProcessingError)
    return MISFITS.includes(error.code ?? '') ? 'mismatch' : 'unavailable'
  return 'unavailable'
}

/** Without what the library keeps beside it: codes and tokens of somebody are in there. */
function forLog(error: unknown): Error {
  const { name = '', message = '', code = '' } = error as { name?: string; message?: string; code?: string }
  return new Error(`identity provider: ${name} ${code} ${message}`)
}
