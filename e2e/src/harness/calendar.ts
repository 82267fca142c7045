import { expect } from '@playwright/test'
import ICAL from 'ical.js'
import { type OutboxLetter, outboxLetters } from './letters'

/** The event of a letter, as a calendar of another maker reads it. */
export function eventOf(letter: OutboxLetter) {
  const calendar = new ICAL.Component(ICAL.parse(letter.calendar?.file ?? ''))
  const events = calendar.getAllSubcomponents('vevent')
  const event = new ICAL.Event(events[0])
  return {
    events,
    event,
    method: String(calendar.getFirstPropertyValue('method')),
    status: String(event.component.getFirstPropertyValue('status')),
    zone: event.component.getFirstProperty('dtstart')?.getParameter('tzid'),
    attendees: event.component.getAllProperties('attendee').map(one => String(one.getFirstValue())),
  }
}

const isOf = (letter: OutboxLetter, rapatId: string): boolean =>
  letter.calendar !== null && eventOf(letter).event.uid.startsWith(`${rapatId}@`)

/** Letters about a rapat that carry its event. */
export const lettersOf = async (dataDir: string, rapatId: string): Promise<OutboxLetter[]> =>
  (await outboxLetters(dataDir)).filter(letter => isOf(letter, rapatId))

/** Those with that SEQUENCE, once there are so many. */
export async function lettersAt(dataDir: string, rapatId: string, sequence: number, count: number) {
  const found = async () =>
    (await lettersOf(dataDir, rapatId)).filter(letter => eventOf(letter).event.sequence === sequence)
  await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(count)
  return found()
}
