import { describe, expect, it } from 'vitest'
import type { Role } from './codes'
import { NOTULA_STATES, RAPAT_STATUSES, ROLES } from './codes'
import { actionOfPaper, PAPER_KINDS, type PaperKind } from './paper'
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

describe('permissions on the way from a series to what is ratified', () => {
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

  it('[P23] lets who reads a rapat take its papers along, and keeps from others what they may not see', () => {
    for (const role of ROLES)
      for (const notulaState of NOTULA_STATES) {
        const actor = person(role)
        const part = rapat({ notulaState, ...guest(actor, false) })
        const asked = (kind: PaperKind, who: Actor = actor, subject = part) =>
          may(who, actionOfPaper(kind), subject)
        for (const kind of PAPER_KINDS)
          expect(asked(kind)).toBe(kind !== 'daftar_hadir' || MANAGERS.includes(role))
        expect(may(actor, 'kertas.ask', part)).toBe(true)
        const looking = { ...actor, viewedBy: 'admin' }
        expect([asked('notula', looking), may(looking, 'kertas.ask', part)]).toEqual([true, false])
        const stranger = person(role, OTHER)
        for (const kind of PAPER_KINDS)
          if (!may(stranger, 'rapat.read', rapat())) expect(asked(kind, stranger, rapat())).toBe(false)
        const own = rapat({ rapatId: 'r', notulaState, ...guest(byLink, true) })
        expect(PAPER_KINDS.filter(kind => asked(kind, byLink, own))).toEqual(['undangan'])
        expect(may(byLink, 'kertas.ask', own)).toBe(true)
      }
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

  it('[P18] shows series to all but a tamu, and lets standing invitees propose', () => {
    const standing = { standingOpdIds: [OWN] }
    for (const role of ROLES) {
      const manages = MANAGERS.includes(role)
      expect(may(person(role), 'series.read')).toBe(role !== 'tamu')
      for (const action of ['series.edit', 'agenda.decide'] as const)
        expect(may(person(role), action)).toBe(manages)
      const everywhere = manages || role === 'pimpinan'
      expect(may(person(role), 'agenda.propose', standing)).toBe(everywhere || OPD_ROLES.includes(role))
      expect(may(person(role, OTHER), 'agenda.propose', standing)).toBe(everywhere)
      expect(may(person(role, null), 'agenda.propose', standing)).toBe(everywhere)
      expect(may(person(role), 'agenda.withdraw', { personId: `p-${role}` })).toBe(role !== 'tamu')
      expect(may(person(role), 'agenda.withdraw', { personId: 'another' })).toBe(false)
      expect(refusal(person(role, OTHER), 'agenda.propose', standing)).toBe('forbidden')
      for (const notulaState of NOTULA_STATES) {
        const subject = rapat({ notulaState })
        expect(may(person(role), 'agenda.postpone', subject)).toBe(manages && notulaState !== 'disahkan')
        expect(may(person(role), 'tindak-lanjut.postpone', subject)).toBe(manages)
      }
    }
  })

  it('[P21] lets managers and the notulis submit, the chair send back, and both offices approve', () => {
    for (const role of ROLES)
      for (const notulaState of NOTULA_STATES) {
        const actor = person(role)
        const open = notulaState !== 'disahkan'
        const manages = MANAGERS.includes(role)
        const asked = (office: Partial<RapatSubject>) =>
          (['notula.submit', 'notula.withdraw', 'notula.return', 'notula.approve'] as const).map(action =>
            may(actor, action, rapat({ notulaState, ...office })),
          )
        const notulis = { notulisId: actor.personId }
        const chair = { chairId: actor.personId }
        expect(asked(notulis)).toEqual([open, open, open && manages, open])
        expect(asked(chair)).toEqual([open && manages, false, open, open])
        expect(asked({})).toEqual([open && manages, false, open && manages, false])
        const byLink = { ...actor, guestOf: 'r' }
        expect(may(byLink, 'notula.approve', rapat({ rapatId: 'r', ...chair }))).toBe(false)
      }
  })

  it('[P22] lets managers and the notulis propose a Koreksi of what is ratified, and both offices approve it', () => {
    for (const role of ROLES)
      for (const notulaState of NOTULA_STATES) {
        const actor = person(role)
        const sealed = notulaState === 'disahkan'
        const asked = (office: Partial<RapatSubject>) =>
          (['koreksi.propose', 'koreksi.approve'] as const).map(action =>
            may(actor, action, rapat({ notulaState, ...office })),
          )
        expect(asked({ notulisId: actor.personId })).toEqual([sealed, sealed])
        expect(asked({ chairId: actor.personId })).toEqual([sealed && MANAGERS.includes(role), sealed])
        expect(asked({})).toEqual([sealed && MANAGERS.includes(role), false])
      }
  })

  it('[P24] lets managers and the notulis bring back a signed copy of what is ratified', () => {
    for (const role of ROLES)
      for (const notulaState of NOTULA_STATES) {
        const actor = person(role)
        const sealed = notulaState === 'disahkan'
        const asked = (office: Partial<RapatSubject>) =>
          may(actor, 'tte.add', rapat({ notulaState, ...office }))
        expect(asked({ notulisId: actor.personId })).toBe(sealed)
        expect(asked({ chairId: actor.personId })).toBe(sealed && MANAGERS.includes(role))
        expect(may({ ...actor, viewedBy: 'a' }, 'tte.add', rapat({ notulaState }))).toBe(false)
      }
  })
})
