import { describe, expect, it } from 'vitest'
import type { NotulaState, OpdKind, RapatStatus, Role } from './codes'
import { NOTULA_STATES, RAPAT_STATUSES, ROLES } from './codes'
import { ACTIONS, may, permissionTable, refusal, whyMay } from './permission'
import type { Action } from './permission-action'
import { type Actor, opdIdsOf, type RapatSubject } from './permission-condition'
import { hinders, REASONS } from './permission-reason'
import { canBeViewed } from './viewing'

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
const CHANGES: Action[] = ['rapat.edit', 'rapat.set-status', 'peserta.edit']

describe('permissions', () => {
  it('[P1] shows nobody anything but the mark of a demo, the notice of data protection and public data', () => {
    const open = ACTIONS.filter(
      action => may(null, action, rapat()) || may(null, action, { personId: 'x' }) || may(null, action),
    )
    expect(open).toEqual(['demo.see', 'privacy-notice.read', 'data.read'])
  })

  it('[P2] lets admin and sekretariat do everything at any status', () => {
    for (const role of MANAGERS) {
      expect(may(person(role), 'rapat.create')).toBe(true)
      for (const status of RAPAT_STATUSES) {
        const subject = rapat({ status, invitedOpdIds: [] })
        for (const action of [...CHANGES, 'rapat.read', 'notula.read', 'riwayat.read'] as const)
          expect(may(person(role), action, subject)).toBe(true)
        expect(may(person(role), 'notula.write', subject)).toBe(status !== 'dibatalkan')
      }
    }
  })

  it('[P3] lets pimpinan read all and write the notula, but not change the rapat', () => {
    for (const status of RAPAT_STATUSES) {
      const subject = rapat({ status, invitedOpdIds: [] })
      expect(may(person('pimpinan'), 'rapat.read', subject)).toBe(true)
      expect(may(person('pimpinan'), 'notula.write', subject)).toBe(status !== 'dibatalkan')
      for (const action of CHANGES) expect(may(person('pimpinan'), action, subject)).toBe(false)
    }
    expect(may(person('pimpinan'), 'rapat.create')).toBe(false)
  })

  it('[P4] lets OPD read and write where they are invited, once the rapat has left draf', () => {
    for (const role of OPD_ROLES)
      for (const status of RAPAT_STATUSES) {
        const reads = status !== 'draf'
        const writes = reads && status !== 'dibatalkan'
        expect(may(person(role), 'rapat.read', rapat({ status }))).toBe(reads)
        expect(may(person(role), 'notula.write', rapat({ status }))).toBe(writes)
        expect(may(person(role, OTHER), 'rapat.read', rapat({ status }))).toBe(false)
        expect(may(person(role, OTHER), 'notula.write', rapat({ status }))).toBe(false)
        expect(may(person(role, null), 'rapat.read', rapat({ status }))).toBe(false)
        for (const action of CHANGES) expect(may(person(role), action, rapat({ status }))).toBe(false)
      }
  })

  it('[J9] lets who holds a second OPD take part in what that is invited to, answer and propose for it', () => {
    const plt: Actor = { ...person('kepala_opd', OTHER), otherOpdIds: [OWN] }
    const subject = { ...rapat({ status: 'berlangsung' }), ownerOpdIds: [OWN] }
    for (const action of ['rapat.read', 'notula.write', 'rsvp.answer', 'tindak-lanjut.answer'] as const) {
      expect(may(plt, action, subject), action).toBe(true)
      expect(may({ ...plt, otherOpdIds: [] }, action, subject), action).toBe(false)
      expect(may({ ...plt, role: 'tamu' }, action, subject), action).toBe(false)
    }
    expect(may(plt, 'agenda.propose', { standingOpdIds: [OWN] })).toBe(true)
    expect(opdIdsOf(plt)).toEqual([OTHER, OWN])
    // The audit is for those whose main jabatan it is.
    expect(may({ ...plt, opdKind: 'dinas' }, 'audit.read')).toBe(false)
  })

  it('[P4] lets chair, notulis and guests take part for themselves', () => {
    const head = person('kepala_opd', OTHER)
    for (const subject of [rapat({ chairId: head.personId }), rapat({ notulisId: head.personId })]) {
      expect(may(head, 'rapat.read', subject)).toBe(true)
      expect(may(head, 'notula.write', subject)).toBe(true)
      expect(may(head, 'rapat.read', { ...subject, status: 'draf' })).toBe(false)
    }
    expect(may(head, 'notula.write', rapat(guest(head, true)))).toBe(true)
    expect(may(head, 'notula.write', rapat(guest(head, false)))).toBe(false)
    expect(may(head, 'notula.read', rapat(guest(head, false)))).toBe(true)
    const invited = person('staf_opd')
    expect(may(invited, 'notula.write', rapat(guest(invited, false)))).toBe(true)
  })

  it('[P5] binds a tamu to the rapat they are guest of', () => {
    const tamu = person('tamu', OWN)
    expect(may(tamu, 'rapat.read', rapat())).toBe(false)
    expect(may(tamu, 'rapat.read', rapat(guest(tamu, false)))).toBe(true)
    expect(may(tamu, 'notula.write', rapat(guest(tamu, false)))).toBe(false)
    expect(may(tamu, 'notula.write', rapat(guest(tamu, true)))).toBe(true)
    expect(may(tamu, 'rapat.read', rapat({ ...guest(tamu, true), status: 'draf' }))).toBe(false)
    expect(may(tamu, 'people.read')).toBe(false)
    expect(may(tamu, 'riwayat.read', rapat(guest(tamu, true)))).toBe(false)
    expect(may(tamu, 'rapat.create')).toBe(false)
  })

  it('[P6] locks the text: ratified and cancelled for all, submitted for all but the notulis', () => {
    for (const role of ROLES) {
      const actor = person(role)
      const writes = (status: RapatStatus, notulaState: NotulaState, notulisId: string | null) =>
        may(actor, 'notula.write', rapat({ status, notulaState, notulisId, ...guest(actor, true) }))
      for (const status of RAPAT_STATUSES) {
        expect(writes(status, 'disahkan', actor.personId)).toBe(false)
        expect(writes(status, 'diajukan', null)).toBe(false)
      }
      for (const notulaState of NOTULA_STATES)
        expect(writes('dibatalkan', notulaState, actor.personId)).toBe(false)
      expect(writes('selesai', 'diajukan', actor.personId)).toBe(true)
      expect(writes('selesai', 'dikembalikan', null)).toBe(true)
    }
  })

  it('[P7] freezes the facts of a ratified rapat', () => {
    for (const role of ROLES)
      for (const action of CHANGES)
        expect(may(person(role), action, rapat({ notulaState: 'disahkan' }))).toBe(false)
  })

  it("[P8] leaves profile, sessions and journal keys to the person's own hand", () => {
    for (const role of ROLES)
      for (const action of ['profile.edit', 'session.end', 'journal-key.read'] as const) {
        expect(may(person(role), action, { personId: `p-${role}` })).toBe(true)
        expect(may(person(role), action, { personId: 'somebody else' })).toBe(false)
        expect(may(person(role), action, rapat())).toBe(false)
      }
  })

  it('[P10] lets those who write go back, and name what was; a tamu neither', () => {
    for (const role of ROLES) {
      const actor = person(role)
      for (const status of RAPAT_STATUSES)
        for (const notulaState of NOTULA_STATES) {
          const subject = rapat({ status, notulaState, ...guest(actor, true) })
          const writes = role !== 'tamu' && may(actor, 'notula.write', subject)
          expect(may(actor, 'riwayat.restore', subject)).toBe(writes)
          expect(may(actor, 'riwayat.name', subject)).toBe(
            writes || (MANAGERS.includes(role) && notulaState !== 'disahkan'),
          )
        }
    }
  })

  it('[P11] lets admin alone redact, and nobody what is sealed', () => {
    for (const role of ROLES)
      for (const notulaState of NOTULA_STATES)
        expect(may(person(role), 'riwayat.redact', rapat({ notulaState }))).toBe(
          role === 'admin' && notulaState !== 'disahkan',
        )
    expect(refusal(person('admin'), 'riwayat.redact', rapat({ notulaState: 'disahkan' }))).toBe(
      'document-closed',
    )
  })

  it('[P17] keeps OPD to admin, and gives pokja and operators to the sekretariat, too', () => {
    for (const role of ROLES) {
      expect(may(person(role), 'opd.edit')).toBe(role === 'admin')
      for (const action of ['pokja.edit', 'operator.edit'] as const)
        expect(may(person(role), action)).toBe(MANAGERS.includes(role))
    }
  })

  it('[P13] lets admin and the Inspektorat read the audit, whatever their role, but no tamu', () => {
    for (const role of ROLES) {
      const at = (opdKind: OpdKind | null): boolean => may({ ...person(role), opdKind }, 'audit.read')
      expect(at('inspektorat')).toBe(role !== 'tamu')
      for (const opdKind of [null, 'dinas', 'sekretariat'] as const)
        expect(at(opdKind)).toBe(role === 'admin')
      expect(may(person(role), 'audit.read')).toBe(role === 'admin')
    }
  })

  it('[P12] lets admin alone change what holds for the whole regency', () => {
    for (const role of ROLES)
      for (const action of [
        'setting.edit',
        'wilayah.edit',
        'mail.configure',
        'queue.manage',
        'backup.manage',
        'status.read',
      ] as const)
        expect(may(person(role), action)).toBe(role === 'admin')
  })

  it('[F3] lets readers read files, writers add them, and their adders and the organisers remove them', () => {
    for (const role of ROLES)
      for (const opd of [OWN, OTHER]) {
        const actor = person(role, opd)
        for (const status of RAPAT_STATUSES)
          for (const notulaState of NOTULA_STATES) {
            const subject = rapat({ status, notulaState })
            const mine = { ...subject, addedBy: actor.personId }
            const adds = may(actor, 'notula.write', subject)
            expect(may(actor, 'berkas.read', subject)).toBe(may(actor, 'rapat.read', subject))
            expect(may(actor, 'berkas.add', subject)).toBe(adds)
            expect(may(actor, 'berkas.remove', mine)).toBe(adds)
            expect(may(actor, 'berkas.remove', { ...mine, addedBy: 'another' })).toBe(
              adds && MANAGERS.includes(role),
            )
            // Whose it is was not said.
            expect(may(actor, 'berkas.remove', subject)).toBe(adds && MANAGERS.includes(role))
          }
      }
  })

  it('[F4] keeps removed files for the organisers', () => {
    for (const role of ROLES)
      expect(may(person(role), 'berkas.read-removed', rapat())).toBe(MANAGERS.includes(role))
  })

  const byLink: Actor = { ...person('tamu', null), guestOf: 'r' }

  it('[P14] gives a guest by link their one rapat, and nothing beside it', () => {
    const own = rapat({ rapatId: 'r', ...guest(byLink, true) })
    const open = ACTIONS.filter(
      action =>
        may(byLink, action) || may(byLink, action, own) || may(byLink, action, { personId: byLink.personId }),
    )
    expect(open.sort()).toEqual(
      [
        'attendance.check-in',
        'berkas.add',
        'berkas.read',
        'data.read',
        'demo.see',
        'journal-key.read',
        'kertas.ask',
        'komentar.read',
        'komentar.write',
        'notula.read',
        'notula.write',
        'rapat.read',
        'rsvp.answer',
        'undangan.read',
      ].sort(),
    )
    for (const action of ['berkas.remove', 'komentar.close'] as const)
      expect(may(byLink, action, { ...own, addedBy: byLink.personId })).toBe(true)
    expect(may(byLink, 'notula.write', { ...own, ...guest(byLink, false) })).toBe(false)
    expect(may(byLink, 'notula.write', { ...own, notulaState: 'disahkan' })).toBe(false)
    for (const other of [
      { ...own, rapatId: 'another' },
      rapat({ ...guest(byLink, true) }),
      rapat({ rapatId: 'r', chairId: byLink.personId, notulisId: byLink.personId }),
      { ...own, status: 'draf' as const },
    ])
      for (const action of ['rapat.read', 'notula.read', 'notula.write', 'berkas.read'] as const)
        expect(may(byLink, action, other)).toBe(false)
  })

  it('[P14] lets admin and sekretariat make links of guests, and revoke them at any state', () => {
    for (const role of ROLES)
      for (const notulaState of NOTULA_STATES) {
        const manages = MANAGERS.includes(role)
        const subject = rapat({ notulaState })
        expect(may(person(role), 'tamu.invite', subject)).toBe(manages && notulaState !== 'disahkan')
        expect(may(person(role), 'tamu.revoke', subject)).toBe(manages)
      }
  })

  it('[P15] leaves who looks as another person nothing but reading', () => {
    const reading = /^(demo\.see|dasbor\.opd|.*\.(read|list)|berkas\.read-removed)$/
    const secret = ['account.read', 'journal-key.read', 'permission.read', 'status.read']
    for (const role of ROLES.filter(one => one !== 'admin')) {
      const actor: Actor = { ...person(role), opdKind: 'inspektorat', viewedBy: 'an admin' }
      const subject = { ...rapat(guest(actor, true)), addedBy: actor.personId }
      for (const action of ACTIONS)
        for (const about of [undefined, subject, { personId: actor.personId }]) {
          const seen = may({ ...actor, viewedBy: null }, action, about)
          const left = reading.test(action) && !secret.includes(action)
          expect([action, may(actor, action, about)]).toEqual([action, seen && left])
        }
      expect(refusal(actor, 'notula.write', subject)).toBe('view-only')
      expect(refusal(actor, 'profile.edit', { personId: actor.personId })).toBe('view-only')
    }
  })

  it('[P15] lets admin alone look as another person, who is active and no admin', () => {
    for (const role of ROLES) {
      expect(may(person(role), 'account.view-as')).toBe(role === 'admin')
      for (const active of [true, false])
        expect(canBeViewed({ id: 'x', role, active }, 'a')).toBe(active && role !== 'admin')
    }
    expect(canBeViewed({ id: 'a', role: 'staf_opd', active: true }, 'a')).toBe(false)
  })

  it('[P16] gives a reason that speaks against exactly where the answer is no', () => {
    const told = new Set<string>()
    const wrong: unknown[] = []
    const actors: Actor[] = [byLink, { ...byLink, guestOf: 'another' }]
    for (const role of ROLES)
      for (const opdId of [OWN, OTHER])
        for (const opdKind of ['dinas', 'inspektorat'] as const)
          actors.push({ ...person(role, opdId), opdKind })
    for (const actor of actors)
      for (const action of ACTIONS)
        for (const status of RAPAT_STATUSES)
          for (const notulaState of NOTULA_STATES)
            for (const more of [
              {},
              { chairId: actor.personId },
              { notulisId: actor.personId },
              guest(actor, true),
              guest(actor, false),
            ]) {
              const subject = rapat({ rapatId: 'r', status, notulaState, ...more })
              const { allowed, reasons } = whyMay(actor, action, subject)
              if (allowed === reasons.some(hinders)) wrong.push({ actor, action, subject, reasons })
              for (const reason of reasons) told.add(reason)
            }
    expect(wrong).toEqual([])
    expect([...told].sort()).toEqual([...REASONS].sort())
  })

  it('[P16] shows the whole of it to admin alone', () => {
    for (const role of ROLES) expect(may(person(role), 'permission.read')).toBe(role === 'admin')
  })

  it('[P9] names the reason of a refusal, and hides what may not be seen', () => {
    const head = person('kepala_opd')
    expect(refusal(null, 'rapat.read', rapat())).toBe('not-signed-in')
    expect(refusal(person('kepala_opd', OTHER), 'notula.write', rapat())).toBe('not-found')
    expect(refusal(person('kepala_opd', OTHER), 'notula.write', rapat({ notulaState: 'disahkan' }))).toBe(
      'not-found',
    )
    expect(refusal(head, 'rapat.edit', rapat())).toBe('forbidden')
    expect(refusal(head, 'notula.write', rapat({ notulaState: 'disahkan' }))).toBe('document-closed')
    expect(refusal(head, 'notula.write', rapat({ status: 'dibatalkan' }))).toBe('document-closed')
    expect(refusal(person('admin'), 'rapat.edit', rapat({ notulaState: 'disahkan' }))).toBe('document-closed')
    expect(refusal(head, 'rapat.create')).toBe('forbidden')
  })

  it('[P9] answers no when the subject is missing', () => {
    const needs = permissionTable().filter(row => !/^(all|-)$/.test(row.cells.admin))
    expect(needs.length).toBeGreaterThan(3)
    for (const { action } of needs) expect(may(person('admin'), action)).toBe(false)
    for (const role of [...OPD_ROLES, 'tamu' as const]) expect(may(person(role), 'rapat.read')).toBe(false)
  })

  it('[P2] has a cell for every action and role', () => {
    expect(permissionTable().map(row => Object.keys(row.cells).sort())).toEqual(
      ACTIONS.map(() => ['nobody', 'tautan', ...ROLES].sort()),
    )
  })

  it('[X6] lets everybody use their own data, and only their own', () => {
    for (const role of ROLES) {
      const actor = person(role)
      expect(may(actor, 'own-data.use', { personId: actor.personId })).toBe(true)
      expect(may(actor, 'own-data.use', { personId: 'somebody' })).toBe(false)
      expect(may(actor, 'own-data.use')).toBe(false)
    }
  })

  it('[X7] shows telephone numbers to the organisers of a rapat only, whoever takes part', () => {
    for (const role of ROLES) {
      const actor = person(role)
      const part = rapat({ chairId: actor.personId, ...guest(actor, true) })
      expect(may(actor, 'peserta.contact', part)).toBe(MANAGERS.includes(role))
      expect(may(actor, 'peserta.contact')).toBe(role === 'admin' || role === 'sekretariat')
    }
  })

  it('[X8] lets only admin decide that somebody is erased', () => {
    for (const role of ROLES) expect(may(person(role), 'erasure.decide')).toBe(role === 'admin')
  })
})
