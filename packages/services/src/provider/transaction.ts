import { z } from 'zod'
import type { Vault } from '../vault'

const OWNER = 'sign-in'

/** What a browser carries from leaving for the provider until it is back, sealed: ten minutes at most. */
const transaction = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  issuer: z.string(),
  /** Where to afterwards. */
  target: z.string(),
  until: z.number(),
})
export type Transaction = z.infer<typeof transaction>

export const sealTransaction = (vault: Vault, value: Transaction): string =>
  Buffer.from(vault.seal('provider-transaction', OWNER, Buffer.from(JSON.stringify(value)))).toString(
    'base64url',
  )

/** Null: none of ours, or over. */
export function openTransaction(vault: Vault, sealed: string | null, now: Date): Transaction | null {
  const plain = vault.open('provider-transaction', OWNER, Buffer.from(sealed ?? '', 'base64url'))
  if (plain === null) return null
  const parsed = transaction.parse(JSON.parse(Buffer.from(plain).toString()))
  return parsed.until > now.getTime() ? parsed : null
}
