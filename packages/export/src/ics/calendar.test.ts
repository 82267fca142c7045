import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { printable } from '../printable'
import { type CalendarEvent, calendarFile } from './calendar'

const EVENT: CalendarEvent = {
  method: 'REQUEST',
  uid: '018f2b5e-0000-7000-8000-000000000001@rapat.contoh.go.id',
  sequence: 3,
  stamp: new Date('2026-11-24T03:00:00Z'),
  zone: 'WIB',
  date: '2026-12-08',
  startTime: '09:00',
  minutes: 180,
  title: 'Rakor Triwulan IV 2026',
  place: 'Aula Bappelitbangda',
  description: 'Undangan dan jawaban kehadiran:\nhttps://rapat.contoh.go.id/rapat/x/undangan',
  url: 'https://rapat.contoh.go.id/rapat/x/undangan',
  organizer: { name: 'Portal Rapat', email: 'rapat@contoh.go.id' },
  attendee: { name: 'Budi, S.E.', email: 'budi@contoh.go.id' },
}

/** Read by a library that did not write it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent')
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined)
  const event = new ICAL.Event(events[0])
  return {
    calendar,
    events,
    event,
    zone,
    property: (name: string) => events[0]?.getFirstProperty(name) ?? null,
    value: (name: string) => String(events[0]?.getFirstPropertyValue(name)),
  }
}

const NASTY = [
  'Rakor\r\nATTENDEE:mailto:x@y.id',
  'Rakor\nEND:VEVENT\nBEGIN:VEVENT\nUID:lain',
  'a;b,c\\n\\;d:e"f',
  'satu\u2028dua\u2029tiga\u0085empat\u0000lima\u000benam',
  `${'ä😀'.repeat(60)};`,
  'tab\there',
  'nama\u202egnp.exe',
  'setengah \ud83d',
]

describe('a rapat in a calendar', () => {
  it.each([
    ['WIB', 'Asia/Jakarta', 7],
    ['WITA', 'Asia/Makassar', 8],
    ['WIT', 'Asia/Jayapura', 9],
  ] as const)('is at its hour in %s, also for who does not know the zone', (zone, name, hours) => {
    const { event, zone: carried, property } = read(calendarFile({ ...EVENT, zone }))
    expect(property('dtstart')?.getParameter('tzid')).toBe(name)
    expect(carried.tzid).toBe(name)
    expect(carried.utcOffset(event.startDate)).toBe(hours * 3600)
    expect(event.startDate.toString()).toBe('2026-12-08T09:00:00')
    expect(event.endDate.toString()).toBe('2026-12-08T12:00:00')
  })

  it('asks one person for an answer, and says who asks', () => {
    const { calendar, event, property, value } = read(calendarFile(EVENT))
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect([event.uid, event.sequence, value('status')]).toEqual([EVENT.uid, 3, 'CONFIRMED'])
    expect(value('dtstamp')).toBe('2026-11-24T03:00:00Z')
    expect(value('organizer')).toBe('mailto:rapat@contoh.go.id')
    expect(value('attendee')).toBe('mailto:budi@contoh.go.id')
    expect(property('attendee')?.getParameter('rsvp')).toBe('TRUE')
    expect(property('attendee')?.getParameter('cn')).toBe('Budi, S.E.')
    expect(value('description')).toBe(EVENT.description)
  })

  it('takes the same event out again', () => {
    const { calendar, event, value } = read(calendarFile({ ...EVENT, method: 'CANCEL', sequence: 4 }))
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect([event.uid, event.sequence, value('status')]).toEqual([EVENT.uid, 4, 'CANCELLED'])
  })

  it('goes on past midnight', () => {
    const { event } = read(calendarFile({ ...EVENT, startTime: '23:00' }))
    expect(event.endDate.toString()).toBe('2026-12-09T02:00:00')
  })

  it.each(NASTY)('lets no text begin a line or a property: %j', text => {
    const file = calendarFile({
      ...EVENT,
      title: text,
      place: text,
      description: text,
      organizer: { name: text, email: 'rapat@contoh.go.id' },
      attendee: { name: text, email: 'budi@contoh.go.id' },
    })
    const { events, value, property } = read(file)
    expect(events).toHaveLength(1)
    expect(events[0]?.getAllProperties('attendee')).toHaveLength(1)
    expect(value('uid')).toBe(EVENT.uid)
    // What was typed is read back, but for what no file may hold.
    const plain = printable(text).replaceAll('\t', ' ')
    expect(value('summary')).toBe(plain)
    expect(value('location')).toBe(plain)
    expect(String(property('attendee')?.getParameter('cn'))).not.toMatch(/["\n\r]/)
  })

  it('keeps lines to 75 octets, parts no character, and ends each with CRLF', () => {
    for (const title of NASTY) {
      const file = calendarFile({ ...EVENT, title: title + 'é😀'.repeat(80) })
      const lines = file.split('\r\n')
      expect(lines.pop()).toBe('')
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n\ufffd](?<!\ufffd.*)/)
      }
      expect(Buffer.from(file, 'utf8').toString('utf8')).toBe(file)
    }
  })

  it('leaves out an address that could say more', () => {
    for (const email of ['a@b.id\r\nX-A:b', 'a b@c.id', 'a@b.id;x', ''])
      expect(calendarFile({ ...EVENT, attendee: { name: 'Budi', email } })).not.toContain('ATTENDEE')
  })
})
