import { describe, expect, it } from 'vitest'
import { ROLES } from './codes'
import { may } from './permission'
import {
  changedRequirement,
  FACTOR_GROUPS,
  factorGroupOf,
  factorStanding,
  mappedRole,
  NO_FACTOR_REQUIREMENT,
} from './second-factor'

const NOW = new Date('2026-11-24T03:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const admin = (createdAt: Date, hasFactor = false) => ({ role: 'admin' as const, createdAt, hasFactor })
const since = (days: number, graceDays: number) => ({
  since: { ...NO_FACTOR_REQUIREMENT.since, admin: daysAgo(days) },
  graceDays,
})

describe('second factors', () => {
  it('[SF1] asks nobody for one until it is said, and only the groups it is said for', () => {
    for (const role of ROLES) {
      const person = { role, createdAt: daysAgo(900), hasFactor: false }
      expect(factorStanding(person, NO_FACTOR_REQUIREMENT, NOW).kind).toBe('enough')
      const kind = factorStanding(person, since(30, 0), NOW).kind
      expect(kind).toBe(role === 'admin' ? 'needed' : 'enough')
    }
    expect(ROLES.map(factorGroupOf)).toEqual([...FACTOR_GROUPS, 'lainnya', 'lainnya'])
  })

  it('[SF2] gives everyone the same days, from the rule or from the making of the account', () => {
    expect(factorStanding(admin(daysAgo(900)), since(3, 7), NOW)).toEqual({
      kind: 'grace',
      until: daysAgo(-4),
    })
    expect(factorStanding(admin(daysAgo(1)), since(30, 7), NOW)).toEqual({
      kind: 'grace',
      until: daysAgo(-6),
    })
    expect(factorStanding(admin(daysAgo(900)), since(7, 7), NOW)).toEqual({ kind: 'needed' })
    expect(factorStanding(admin(daysAgo(900), true), since(30, 0), NOW)).toEqual({ kind: 'enough' })
  })

  it('[SF3] does not begin the days anew when the rule is said again', () => {
    const first = changedRequirement(NO_FACTOR_REQUIREMENT, { groups: ['admin'], graceDays: 7 }, daysAgo(5))
    const again = changedRequirement(first, { groups: ['admin', 'pimpinan'], graceDays: 10 }, NOW)
    expect(again).toEqual({
      since: { admin: daysAgo(5), sekretariat: null, pimpinan: NOW, lainnya: null },
      graceDays: 10,
    })
    expect(changedRequirement(again, { groups: [], graceDays: 10 }, NOW).since.admin).toBeNull()
  })

  it("[SF4] leaves factors to the person's own hand, and their loss and the rules to admin", () => {
    for (const role of ROLES) {
      const actor = { personId: 'p', role, opdId: null }
      expect(may(actor, 'factor.manage', { personId: 'p' })).toBe(true)
      expect(may(actor, 'factor.manage', { personId: 'q' })).toBe(false)
      for (const action of ['factor.reset', 'door.manage'] as const)
        expect(may(actor, action)).toBe(role === 'admin')
    }
  })

  it('[SF5] takes the role that may most of those that groups are mapped to', () => {
    const mapping = { bappeda: 'sekretariat', semua: 'staf_opd', ti: 'admin' } as const
    expect(mappedRole(['semua', 'bappeda', 'lain'], mapping)).toBe('sekretariat')
    expect(mappedRole(['semua'], mapping)).toBe('staf_opd')
    expect(mappedRole(['lain', 'toString', '__proto__'], mapping)).toBeNull()
  })
})
