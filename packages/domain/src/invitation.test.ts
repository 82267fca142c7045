import { describe, expect, it } from 'vitest'
import { RAPAT_STATUSES } from './codes'
import {
  changedFacts,
  type InvitationFacts,
  keepsInCalendar,
  standingOf,
  TELLINGS,
  type ToldInvitation,
  tellingFor,
  whatsappLink,
} from './invitation'

const FACTS: InvitationFacts = {
  title: 'Rakor',
  date: '2026-12-08',
  startTime: '09:00',
  place: 'Aula',
  plannedMinutes: 180,
}
const now = (standing: ToldInvitation['standing'], facts: Partial<InvitationFacts> = {}): ToldInvitation => ({
  standing,
  facts: { ...FACTS, ...facts },
})

describe('what is told of an invitation', () => {
  it('[I1] invites nobody before the rapat is terjadwal, and nobody once it has begun', () => {
    const told = RAPAT_STATUSES.filter(status => tellingFor(null, now(standingOf(status)), true) !== null)
    expect(told).toEqual(['terjadwal'])
    expect(tellingFor(null, now('held'), true)).toBe('invited')
    expect(tellingFor(null, now('held'), false)).toBeNull()
    expect(tellingFor(now('held'), now('begun', { place: 'Ruang rapat' }), true)).toBeNull()
  })

  it('[I2] finds a change of title, day, hour and place worth a letter, and nothing else', () => {
    expect(tellingFor(now('held'), now('held'), true)).toBeNull()
    expect(tellingFor(now('held'), now('held', { plannedMinutes: 60 }), true)).toBeNull()
    for (const change of [
      { title: 'Rakor lain' },
      { date: '2026-12-09' },
      { startTime: '10:00' },
      { place: 'Ruang rapat' },
    ]) {
      expect(tellingFor(now('held'), now('held', change), true)).toBe('changed')
      expect(changedFacts(FACTS, { ...FACTS, ...change })).toEqual(Object.keys(change))
    }
  })

  it('[I3] tells once that it is postponed, called off, has a day again, or is held without somebody', () => {
    expect(tellingFor(now('held'), now('postponed'), true)).toBe('postponed')
    expect(tellingFor(now('postponed'), now('postponed'), true)).toBeNull()
    expect(tellingFor(now('postponed'), now('held'), true)).toBe('rescheduled')
    expect(tellingFor(now('held'), now('called-off'), true)).toBe('cancelled')
    expect(tellingFor(now('held'), now('called-off'), false)).toBe('cancelled')
    expect(tellingFor(now('postponed'), now('called-off'), true)).toBe('cancelled')
    expect(tellingFor(now('called-off'), now('called-off'), true)).toBeNull()
    expect(tellingFor(now('called-off'), now('held'), true)).toBe('invited')
    expect(tellingFor(now('held'), now('held'), false)).toBe('withdrawn')
    expect(tellingFor(now('held'), now('postponed'), false)).toBe('withdrawn')
    expect(tellingFor(now('postponed'), now('held'), false)).toBeNull()
  })

  it('[I4] keeps what is held in calendars, and takes the rest out', () => {
    expect(TELLINGS.filter(keepsInCalendar)).toEqual(['invited', 'changed', 'rescheduled'])
  })

  it('[I5] makes a link of any text that says the same', () => {
    const text = 'Yth. Bapak/Ibu & rekan,\n*Rakor* 100% #1? "+" é 😀'
    const link = new URL(whatsappLink(text))
    expect([link.origin, link.pathname, link.hash]).toEqual(['https://wa.me', '/', ''])
    expect(link.searchParams.get('text')).toBe(text)
    expect(new URL(whatsappLink('a\ud83d')).searchParams.get('text')).toBe('a\ufffd')
  })
})
