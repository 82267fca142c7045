import { renderMail } from '@mufakat/mail'
import type { OutgoingMail } from '@mufakat/services'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { composeMessage } from './message'

const rapat = {
  title: 'Rakor; akhir, tahun\\n',
  date: '2026-12-08',
  startTime: '09:00',
  place: 'Aula',
  plannedMinutes: null,
}
const ID = '018f2b5e-0000-7000-8000-000000000001'

const letter = (isCancelled: boolean): OutgoingMail => ({
  id: ID,
  messageId: `<${ID}@rapat.contoh.go.id>`,
  to: 'budi@contoh.go.id',
  date: new Date('2026-11-24T03:00:00Z'),
  content: renderMail({
    template: isCancelled ? 'rapat-cancelled' : 'rapat-invited',
    locale: 'id',
    regency: null,
    data: {
      name: 'Budi',
      rapat,
      zone: 'WITA',
      number: '',
      link: 'https://rapat.contoh.go.id/rapat/x/undangan',
      calendar: { uid: 'x@rapat.contoh.go.id', sequence: 2, isCancelled, facts: rapat },
    },
  }),
})
const SENDER = { from: 'rapat@contoh.go.id', fromName: 'Portal Rapat', replyTo: null }

/** The decoded body of the part of a type. */
function part(raw: string, type: string): string {
  const at = raw.indexOf(`Content-Type: ${type}`)
  expect(at).toBeGreaterThan(0)
  const [head = '', body = ''] = raw.slice(at).split(/\r\n\r\n/, 2)
  const coded = body.split(/\r\n--/)[0] ?? ''
  if (/base64/i.test(head)) return Buffer.from(coded, 'base64').toString('utf8').trimEnd()
  if (!/quoted-printable/i.test(head)) return coded
  return coded
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, run => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
}

describe('a letter with an event', () => {
  it.each([
    [false, 'REQUEST'],
    [true, 'CANCEL'],
  ] as const)(
    'carries it as a part that clients act on, and as a file (cancelled: %s)',
    async (cancelled, method) => {
      const raw = (await composeMessage(letter(cancelled), SENDER)).raw.toString('utf8')
      const inline = part(raw, `text/calendar; charset=utf-8; method=${method}`)
      const attached = part(raw, 'application/ics; name=undangan.ics')
      expect(attached).toBe(inline)
      const calendar = new ICAL.Component(ICAL.parse(inline))
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
      expect(calendar.getFirstPropertyValue('method')).toBe(method)
      expect([event.uid, event.sequence, event.summary]).toEqual(['x@rapat.contoh.go.id', 2, rapat.title])
      expect(event.component.getFirstPropertyValue('organizer')).toBe('mailto:rapat@contoh.go.id')
      expect(event.component.getFirstPropertyValue('attendee')).toBe('mailto:budi@contoh.go.id')
      expect(event.endDate.toString()).toBe('2026-12-08T11:00:00')
    },
  )

  it('is the same letter to the byte whenever it is made', async () => {
    const [one, other] = await Promise.all([0, 1].map(() => composeMessage(letter(false), SENDER)))
    expect(one?.raw.equals(other?.raw ?? Buffer.of())).toBe(true)
  })
})
