import type { ProviderView } from '@mufakat/services'

const FLAGS = ['isOn', 'createsAccounts', 'isRequired', 'asksSecondFactor'] as const

/** The form as its schema reads it: boxes that are not ticked are not sent. */
export const providerForm = (form: FormData): Record<string, unknown> => ({
  ...Object.fromEntries(form),
  ...Object.fromEntries(FLAGS.map(name => [name, form.get(name) === '1'])),
})

const FIELDS = [
  'name',
  'issuer',
  'authorizationEndpoint',
  'tokenEndpoint',
  'userinfoEndpoint',
  'jwksUri',
  'clientId',
  'scopes',
  'groupClaim',
  'match',
  'nipClaim',
  'roles',
] as const

/** What the form shows: as text and ticks, the secret never. */
export interface ProviderValues {
  readonly text: Readonly<Record<(typeof FIELDS)[number], string>>
  readonly on: readonly (typeof FLAGS)[number][]
}

const FIRST: Partial<Record<(typeof FIELDS)[number], string>> = {
  scopes: 'openid profile email',
  groupClaim: 'groups',
  match: 'email',
  nipClaim: 'nip',
}

export function valuesOf(provider: ProviderView | null): ProviderValues {
  const text = (name: (typeof FIELDS)[number]): string => {
    if (provider === null) return FIRST[name] ?? ''
    if (name !== 'roles') return provider[name]
    return Object.entries(provider.roles)
      .map(([group, role]) => `${group} = ${role}`)
      .join('\n')
  }
  return {
    text: Object.fromEntries(FIELDS.map(name => [name, text(name)])) as ProviderValues['text'],
    on: provider === null ? [] : FLAGS.filter(name => provider[name]),
  }
}

/** What was typed, so that it stays when a field is wrong. */
export const typedValues = (form: FormData): ProviderValues => ({
  text: Object.fromEntries(
    FIELDS.map(name => [name, String(form.get(name) ?? '').slice(0, 10_000)]),
  ) as ProviderValues['text'],
  on: FLAGS.filter(name => form.get(name) === '1'),
})
