import { describe, expect, it } from 'vitest'
import { ACTIVITY_KINDS } from './card-activity'
import { ROLES } from './codes'
import { isWorkday } from './holiday'
import {
  digestDue,
  isQuiet,
  isTold,
  NOTICE_KINDS,
  passesMute,
  REMINDERS,
  remindedBetween,
  remindersOn,
} from './notice'
import { may } from './permission'
import { addDays } from './wib'

const ESCALATION = { headDays: 3, sekretariatDays: 7 }
const DUE = '2026-12-10'
const on = (days: number) => remindersOn(DUE, addDays(DUE, days), ESCALATION)

describe('what the clock says of a tenggat', () => {
  it('[KB4] comes a week and a day before, and on the day after it', () => {
    expect(on(-8)).toEqual([])
    expect(on(-7)).toEqual(['due-week'])
    expect(on(-2)).toEqual(['due-week'])
    expect(on(-1)).toEqual(['due-day'])
    expect(on(0)).toEqual(['due-day'])
    expect(on(1)).toEqual(['late'])
  })

  it('[KB5] goes to the head and the sekretariat after the days that are set', () => {
    expect(on(2)).toEqual(['late'])
    expect(on(3)).toEqual(['late', 'late-head'])
    expect(on(7)).toEqual(['late', 'late-head', 'late-sekretariat'])
    expect(remindersOn(DUE, addDays(DUE, 1), { headDays: 1, sekretariatDays: 1 })).toEqual([
      'late',
      'late-head',
      'late-sekretariat',
    ])
  })

  it('[KB4] is made up for within a month, and asked for just as long', () => {
    const { from, to } = remindedBetween(DUE, ESCALATION)
    expect(remindersOn(from, DUE, ESCALATION)).toEqual(['late-sekretariat'])
    expect(remindersOn(addDays(from, -1), DUE, ESCALATION)).toEqual([])
    expect(remindersOn(to, DUE, ESCALATION)).toEqual(['due-week'])
    expect(remindersOn(addDays(to, 1), DUE, ESCALATION)).toEqual([])
    expect(on(30)).toContain('late')
    expect(on(31)).not.toContain('late')
  })

  it('[KB6] passes a mute only where somebody is called by name or by office', () => {
    expect(NOTICE_KINDS.filter(passesMute)).toEqual(['mention', 'late-head', 'late-sekretariat'])
    expect(REMINDERS.every(kind => NOTICE_KINDS.includes(kind))).toBe(true)
  })
})

describe('an inbox', () => {
  it('[KB9] is a person’s own, and a guest by link has none', () => {
    for (const role of ROLES) {
      const actor = { personId: 'p', role, opdId: null }
      expect(may(actor, 'kabar.use', { personId: 'p' })).toBe(true)
      expect(may(actor, 'kabar.use', { personId: 'q' })).toBe(false)
      expect(may({ ...actor, guestOf: 'r' }, 'kabar.use', { personId: 'p' })).toBe(false)
      expect(may({ ...actor, viewedBy: 'admin' }, 'kabar.use', { personId: 'p' })).toBe(false)
    }
    expect(may(null, 'kabar.use')).toBe(false)
  })
})

describe('what happened to a card', () => {
  it('[KB1] is told, but for what a notula says while it is written', () => {
    const told = (personId: string | null) => ACTIVITY_KINDS.filter(kind => !isTold({ kind, personId }))
    expect(told(null)).toEqual(['decided', 'reworded', 'removed', 'restored'])
    expect(told('somebody')).toEqual([])
  })
})

/** By the clock of Jakarta. 26 November 2026 is a Thursday. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`)

describe('when letters go', () => {
  it('[KB8] not in quiet hours, also over midnight', () => {
    const night = { quietFrom: 20, quietTo: 6 }
    const quiet = (time: string) => isQuiet(night, at('2026-11-26', time), 'WIB')
    expect(['19:59', '20:00', '23:59', '00:00', '05:59', '06:00'].map(quiet)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
    const noon = { quietFrom: 12, quietTo: 13 }
    expect([11, 12, 13].map(hour => isQuiet(noon, at('2026-11-26', `${hour}:30`), 'WIB'))).toEqual([
      false,
      true,
      false,
    ])
    expect(isQuiet({ quietFrom: 6, quietTo: 6 }, at('2026-11-26', '06:00'), 'WIB')).toBe(false)
    expect(isQuiet(night, at('2026-11-26', '19:30'), 'WIT')).toBe(true)
  })

  it('[KB7] a digest tells up to its hour, and is due from then until the next', () => {
    const rule = { hour: 7, isWorkday: null }
    expect(digestDue(rule, at('2026-11-26', '06:59'), 'WIB')).toEqual({
      day: '2026-11-25',
      until: at('2026-11-25', '07:00'),
    })
    expect(digestDue(rule, at('2026-11-26', '07:00'), 'WIB')).toEqual({
      day: '2026-11-26',
      until: at('2026-11-26', '07:00'),
    })
    expect(digestDue(rule, at('2026-11-26', '23:00'), 'WIB')?.day).toBe('2026-11-26')
  })

  it('[KB7] on workdays alone, a Monday tells of the days before it', () => {
    const rule = { hour: 7, isWorkday: (day: string) => isWorkday(day, new Set<string>()) }
    expect(digestDue(rule, at('2026-11-28', '09:00'), 'WIB')).toBeNull()
    expect(digestDue(rule, at('2026-11-30', '06:30'), 'WIB')?.day).toBe('2026-11-27')
    expect(digestDue(rule, at('2026-11-30', '07:30'), 'WIB')?.day).toBe('2026-11-30')
    expect(digestDue({ hour: 7, isWorkday: () => false }, at('2026-11-30', '07:30'), 'WIB')).toBeNull()
  })
})
