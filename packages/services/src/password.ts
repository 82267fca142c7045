import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the library's default algorithm) with OWASP's parameters: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS)

let decoy: Promise<string> | null = null

/**
 * Whether the password fits the hash. Without a hash (unknown login, closed account) the same work is done
 * against a decoy and the answer is no, so that time does not tell which logins exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID())
  const fits = await verify(passwordHash ?? (await decoy), password)
  return passwordHash !== null && fits
}
