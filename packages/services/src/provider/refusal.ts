/** Why a sign-in through the provider leads nowhere; words are `masuk.sso.<refusal>`. */
export const PROVIDER_REFUSALS = [
  'cancelled',
  'expired',
  'mismatch',
  'unavailable',
  'unknown-person',
  'unverified',
  'no-role',
  'closed',
] as const
export type ProviderRefusal = (typeof PROVIDER_REFUSALS)[number]
