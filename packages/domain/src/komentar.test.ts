import { describe, expect, it } from 'vitest'
import { REMARK_KINDS, REMARK_STATES, setRemarkState } from './komentar'
import { may } from './permission'
import type { Actor, RapatSubject } from './permission-condition'

const rapat: RapatSubject = {
  rapatId: 'r',
  status: 'berlangsung',
  notulaState: 'draf',
  invitedOpdIds: ['o'],
  guestIds: [{ personId: 'g', canWrite: false }],
  chairId: 'c',
  notulisId: 'n',
}
const head: Actor = { personId: 'h', role: 'kepala_opd', opdId: 'o' }
const stranger: Actor = { personId: 's', role: 'kepala_opd', opdId: 'x' }
const notulis: Actor = { personId: 'n', role: 'staf_opd', opdId: 'o' }
const guest: Actor = { personId: 'g', role: 'tamu', opdId: null, guestOf: 'r' }
const pimpinan: Actor = { personId: 'b', role: 'pimpinan', opdId: null }
const sekretariat: Actor = { personId: 't', role: 'sekretariat', opdId: 'o' }

describe('remarks', () => {
  it('[RM1] move along their life only', () => {
    const moves = REMARK_KINDS.flatMap(kind =>
      REMARK_STATES.flatMap(state =>
        REMARK_STATES.filter(to => setRemarkState({ kind, state }, to).ok).map(
          to => `${kind} ${state} ${to}`,
        ),
      ),
    )
    expect(moves).toEqual([
      'komentar terbuka selesai',
      'komentar selesai terbuka',
      'usulan terbuka diterima',
      'usulan terbuka ditolak',
      'usulan terbuka ditarik',
    ])
  })

  it('[RM2] are made by who takes part, also while the text is frozen, until it is ratified or cancelled', () => {
    for (const actor of [head, notulis, guest, pimpinan, sekretariat]) {
      for (const notulaState of ['draf', 'diajukan', 'dikembalikan'] as const)
        expect(may(actor, 'komentar.write', { ...rapat, notulaState })).toBe(true)
      expect(may(actor, 'komentar.write', { ...rapat, notulaState: 'disahkan' })).toBe(false)
      expect(may(actor, 'komentar.write', { ...rapat, status: 'dibatalkan' })).toBe(false)
      expect(may(actor, 'komentar.read', { ...rapat, notulaState: 'disahkan' })).toBe(true)
    }
    expect(may(stranger, 'komentar.write', rapat)).toBe(false)
    expect(may(stranger, 'komentar.read', rapat)).toBe(false)
    expect(may(head, 'komentar.read', { ...rapat, status: 'draf' })).toBe(false)
    expect(may(guest, 'komentar.write', { ...rapat, rapatId: 'other' })).toBe(false)
    expect(may({ ...head, viewedBy: 'a' }, 'komentar.write', rapat)).toBe(false)
    expect(may({ ...head, viewedBy: 'a' }, 'komentar.read', rapat)).toBe(true)
  })

  it('[RM3] are closed by their author, the notulis and the organisers', () => {
    const own = (actor: Actor) => ({ ...rapat, addedBy: actor.personId })
    for (const actor of [head, guest, pimpinan]) {
      expect(may(actor, 'komentar.close', own(actor))).toBe(true)
      expect(may(actor, 'komentar.close', own(stranger))).toBe(false)
      expect(may(actor, 'komentar.close', { ...own(actor), notulaState: 'disahkan' })).toBe(false)
    }
    for (const actor of [notulis, sekretariat]) expect(may(actor, 'komentar.close', own(stranger))).toBe(true)
    expect(may(stranger, 'komentar.close', own(stranger))).toBe(false)
    expect(may(head, 'komentar.close', rapat)).toBe(false)
  })

  it('[RM4] that suggest are decided by who writes the text then', () => {
    const submitted = { ...rapat, notulaState: 'diajukan' as const }
    expect(may(notulis, 'usulan.decide', rapat)).toBe(true)
    expect(may(notulis, 'usulan.decide', submitted)).toBe(true)
    expect(may(sekretariat, 'usulan.decide', rapat)).toBe(true)
    expect(may(sekretariat, 'usulan.decide', submitted)).toBe(false)
    expect(may({ ...sekretariat, personId: 'n' }, 'usulan.decide', submitted)).toBe(true)
    for (const actor of [head, pimpinan, guest, stranger])
      expect(may(actor, 'usulan.decide', rapat)).toBe(false)
    expect(may(notulis, 'usulan.decide', { ...rapat, notulaState: 'disahkan' })).toBe(false)
  })
})
