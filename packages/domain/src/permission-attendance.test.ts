import { describe, expect, it } from 'vitest'
import type { Role } from './codes'
import { NOTULA_STATES, RAPAT_STATUSES, ROLES } from './codes'
import { may, refusal } from './permission'
import { type Actor, type RapatSubject, writableItems } from './permission-condition'

const OWN = 'opd-own'
const OTHER = 'opd-other'
const person = (role: Role, opdId: string | null = OWN): Actor => ({ personId: `p-${role}`, role, opdId })
const rapat = (overrides: Partial<RapatSubject> = {}): RapatSubject => ({
  status: 'terjadwal',
  notulaState: 'draf',
  invitedOpdIds: [OWN],
  guestIds: [],
  chairId: null,
  notulisId: null,
  ...overrides,
})
const guest = (actor: Actor, canWrite: boolean) => ({ guestIds: [{ personId: actor.personId, canWrite }] })
const MANAGERS: Role[] = ['admin', 'sekretariat']
const OPD_ROLES: Role[] = ['kepala_opd', 'staf_opd']
const byLink: Actor = { ...person('tamu', null), guestOf: 'r' }

describe('permissions on invitations, attendance and what a guest writes in', () => {
  it('[P19] lets the organisers write and send the letter, and who takes part read and answer it', () => {
    for (const role of ROLES)
      for (const notulaState of NOTULA_STATES) {
        const actor = person(role)
        const isOpen = notulaState !== 'disahkan'
        const part = rapat({ notulaState, ...guest(actor, true) })
        for (const action of ['undangan.edit', 'undangan.send'] as const)
          expect(may(actor, action, part)).toBe(MANAGERS.includes(role) && isOpen)
        expect(may(actor, 'undangan.read', part)).toBe(true)
        expect(may(actor, 'rsvp.answer', part)).toBe(isOpen)
        const stranger = person(role, OTHER)
        const others = rapat({ notulaState })
        expect(may(stranger, 'undangan.read', others)).toBe(may(stranger, 'rapat.read', others))
        expect(may(stranger, 'rsvp.answer', others)).toBe(false)
      }
  })

  it('[P20] lets the organisers and the notulis mark who is there, and the others mark themselves', () => {
    for (const role of ROLES)
      for (const status of RAPAT_STATUSES)
        for (const notulaState of NOTULA_STATES) {
          const actor = person(role)
          const isOpen = notulaState !== 'disahkan'
          const subject = rapat({ status, notulaState })
          const asNotulis = { ...subject, notulisId: actor.personId }
          const isSeen = may(actor, 'rapat.read', asNotulis)
          expect(may(actor, 'attendance.edit', subject)).toBe(MANAGERS.includes(role) && isOpen)
          const marks = MANAGERS.includes(role) || (isSeen && status !== 'draf')
          expect(may(actor, 'attendance.edit', asNotulis)).toBe(marks && isOpen)
          expect(may(actor, 'attendance.check-in', subject)).toBe(may(actor, 'rapat.read', subject) && isOpen)
          expect(may(actor, 'attendance.read', subject)).toBe(may(actor, 'rapat.read', subject))
        }
    const asked = rapat({ notulisId: 'another', notulaState: 'disahkan' })
    expect(refusal(person('staf_opd'), 'attendance.edit', asked)).toBe('forbidden')
    expect(refusal(person('staf_opd'), 'attendance.check-in', asked)).toBe('document-closed')
  })

  it('[G4] holds a guest to the items they were given, and nobody who takes part in another way', () => {
    const given = (actor: Actor) => ({
      guestIds: [{ personId: actor.personId, canWrite: true, itemIds: ['i'] }],
    })
    for (const role of ROLES)
      for (const opd of [OWN, OTHER]) {
        const actor = person(role, opd)
        const isHeld = role === 'tamu' || (OPD_ROLES.includes(role) && opd === OTHER)
        expect(writableItems(actor, rapat(given(actor)))).toEqual(isHeld ? ['i'] : null)
        expect(writableItems(actor, rapat({ ...given(actor), notulisId: actor.personId }))).toBeNull()
        expect(writableItems(actor, rapat(guest(actor, true)))).toBeNull()
      }
    expect(writableItems(byLink, rapat({ rapatId: 'r', ...given(byLink) }))).toEqual(['i'])
  })
})
