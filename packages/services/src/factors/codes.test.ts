import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { newRecoveryCode, recoveryHash } from './recovery-codes'
import { newTotpSecret, totpInvitation, totpStep } from './totp'

describe('codes of an app', () => {
  // RFC 6238, appendix B, shortened to six digits.
  const secret = new TextEncoder().encode('12345678901234567890')
  const at = (seconds: number) => new Date(seconds * 1000)

  it('are those of RFC 6238, for this step and one beside it', () => {
    expect(totpStep(secret, '287082', at(59))).toBe(1)
    expect(totpStep(secret, ' 081 804 ', at(1_111_111_109))).toBe(37_037_036)
    expect(totpStep(secret, '287082', at(29))).toBe(1)
    expect(totpStep(secret, '287082', at(89))).toBe(1)
    expect(totpStep(secret, '287082', at(91))).toBeNull()
    for (const wrong of ['287083', '28708', '2870822', '', 'abcdef', '000000'])
      expect(totpStep(secret, wrong, at(59))).toBeNull()
  })

  it('come from the secret in the invitation', () => {
    const fresh = newTotpSecret()
    const { uri, typed } = totpInvitation(fresh, 'admin@contoh.id')
    expect(fresh).toHaveLength(20)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Mufakat:admin%40contoh\.id\?issuer=Mufakat&secret=[A-Z2-7]{32}&/)
    const app = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) })
    const now = new Date('2026-11-24T03:00:00Z')
    expect(totpStep(fresh, app.generate({ timestamp: now.getTime() }), now)).not.toBeNull()
  })
})

describe('recovery codes', () => {
  it('are read as people write them, and are a person’s own', () => {
    const code = newRecoveryCode()
    expect(code).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
    const hash = recoveryHash('p', '10ab-cdef-0101-wxyz')
    for (const typed of ['10ABCDEF0101WXYZ', ' io ab cdef olol wxyz', 'l0ab cdef-0101 wxyz'])
      expect(recoveryHash('p', typed)).toEqual(hash)
    expect(recoveryHash('q', '10ab-cdef-0101-wxyz')).not.toEqual(hash)
  })
})
