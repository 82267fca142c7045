import { describe, expect, it } from 'vitest'
import { openVault } from './vault'

const SECRET = 'rahasia instalasi yang cukup panjang'
const plain = new Uint8Array([1, 2, 3, 4])

describe('the vault', () => {
  const vault = openVault(SECRET)

  it('opens what it has sealed, also after a new start, and seals differently each time', () => {
    const sealed = vault.seal('totp', 'a', plain)
    expect(openVault(SECRET).open('totp', 'a', sealed)).toEqual(plain)
    expect(vault.seal('totp', 'a', plain)).not.toEqual(sealed)
    expect(vault.open('totp', 'a', vault.seal('totp', 'a', new Uint8Array()))).toEqual(new Uint8Array())
  })

  it('opens nothing for another owner, purpose or key, and nothing that was changed', () => {
    const sealed = vault.seal('totp', 'a', plain)
    expect(vault.open('totp', 'b', sealed)).toBeNull()
    expect(vault.open('provider-secret', 'a', sealed)).toBeNull()
    expect(openVault(`${SECRET}!`).open('totp', 'a', sealed)).toBeNull()
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(vault.open('totp', 'a', changed)).toBeNull()
      expect(vault.open('totp', 'a', sealed.slice(0, at))).toBeNull()
    }
  })

  it('knows its own signatures, by purpose', () => {
    const signature = vault.sign('passkey-challenge', plain)
    expect(vault.isSigned('passkey-challenge', plain, signature)).toBe(true)
    expect(vault.isSigned('provider-transaction', plain, signature)).toBe(false)
    expect(vault.isSigned('passkey-challenge', new Uint8Array([1, 2, 3]), signature)).toBe(false)
    expect(vault.isSigned('passkey-challenge', plain, signature.slice(1))).toBe(false)
  })
})
