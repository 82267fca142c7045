import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/*
 * What is kept so that a copy of the tables does not tell it. Invariants:
 * 1. Every purpose has a key of its own, derived from SESSION_SECRET (HKDF-SHA256, the purpose as label).
 * 2. What is sealed opens only for the purpose and the owner it was sealed for (AES-256-GCM, owner as its data).
 * 3. What does not open is answered with null: another key, another owner and a changed byte look alike.
 */

export type Purpose =
  | 'data-export'
  | 'totp'
  | 'provider-secret'
  | 'provider-transaction'
  | 'passkey-challenge'
  | 'smtp-password'
  | 'check-in'

export interface Vault {
  seal(purpose: Purpose, owner: string, plain: Uint8Array): Uint8Array
  open(purpose: Purpose, owner: string, sealed: Uint8Array): Uint8Array | null
  /** HMAC-SHA256. */
  sign(purpose: Purpose, message: Uint8Array): Uint8Array
  isSigned(purpose: Purpose, message: Uint8Array, signature: Uint8Array): boolean
}

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES

export function openVault(secret: string): Vault {
  const keys = new Map<string, Uint8Array>()
  const keyFor = (use: 'seal' | 'sign', purpose: Purpose): Uint8Array => {
    const label = `mufakat ${use} ${purpose} v${VERSION}`
    const known = keys.get(label) ?? new Uint8Array(hkdfSync('sha256', secret, '', label, 32))
    keys.set(label, known)
    return known
  }
  const sign = (purpose: Purpose, message: Uint8Array) =>
    new Uint8Array(createHmac('sha256', keyFor('sign', purpose)).update(message).digest())
  return {
    seal: (purpose, owner, plain) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyFor('seal', purpose), iv).setAAD(Buffer.from(owner))
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
      return new Uint8Array(Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), sealed]))
    },
    open: (purpose, owner, sealed) => {
      if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION) return null
      const iv = sealed.subarray(1, 1 + IV_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', keyFor('seal', purpose), iv)
        .setAAD(Buffer.from(owner))
        .setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES))
      try {
        return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]))
      } catch {
        return null
      }
    },
    sign,
    isSigned: (purpose, message, signature) => {
      const right = sign(purpose, message)
      return right.length === signature.length && timingSafeEqual(right, signature)
    },
  }
}
