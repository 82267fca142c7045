import { describe, expect, it } from 'vitest'
import { agendaOf, hourOf, minutesOf, scheduleOf } from './schedule-form.server'

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

describe('the form of a rapat', () => {
  it.each([
    ['9.00', '09:00'],
    ['09.30', '09:30'],
    ['14:05', '14:05'],
    ['pagi', 'pagi'],
    ['', ''],
  ])('reads the hour %j as %j', (typed, hour) => expect(hourOf(typed)).toBe(hour))

  it('reads lengths, and leaves what it cannot read for the schema to refuse', () => {
    expect(minutesOf('3j')).toBe(180)
    expect(minutesOf('')).toBeNull()
    expect(minutesOf('lama')).toBeNaN()
  })

  it('takes year and quarter from one field', () => {
    expect(scheduleOf(formOf({ triwulan: '2026-4' }))).toMatchObject({ year: 2026, quarter: 4 })
    expect(scheduleOf(formOf({ triwulan: '2026-5' })).year).toBeNaN()
  })

  it('keeps agenda rows in their order and leaves out empty ones', () => {
    const form = formOf({
      'agenda.7.title': 'Kedua kali',
      'agenda.7.minutes': '30',
      'agenda.2.title': ' ',
      'agenda.3.title': 'Penutup',
      'agenda.x.title': 'bukan',
    })
    expect(agendaOf(form)).toEqual([
      { title: 'Kedua kali', minutes: '30', presenter: '' },
      { title: 'Penutup', minutes: '', presenter: '' },
    ])
  })
})
