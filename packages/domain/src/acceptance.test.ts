import { describe, expect, it } from 'vitest'
import {
  type Commitment,
  type CounterState,
  commitmentText,
  isOtherThan,
  readBackLoad,
  standingAnswer,
  takesAnswers,
} from './acceptance'
import { NOTULA_STATES, RAPAT_STATUSES } from './codes'
import { may } from './permission'
import type { Actor, RapatSubject } from './permission-condition'

const commitment: Commitment = {
  text: 'Menyusun daftar',
  ownerOpdId: 'o',
  jabatan: null,
  tenggat: '2026-12-20',
  priority: 'tinggi',
  strategy: null,
}

describe('reading back', () => {
  it('[BU1] takes answers while the rapat is held or over, until the notula is ratified', () => {
    const open = RAPAT_STATUSES.flatMap(status =>
      NOTULA_STATES.filter(notulaState => takesAnswers({ status, notulaState }).ok).map(
        notulaState => `${status} ${notulaState}`,
      ),
    )
    expect(open).toEqual(
      ['berlangsung', 'selesai'].flatMap(status =>
        ['draf', 'diajukan', 'dikembalikan'].map(state => `${status} ${state}`),
      ),
    )
    expect(takesAnswers({ status: 'terjadwal', notulaState: 'draf' })).toEqual({
      ok: false,
      error: 'conflict',
    })
    expect(takesAnswers({ status: 'selesai', notulaState: 'disahkan' })).toEqual({
      ok: false,
      error: 'document-closed',
    })
  })

  it('[BU2] seals each field by its name, so that none can stand for another', () => {
    expect(commitmentText(commitment).split('\n')).toEqual([
      'mufakat-tindak-lanjut-1',
      'uraian=Menyusun daftar',
      'opd=o',
      'jabatan=',
      'tenggat=2026-12-20',
      'prioritas=tinggi',
      'strategi=',
    ])
    const sly = { ...commitment, text: 'Menyusun daftar\nopd=x' }
    expect(commitmentText(sly).split('\n')[1]).toBe('uraian=Menyusun daftar opd=x')
  })

  it('[BU3] is answered by the owner, and by the organisers for them', () => {
    const rapat: RapatSubject = {
      rapatId: 'r',
      status: 'berlangsung',
      notulaState: 'draf',
      invitedOpdIds: ['o', 'x'],
      guestIds: [{ personId: 'g', canWrite: true }],
      chairId: null,
      notulisId: 'n',
    }
    const owned = { ...rapat, ownerOpdIds: ['o'] }
    const of = (role: Actor['role'], opdId: string | null, personId = 'p'): Actor => ({
      personId,
      role,
      opdId,
    })
    for (const actor of [
      of('kepala_opd', 'o'),
      of('staf_opd', 'o'),
      of('sekretariat', null),
      of('admin', null),
    ])
      expect(may(actor, 'tindak-lanjut.answer', owned)).toBe(true)
    for (const actor of [
      of('kepala_opd', 'x'),
      of('tamu', 'o', 'g'),
      of('pimpinan', 'x'),
      { ...of('kepala_opd', 'o'), guestOf: 'r' },
    ])
      expect(may(actor, 'tindak-lanjut.answer', owned)).toBe(false)
    expect(may(of('kepala_opd', 'o'), 'tindak-lanjut.answer', rapat)).toBe(false)
    expect(may(of('kepala_opd', 'o'), 'tindak-lanjut.answer', { ...owned, notulaState: 'disahkan' })).toBe(
      false,
    )
    expect(may(of('staf_opd', 'x', 'n'), 'tindak-lanjut.answer', owned)).toBe(true)
  })

  it('[BU4] counters with something else, or not at all', () => {
    const offer = { text: null, ownerOpdId: null, tenggat: null }
    expect(isOtherThan(commitment, offer)).toBe(false)
    expect(isOtherThan(commitment, { ...offer, text: ' Menyusun daftar ' })).toBe(false)
    expect(isOtherThan(commitment, { ...offer, ownerOpdId: 'o', tenggat: '2026-12-20' })).toBe(false)
    expect(isOtherThan(commitment, { ...offer, text: 'Menyusun rencana' })).toBe(true)
    expect(isOtherThan(commitment, { ...offer, ownerOpdId: 'x' })).toBe(true)
    expect(isOtherThan(commitment, { ...offer, tenggat: '2027-01-31' })).toBe(true)
  })

  it('[BU5] tells how far it has come', () => {
    const one = { hasOwner: true, isAccepted: false, isCountered: false }
    expect(readBackLoad([])).toEqual({ total: 0, accepted: 0, countered: 0, ownerless: 0 })
    expect(
      readBackLoad([
        one,
        { ...one, isAccepted: true },
        { ...one, isCountered: true },
        { ...one, hasOwner: false },
      ]),
    ).toEqual({ total: 4, accepted: 1, countered: 1, ownerless: 1 })
  })

  it('[BU6] tells of the owner’s latest word, and whether it is about what stands there', () => {
    const accept = (hash: string) => ({ kind: 'diterima' as const, state: null, hash })
    const offer = (state: CounterState) => ({ kind: 'ditawar' as const, state, hash: 'kini' })
    const told = (...answers: ReturnType<typeof accept | typeof offer>[]) =>
      standingAnswer(answers, 'kini')?.standing ?? null
    expect(told()).toBeNull()
    expect(told(accept('kini'))).toBe('diterima')
    expect(told(accept('dulu'))).toBe('berubah')
    expect(told(accept('dulu'), accept('kini'))).toBe('diterima')
    expect(told(accept('kini'), offer('terbuka'))).toBe('ditawar')
    expect(told(offer('terbuka'), accept('kini'))).toBe('diterima')
    expect(told(accept('dulu'), offer('diambil'))).toBe('berubah')
    expect(told(accept('kini'), offer('ditolak'))).toBe('diterima')
    expect(told(offer('ditolak'))).toBeNull()
  })
})
