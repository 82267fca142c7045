import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from './codes'
import { may, refusal } from './permission'
import type { Actor, CardSubject, RapatSubject } from './permission-condition'

const person = (role: Role, more: Partial<Actor> = {}): Actor => ({
  personId: `p-${role}`,
  role,
  opdId: 'opd-own',
  ...more,
})
const from: RapatSubject = {
  status: 'selesai',
  notulaState: 'disahkan',
  invitedOpdIds: ['opd-own'],
  guestIds: [{ personId: 'p-tamu', canWrite: true }],
  chairId: null,
  notulisId: null,
}
const own: CardSubject = { cardOpdIds: ['opd-own', 'opd-merged'], from: null }
const foreign: CardSubject = { cardOpdIds: ['opd-other'], from: null }
const heard: CardSubject = { cardOpdIds: ['opd-other'], from }

const who = (action: Parameters<typeof may>[1], card?: CardSubject) =>
  ROLES.filter(role => may(person(role), action, card))

describe('permissions on cards', () => {
  it('[PP7] let OPD read their own and those of rapat they take part in, the others all, a guest none', () => {
    const all = ['admin', 'sekretariat', 'pimpinan', 'kepala_opd', 'staf_opd']
    expect(who('kartu.list')).toEqual(all)
    expect(who('kartu.read', own)).toEqual(all)
    expect(who('kartu.read', heard)).toEqual(all)
    expect(who('kartu.read', foreign)).toEqual(['admin', 'sekretariat', 'pimpinan'])
    expect(may(person('staf_opd'), 'kartu.read', { ...heard, from: { ...from, status: 'draf' } })).toBe(false)
    expect(may(person('staf_opd', { opdId: null }), 'kartu.read', own)).toBe(false)
  })

  it('[PP8] let OPD add and move their own, sekretariat and admin any, pimpinan only add', () => {
    expect(who('kartu.create', own)).toEqual(['admin', 'sekretariat', 'pimpinan', 'kepala_opd', 'staf_opd'])
    expect(who('kartu.create', foreign)).toEqual(['admin', 'sekretariat', 'pimpinan'])
    expect(who('kartu.move', own)).toEqual(['admin', 'sekretariat', 'kepala_opd', 'staf_opd'])
    expect(who('kartu.prove', own)).toEqual(['admin', 'sekretariat', 'kepala_opd', 'staf_opd'])
    expect(who('kartu.move', heard)).toEqual(['admin', 'sekretariat'])
    expect(who('kartu.verify', own)).toEqual(['admin', 'sekretariat'])
  })

  it('[PP20] let OPD edit their own, and decide anew only what no rapat has decided; pimpinan neither', () => {
    expect(who('kartu.edit', own)).toEqual(['admin', 'sekretariat', 'kepala_opd', 'staf_opd'])
    expect(who('kartu.edit', heard)).toEqual(['admin', 'sekretariat'])
    expect(who('kartu.decide', own)).toEqual(['admin', 'sekretariat', 'kepala_opd', 'staf_opd'])
    expect(who('kartu.decide', { ...own, from })).toEqual(['admin', 'sekretariat'])
  })

  it('[PP21] let OPD that support a card read it, and nothing more', () => {
    const supported: CardSubject = { ...foreign, supporterOpdIds: ['opd-own'] }
    expect(who('kartu.read', supported)).toEqual([
      'admin',
      'sekretariat',
      'pimpinan',
      'kepala_opd',
      'staf_opd',
    ])
    expect(who('kartu.edit', supported)).toEqual(['admin', 'sekretariat'])
    expect(may(person('tamu'), 'kartu.read', supported)).toBe(false)
  })

  it('[BD1] let who reads a card comment on it and follow it', () => {
    for (const card of [own, heard, foreign])
      expect(who('kartu.discuss', card)).toEqual(who('kartu.read', card))
  })

  it('open nothing to a guest by link, to who looks as another, or without a card', () => {
    const guest = person('tamu', { guestOf: 'r' })
    const viewer = person('kepala_opd', { viewedBy: 'p-admin' })
    for (const action of [
      'kartu.read',
      'kartu.create',
      'kartu.move',
      'kartu.edit',
      'kartu.decide',
      'kartu.prove',
      'kartu.discuss',
      'kartu.verify',
    ] as const) {
      expect(may(guest, action, own)).toBe(false)
      expect(may(person('kepala_opd'), action)).toBe(false)
    }
    expect(may(viewer, 'kartu.read', own)).toBe(true)
    for (const action of ['kartu.move', 'kartu.discuss'] as const)
      expect(may(viewer, action, own)).toBe(false)
  })

  it('tell of a card that one may not read as of one that is not there', () => {
    expect(refusal(person('staf_opd'), 'kartu.move', foreign)).toBe('not-found')
    expect(refusal(person('staf_opd'), 'kartu.move', heard)).toBe('forbidden')
    expect(refusal(person('staf_opd'), 'kartu.create', foreign)).toBe('forbidden')
    expect(refusal(null, 'kartu.move', own)).toBe('not-signed-in')
  })
})
