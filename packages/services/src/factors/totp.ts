import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const PERIOD_S = 30
const SECRET_BYTES = 20
/** Steps before and after now that count: clocks of phones are not exact. */
const WINDOW = 1
const CODE = /^\d{6}$/

const totpOf = (secret: Uint8Array, account = ''): TOTP =>
  new TOTP({
    issuer: 'Mufakat',
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  })

export const newTotpSecret = (): Uint8Array => new Uint8Array(new Secret({ size: SECRET_BYTES }).buffer)

/** What an app is given: the address in the QR code, and the secret to type by hand in groups of four. */
export const totpInvitation = (secret: Uint8Array, account: string): { uri: string; typed: string } => {
  const totp = totpOf(secret, account)
  return { uri: totp.toString(), typed: totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 ') }
}

/** The time step that the code is of, or null. The same work for whatever is not a code. */
export function totpStep(secret: Uint8Array, typed: string, now: Date): number | null {
  const code = typed.replace(/\s/g, '')
  const delta = totpOf(secret).validate({
    token: CODE.test(code) ? code : '000000',
    timestamp: now.getTime(),
    window: WINDOW,
  })
  if (delta === null || !CODE.test(code)) return null
  return Math.floor(now.getTime() / 1000 / PERIOD_S) + delta
}
