import type { Zone } from '@mufakat/domain'
import { folded, quoted, text } from './content-line'
import { timeZone, utcTime, wallTime, zoneName } from './time-zone'

export interface CalendarPerson {
  readonly name: string
  readonly email: string
}

/** A rapat as calendars take it (RFC 5545, RFC 5546). */
export interface CalendarEvent {
  /** `REQUEST` puts it in or moves it, `CANCEL` takes it out; `PUBLISH` is a file that asks nobody. */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  /** The same for one rapat for good. */
  readonly uid: string
  /** Grows with every change that is told. */
  readonly sequence: number
  /** When this was said; the same file says the same moment, however often it is written. */
  readonly stamp: Date
  readonly zone: Zone
  /** YYYY-MM-DD and HH:MM in the zone. */
  readonly date: string
  readonly startTime: string
  readonly minutes: number
  readonly title: string
  readonly place: string
  readonly description: string
  readonly url: string
  readonly organizer: CalendarPerson | null
  readonly attendee: CalendarPerson | null
}

/** As the mail of this system takes addresses: nothing in it ends a value. */
const ADDRESS = /^[A-Za-z0-9_.+'-]+@[A-Za-z0-9.-]+$/

function personLine(property: string, person: CalendarPerson | null): string[] {
  if (person === null || !ADDRESS.test(person.email)) return []
  return [`${property};CN=${quoted(person.name)}:mailto:${person.email}`]
}

const ATTENDEE = 'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE'

/** An `.ics` file of one event. */
export function calendarFile(event: CalendarEvent): string {
  const at = `TZID=${zoneName(event.zone)}`
  const isCancelled = event.method === 'CANCEL'
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mufakat//Portal Rapat//ID',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.method}`,
    ...timeZone(event.zone),
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcTime(event.stamp)}`,
    `DTSTART;${at}:${wallTime(event.date, event.startTime)}`,
    `DTEND;${at}:${wallTime(event.date, event.startTime, event.minutes)}`,
    `SUMMARY:${text(event.title)}`,
    ...(event.place === '' ? [] : [`LOCATION:${text(event.place)}`]),
    `DESCRIPTION:${text(event.description)}`,
    `URL:${encodeURI(event.url)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...personLine('ORGANIZER', event.organizer),
    ...personLine(ATTENDEE, event.attendee),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
