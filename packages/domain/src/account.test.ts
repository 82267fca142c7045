import { describe, expect, it } from 'vitest'
import type { AccountState } from './account'
import { leavesAnAdmin, linkState } from './account'
import { ROLES } from './codes'
import { may } from './permission'

const ADMIN: AccountState = { role: 'admin', active: true, hasPassword: true }

describe('accounts', () => {
  it('[U1] are for admin alone', () => {
    for (const role of ROLES)
      for (const action of ['account.read', 'account.manage', 'jabatan.assign'] as const)
        expect(may({ personId: 'x', role, opdId: null }, action)).toBe(role === 'admin')
  })

  it('[U2] keep somebody who can administer', () => {
    const changes: AccountState[] = [
      { ...ADMIN, active: false },
      ...ROLES.filter(role => role !== 'admin').map(role => ({ ...ADMIN, role })),
      { ...ADMIN, hasPassword: false },
    ]
    for (const after of changes) {
      expect(leavesAnAdmin(ADMIN, after, 0)).toBe(false)
      expect(leavesAnAdmin(ADMIN, after, 1)).toBe(true)
    }
    expect(leavesAnAdmin(ADMIN, ADMIN, 0)).toBe(true)
  })

  it('[U2] let one go who could not administer anyway', () => {
    const invited = { ...ADMIN, hasPassword: false }
    expect(leavesAnAdmin(invited, { ...invited, active: false }, 0)).toBe(true)
    const staff: AccountState = { ...ADMIN, role: 'staf_opd' }
    expect(leavesAnAdmin(staff, { ...staff, active: false }, 0)).toBe(true)
  })

  it('[U4] open a link only while it is neither used nor void nor past its time', () => {
    const now = new Date('2026-11-24T03:00:00Z')
    const later = new Date(now.getTime() + 1)
    const link = { usedAt: null, voidedAt: null, expiresAt: later }
    expect(linkState(link, now)).toBe('open')
    expect(linkState({ ...link, expiresAt: now }, now)).toBe('expired')
    expect(linkState({ ...link, voidedAt: now }, now)).toBe('void')
    expect(linkState({ ...link, usedAt: now, voidedAt: now }, now)).toBe('used')
  })
})
