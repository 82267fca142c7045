import { describe, expect, it } from 'vitest'
import { newId, randomId } from './id'

describe('ids', () => {
  it('makes ids of the asked length from 0-9a-z, each different', () => {
    const ids = Array.from({ length: 2000 }, () => randomId())
    expect(new Set(ids).size).toBe(2000)
    for (const id of ids) expect(id).toMatch(/^[0-9a-z]{12}$/)
  })

  it('makes row ids that sort by time and are valid UUIDv7', () => {
    const early = newId(1_700_000_000_000)
    const late = newId(1_700_000_000_001)
    expect(early < late).toBe(true)
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
