import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Somebody whom the issuer knows; claims as they stand in its ID token and userinfo. */
export type IssuerPerson = Readonly<Record<string, unknown>>

/** A provider of identities on this machine, which signs in whoever is set without asking. */
export interface TestIssuer {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  readonly people: Map<string, IssuerPerson>
  /** Who signs in there; null: whoever comes gives up. */
  who: string | null
  close(): Promise<void>
}

/** @param redirectUris where it may send people back to */
export async function startIssuer(redirectUris: string[]): Promise<TestIssuer> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, IssuerPerson>()
  const [clientId, clientSecret] = ['mufakat', randomBytes(24).toString('base64url')]
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider: Provider = new Provider(url, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      nip: ['nip'],
      groups: ['groups'],
    },
    // As most do: claims stand in the ID token, too.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async context => {
      const { client, session, params } = context.oidc
      const grant = new provider.Grant({
        ...(client && { clientId: client.clientId }),
        ...(session?.accountId && { accountId: session.accountId }),
      })
      grant.addOIDCScope(String(params?.scope ?? 'openid'))
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const issuer: TestIssuer = {
    ...{ url, clientId, clientSecret, people },
    who: null,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const result =
      issuer.who === null ? { error: 'access_denied' } : { login: { accountId: issuer.who, remember: false } }
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  })
  return issuer
}
