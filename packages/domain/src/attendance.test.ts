import { describe, expect, it } from 'vitest'
import {
  areTimesRight,
  CODE_SECONDS,
  codeStep,
  isCodeCurrent,
  namesDeputy,
  opdPresence,
  presenceOf,
  quorumOf,
  takesAttendance,
  takesRsvp,
} from './attendance'
import { NOTULA_STATES, PRESENCES, RAPAT_STATUSES } from './codes'

describe('attendance', () => {
  it('[K1] lets nobody be represented by nobody', () => {
    for (const answer of [...PRESENCES, null])
      for (const deputy of [null, '', '  ']) expect(namesDeputy(answer, deputy)).toBe(answer !== 'diwakilkan')
    expect(namesDeputy('diwakilkan', 'Budi')).toBe(true)
  })

  it('[K2] counts an excuse until somebody was seen, and silence only when the list is closed', () => {
    expect(presenceOf({ rsvp: 'izin', presence: null }, false)).toBe('izin')
    expect(presenceOf({ rsvp: 'izin', presence: 'hadir' }, false)).toBe('hadir')
    for (const rsvp of ['hadir', 'diwakilkan', null] as const) {
      expect(presenceOf({ rsvp, presence: null }, false)).toBeNull()
      expect(presenceOf({ rsvp, presence: null }, true)).toBe('tanpa_keterangan')
    }
  })

  it('[K3] takes an OPD for represented where somebody of it is there', () => {
    const there = [{ presence: 'hadir' as const }]
    for (const presence of [null, 'izin', 'tanpa_keterangan', 'diwakilkan'] as const)
      expect(opdPresence({ rsvp: null, presence }, there, false)).toBe('diwakilkan')
    expect(opdPresence({ rsvp: null, presence: 'hadir' }, there, false)).toBe('hadir')
    expect(opdPresence({ rsvp: null, presence: 'izin' }, [{ presence: 'izin' }], false)).toBe('izin')
    expect(opdPresence({ rsvp: null, presence: null }, [], true)).toBe('tanpa_keterangan')
  })

  it('[K4] reaches the quorum with more than the share of the invited OPD', () => {
    const of = (present: number, invited: number, percent = 50) =>
      quorumOf(
        Array.from({ length: invited }, (_, at) =>
          at >= present ? ((['izin', 'tanpa_keterangan', null] as const)[at % 3] ?? null) : 'hadir',
        ),
        percent,
      )
    expect(of(19, 38)).toEqual({ invited: 38, present: 19, isReached: false })
    expect(of(20, 38)).toEqual({ invited: 38, present: 20, isReached: true })
    expect(of(0, 0).isReached).toBe(false)
    expect(of(0, 5, 0).isReached).toBe(false)
    expect(of(1, 5, 0).isReached).toBe(true)
    expect(of(2, 3, 66).isReached).toBe(true)
    expect(quorumOf(['diwakilkan'], 50).isReached).toBe(true)
  })

  it('[K5] lets nobody leave before they came', () => {
    const nine = new Date('2026-12-08T02:00:00Z')
    const ten = new Date('2026-12-08T03:00:00Z')
    expect([areTimesRight(nine, ten), areTimesRight(nine, nine), areTimesRight(nine, null)]).toEqual([
      true,
      true,
      true,
    ])
    expect([areTimesRight(ten, nine), areTimesRight(null, nine)]).toEqual([false, false])
  })

  it('[K6] takes marks from terjadwal on, until the notula is disahkan', () => {
    for (const status of RAPAT_STATUSES)
      for (const notulaState of NOTULA_STATES) {
        const answer = takesAttendance({ status, notulaState })
        const isHeld = status === 'terjadwal' || status === 'berlangsung' || status === 'selesai'
        if (notulaState === 'disahkan') expect(answer).toEqual({ ok: false, error: 'document-closed' })
        else expect(answer.ok).toBe(isHeld)
      }
  })

  it('[K7] takes answers while the rapat lies ahead', () => {
    const open = RAPAT_STATUSES.filter(status => takesRsvp({ status, notulaState: 'draf' }).ok)
    expect(open).toEqual(['terjadwal'])
  })

  it('[K8] takes a code from the wall while it is shown and for as long again', () => {
    const now = new Date('2026-12-08T02:00:30Z')
    const step = codeStep(now)
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    expect([0, CODE_SECONDS, 2 * CODE_SECONDS, -CODE_SECONDS].map(s => isCodeCurrent(step, at(s)))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
