import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null) => Promise<unknown>

const ADMIN = ['not-signed-in', 'yfffff', 'yfffff'] as const
/** Done by admin, if what it is about were there. */
const ADMIN_MISSES = ['not-signed-in', 'nfffff', 'nfffff'] as const

const doorContext = (ctx: services.ServiceContext): services.DoorContext => ({
  ...ctx,
  vault: services.openVault('x'.repeat(32)),
  baseUrl: 'http://localhost:3000',
})

/** One that is not on. */
const PROVIDER = {
  isOn: false,
  name: 'SSO Kabupaten',
  issuer: 'https://sso.contoh.id',
  authorizationEndpoint: 'https://sso.contoh.id/auth',
  tokenEndpoint: 'https://sso.contoh.id/token',
  userinfoEndpoint: '',
  jwksUri: 'https://sso.contoh.id/jwks',
  clientId: 'mufakat',
  clientSecret: 'rahasia',
  scopes: 'openid email',
  groupClaim: 'groups',
  match: 'email',
  nipClaim: 'nip',
  createsAccounts: false,
  isRequired: false,
  asksSecondFactor: false,
  roles: '',
}

/** For the table of `permissions.pg.test.ts`: use-cases of the way in, and what each role is answered. */
export const factorRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  factorRule: { call: (c, a) => services.factorRule(c, a), answers: ADMIN },
  setFactorRule: {
    call: (c, a) => services.setFactorRule(c, a, { groups: [], graceDays: 14 }),
    answers: ADMIN,
  },
  peopleWithoutFactor: {
    call: (c, a) => services.peopleWithoutFactor(c, a),
    answers: ADMIN,
  },
  findFactors: { call: (c, a) => services.findFactors(c, a, 'x'), answers: ADMIN },
  resetFactors: {
    // Nobody has this id: who may, is told so.
    call: (c, a) => services.resetFactors(c, a, { personId: newId() }),
    answers: ADMIN_MISSES,
  },
  providerSettings: {
    call: (c, a) => services.providerSettings(doorContext(c), a),
    answers: ADMIN,
  },
  setProvider: {
    call: (c, a) => services.setProvider(doorContext(c), a, services.providerInput.parse(PROVIDER)),
    answers: ADMIN,
  },
}

/** What asks for no actor, and why. */
export const factorsWithoutActor: readonly (readonly [string, string])[] = [
  // The way in: by a token, an authenticator or a provider's answer; one's own session is the argument.
  ...['readSessionAtDoor', 'pendingSignIn', 'answerWithCode', 'answerWithPasskey', 'secondStepQuestion'].map(
    name => [name, 'is how one becomes somebody'] as const,
  ),
  ...['signInQuestion', 'signInWithPasskey', 'leaveForProvider', 'backFromProvider', 'providerName'].map(
    name => [name, 'is how one becomes somebody'] as const,
  ),
  ...['ownFactors', 'inviteTotp', 'totpInvitationOf', 'confirmTotp', 'removeTotp', 'renewRecoveryCodes'].map(
    name => [name, 'takes a session, and is that person’s alone'] as const,
  ),
  ...['passkeyCreation', 'addPasskey', 'removePasskey'].map(
    name => [name, 'takes a session, and is that person’s alone'] as const,
  ),
]
