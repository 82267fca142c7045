import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from './codes'
import { may, refusal } from './permission'
import type { Actor, OfficeSubject, Subject } from './permission-condition'

const person = (role: Role, more: Partial<Actor> = {}): Actor => ({
  personId: `p-${role}`,
  role,
  opdId: 'opd-own',
  ...more,
})
const own: OfficeSubject = { officeOpdIds: ['opd-old', 'opd-own'] }
const other: OfficeSubject = { officeOpdIds: ['opd-other'] }
const who = (action: Parameters<typeof may>[1], subject?: Subject) =>
  ROLES.filter(role => may(person(role), action, subject))

describe('permissions on targets', () => {
  it('[P25] let everybody but a guest read them, and sekretariat and admin change them', () => {
    expect(who('target.read')).toEqual(['admin', 'sekretariat', 'pimpinan', 'kepala_opd', 'staf_opd'])
    for (const action of ['target.edit', 'capaian.correct'] as const)
      expect(who(action)).toEqual(['admin', 'sekretariat'])
    expect(may(person('tamu', { guestOf: 'rapat' }), 'target.read')).toBe(false)
  })

  it('[P26] let an OPD fill in its own report, and those who check it accept or return it', () => {
    expect(who('laporan-opd.fill', own)).toEqual(['admin', 'sekretariat', 'kepala_opd', 'staf_opd'])
    expect(who('laporan-opd.fill', other)).toEqual(['admin', 'sekretariat'])
    expect(who('laporan-opd.read', own)).toEqual([
      'admin',
      'sekretariat',
      'pimpinan',
      'kepala_opd',
      'staf_opd',
    ])
    expect(who('laporan-opd.read', other)).toEqual(['admin', 'sekretariat', 'pimpinan'])
    expect(who('laporan-opd.fill')).toEqual(['admin', 'sekretariat'])
    expect(who('laporan-opd.review')).toEqual(['admin', 'sekretariat'])
    expect(may(person('staf_opd', { otherOpdIds: ['opd-other'] }), 'laporan-opd.fill', other)).toBe(true)
    expect(may(person('staf_opd', { viewedBy: 'p-admin' }), 'laporan-opd.fill', own)).toBe(false)
    expect(refusal(person('staf_opd'), 'laporan-opd.read', other)).toBe('forbidden')
  })

  it('[P27] keep the dashboard and the report to those who lead, and to an OPD its own page', () => {
    for (const action of ['dasbor.read', 'laporan.read'] as const)
      expect(who(action)).toEqual(['admin', 'sekretariat', 'pimpinan'])
    expect(who('dasbor.opd', own)).toEqual(['admin', 'sekretariat', 'pimpinan', 'kepala_opd', 'staf_opd'])
    expect(who('dasbor.opd', other)).toEqual(['admin', 'sekretariat', 'pimpinan'])
    expect(who('laporan.note')).toEqual(['pimpinan'])
  })

  it('[P28] tell everybody what is public, and let who edits a card say what it contributes to', () => {
    expect(may(null, 'data.read')).toBe(true)
    expect(who('data.read')).toEqual([...ROLES])
    const card = { cardOpdIds: ['opd-own'], from: null }
    expect(who('kartu.contribute', card)).toEqual(['admin', 'sekretariat', 'kepala_opd', 'staf_opd'])
    expect(who('kartu.contribute', { ...card, cardOpdIds: ['opd-other'] })).toEqual(['admin', 'sekretariat'])
  })
})
