import { isBoundToProvider, type Queryable, readSetting, writeSetting } from '@mufakat/db'
import { type Actor, ROLES, type Role } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, type DoorContext, inTransaction, type ServiceContext } from '../context'
import type { Vault } from '../vault'

/** Key of the setting. */
const PROVIDER = 'identity-provider'

const line = z.string().trim().max(500, 'field.too-long')
const needed = line.min(1, 'field.required')

/** https, or this machine itself; nothing else may carry a client's secret. */
const isSafe = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const isHere = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
}
const address = needed.refine(isSafe, 'field.address')
const scopes = needed
  .regex(/^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'field.invalid')
  .refine(text => text.split(' ').includes('openid'), 'field.openid')

const ROLE_LINE = /^(.{1,200}?)\s*=\s*(\w+)$/
const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)

/** "group = role", one a line. */
const roleLines = z
  .string()
  .max(10_000, 'field.too-long')
  .transform((text, check) => {
    const lines = text.split(/\r?\n/).flatMap(one => (one.trim() === '' ? [] : [one.trim()]))
    const pairs = lines.map(one => ROLE_LINE.exec(one))
    const known = pairs.flatMap(pair => (pair && isRole(pair[2] ?? '') ? [[pair[1], pair[2]]] : []))
    if (known.length !== lines.length) check.addIssue({ code: 'custom', message: 'field.roles' })
    return Object.fromEntries(known) as Record<string, Role>
  })

const facts = {
  isOn: z.boolean(),
  /** As the button names it. */
  name: needed.max(60, 'field.too-long'),
  issuer: address,
  authorizationEndpoint: address,
  tokenEndpoint: address,
  /** Empty: what the ID token says is all. */
  userinfoEndpoint: z.union([z.literal(''), address]),
  jwksUri: address,
  clientId: needed,
  scopes,
  groupClaim: needed,
  /** By which claim somebody is found who comes for the first time. */
  match: z.enum(['email', 'nip'], 'field.choose'),
  nipClaim: needed,
  createsAccounts: z.boolean(),
  /** Whom it knows signs in through it, but for admins: somebody must get in when it is down. */
  isRequired: z.boolean(),
  /** It asks for a second factor itself, so nobody is asked here again. */
  asksSecondFactor: z.boolean(),
}

const stored = z.object({
  ...facts,
  roles: z.record(z.string(), z.enum(ROLES)),
  /** Sealed, base64. */
  secret: z.string().nullable(),
})
export type Provider = z.infer<typeof stored>

/** `clientSecret` empty: as it was. */
export const providerInput = z.object({ ...facts, roles: roleLines, clientSecret: line })
export type ProviderInput = z.infer<typeof providerInput>

/** What a page may show: everything but the secret. */
export type ProviderView = Omit<Provider, 'secret'> & { readonly hasSecret: boolean }

/** The provider as it is set, or null. */
export async function providerOf(db: Queryable): Promise<Provider | null> {
  const value = await readSetting(db, PROVIDER)
  return value === undefined ? null : stored.parse(value)
}

export const secretOf = (vault: Vault, { secret, clientId }: Provider): string | null => {
  const plain =
    secret === null ? null : vault.open('provider-secret', clientId, Buffer.from(secret, 'base64'))
  return plain && Buffer.from(plain).toString()
}

/** What the sign-in page needs: the name on the button, or null. */
export async function providerName(ctx: ServiceContext): Promise<string | null> {
  const provider = await providerOf(ctx.database.db)
  return provider?.isOn ? provider.name : null
}

export const redirectUriOf = (ctx: DoorContext): string => `${ctx.baseUrl}/masuk/sso/balik`

export async function providerSettings(
  ctx: DoorContext,
  actor: Actor | null,
): Promise<{ provider: ProviderView | null; redirectUri: string }> {
  authorise(actor, 'door.manage')
  const redirectUri = redirectUriOf(ctx)
  const provider = await providerOf(ctx.database.db)
  if (provider === null) return { provider: null, redirectUri }
  const { secret, ...rest } = provider
  return { provider: { ...rest, hasSecret: secret !== null }, redirectUri }
}

export async function setProvider(
  ctx: DoorContext,
  actor: Actor | null,
  { clientSecret, ...input }: ProviderInput,
): Promise<void> {
  authorise(actor, 'door.manage')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const before = await providerOf(tx)
    // Sealed for its client: another client needs its own.
    const kept = before?.clientId === input.clientId ? before.secret : null
    const secret =
      clientSecret === ''
        ? kept
        : Buffer.from(ctx.vault.seal('provider-secret', input.clientId, Buffer.from(clientSecret))).toString(
            'base64',
          )
    if (input.isOn && secret === null)
      throw new AppError('invalid-input', 'no secret', { fields: { clientSecret: 'field.required' } })
    const value: Provider = { ...input, secret }
    await writeSetting(tx, { key: PROVIDER, value, now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'door.provider',
      details: {
        fields: Object.keys(value).filter(
          key =>
            JSON.stringify(before?.[key as keyof Provider]) !== JSON.stringify(value[key as keyof Provider]),
        ),
        isOn: value.isOn,
      },
    })
  })
}

/** Throws `use-provider` for somebody who must sign in through the provider; admins may always go in by themselves. */
export async function refuseBound(db: Queryable, personId: string): Promise<void> {
  const provider = await providerOf(db)
  if (!provider?.isOn || !provider.isRequired) return
  if (await isBoundToProvider(db, { issuer: provider.issuer, personId }))
    throw new AppError('use-provider', 'bound to the provider')
}
