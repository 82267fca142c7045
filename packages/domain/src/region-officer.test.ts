import { describe, expect, it } from 'vitest'
import { namedCamatOn, newSpellFault, type Spell } from './region-officer'

const spell = (personId: string, from: string, until: string | null = null): Spell => ({
  personId,
  from,
  until,
})

describe('officers of a region', () => {
  it('[O5] name the camat of a day, the latest first, or nobody', () => {
    const named = [spell('a', '2026-01-01'), spell('b', '2026-06-01', '2026-06-30')]
    expect(namedCamatOn(named, '2026-05-31')?.personId).toBe('a')
    expect(namedCamatOn(named, '2026-06-30')?.personId).toBe('b')
    expect(namedCamatOn(named, '2026-07-01')?.personId).toBe('a')
    expect(namedCamatOn(named, '2025-12-31')).toBeNull()
  })

  it('[O6] are several at a time, but nobody is one twice', () => {
    const there = [spell('a', '2026-01-01', '2026-03-31'), spell('b', '2026-01-01')]
    expect(newSpellFault(there, spell('c', '2026-02-01'))).toBeNull()
    expect(newSpellFault(there, spell('a', '2026-04-01'))).toBeNull()
    expect(newSpellFault(there, spell('a', '2026-03-31'))).toBe('already')
    expect(newSpellFault(there, spell('b', '2025-01-01', '2026-01-01'))).toBe('already')
    expect(newSpellFault(there, spell('c', '2026-02-01', '2026-01-31'))).toBe('ends-first')
  })
})
