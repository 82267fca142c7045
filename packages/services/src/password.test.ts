import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password'

describe('passwords', () => {
  it('are kept as Argon2id with the parameters of OWASP', async () => {
    const hash = await hashPassword('rahasia')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(hash).not.toBe(await hashPassword('rahasia'))
    expect(await verifyPassword(hash, 'rahasia')).toBe(true)
    expect(await verifyPassword(hash, 'Rahasia')).toBe(false)
  })

  it('cost the same work when there is none to compare with', async () => {
    const hash = await hashPassword('rahasia')
    expect(await verifyPassword(null, 'rahasia')).toBe(false)
    const fastest = async (against: string | null): Promise<number> => {
      let best = Number.POSITIVE_INFINITY
      for (let i = 0; i < 7; i++) {
        const start = performance.now()
        await verifyPassword(against, 'salah')
        best = Math.min(best, performance.now() - start)
      }
      return best
    }
    expect(await fastest(null)).toBeGreaterThan(0.5 * (await fastest(hash)))
  })
})
