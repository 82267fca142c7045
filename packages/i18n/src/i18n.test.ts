import { ERROR_CODES } from '@mufakat/kernel'
import { describe, expect, it } from 'vitest'
import { placeholdersOf } from './catalogue'
import {
  catalogueFor,
  createWords,
  LOCALES,
  localeOfHeader,
  mailCatalogueFor,
  paperCatalogueFor,
} from './index'

const id = createWords('id', catalogueFor('id'))
const en = createWords('en', catalogueFor('en'))

describe('the catalogue', () => {
  it('has the same keys and placeholders in every language', () => {
    const all = (locale: (typeof LOCALES)[number]): Record<string, string> => ({
      ...catalogueFor(locale),
      ...mailCatalogueFor(locale),
      ...paperCatalogueFor(locale),
    })
    const first = Object.entries(all('id'))
    for (const locale of LOCALES) {
      const other = all(locale)
      expect(Object.keys(other).sort()).toEqual(first.map(([key]) => key).sort())
      for (const [key, text] of first) {
        expect([key, placeholdersOf(other[key] ?? '')]).toEqual([key, placeholdersOf(text)])
        expect(other[key]?.trim()).not.toBe('')
      }
    }
  })

  it('has words for every error code', () => {
    for (const locale of LOCALES) {
      const words: Record<string, string> = catalogueFor(locale)
      for (const code of ERROR_CODES) expect(words[`error.${code}`]).toBeTruthy()
    }
  })

  it('fills values, chooses plurals and leaves a missing value visible', () => {
    expect(id.t('rapat.count', { n: 1200 })).toBe('1.200 rapat')
    expect(en.t('rapat.count', { n: 1 })).toBe('1 meeting')
    expect(en.t('rapat.count', { n: 3 })).toBe('3 meetings')
    expect(id.lookup('rapat.count', 'x')).toBe('{n} rapat')
    expect(id.lookup('no.such', 'umum')).toBe('umum')
  })
})

describe('numbers and time', () => {
  const moment = new Date('2026-03-17T02:05:09Z')

  it('writes numbers the Indonesian way', () => {
    expect(id.number(1234567.891)).toBe('1.234.567,89')
    expect(id.number(12)).toBe('12')
    expect(id.number(-1200)).toBe('-1.200')
    expect(id.percent(0.0317)).toBe('3,17%')
  })

  it('tells every moment in WIB', () => {
    expect(id.date(moment, 'full')).toBe('Selasa, 17 Maret 2026')
    expect(id.time(moment)).toBe('09.05')
    expect(id.clock(moment)).toBe('09.05.09')
    expect(id.dateTime(moment)).toBe('17 Mar 2026, 09.05 WIB')
    expect(id.date(new Date('2026-08-31T17:30:00Z'), 'day')).toBe('Sel, 1 Sep')
    expect(en.date(moment, 'full')).toBe('Tuesday, 17 March 2026')
    expect(id.hour(new Date('2026-03-17T17:30:00Z'))).toBe(0)
  })

  it('tells the same moment in the other zones of the country', () => {
    const [wita, wit] = (['WITA', 'WIT'] as const).map(zone => createWords('id', catalogueFor('id'), zone))
    expect(wita?.dateTime(moment)).toBe('17 Mar 2026, 10.05 WITA')
    expect(wit?.dateTime(moment)).toBe('17 Mar 2026, 11.05 WIT')
    expect(wit?.relative('2026-03-18', new Date('2026-03-17T15:30:00Z'))).toBe('hari ini')
    expect(wit?.date('2026-03-17', 'full')).toBe('Selasa, 17 Maret 2026')
  })

  it('never lets a calendar day slip', () => {
    expect(id.date('2026-03-17', 'full')).toBe('Selasa, 17 Maret 2026')
    expect(id.relative('2026-03-18', moment)).toBe('besok')
    expect(id.relative('2026-03-18', new Date('2026-03-17T17:30:00Z'))).toBe('hari ini')
  })

  it('has twelve months and seven days in every language, as the world writes them', () => {
    const days = Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)))
    for (const [words, tag] of [
      [id, 'id-ID'],
      [en, 'en-GB'],
    ] as const) {
      const month = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
      const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' })
      for (const day of days) {
        expect(words.date(day, 'full')).toBe(
          `${weekday.format(day)}, ${day.getUTCDate()} ${month.format(day)} ${day.getUTCFullYear()}`,
        )
      }
    }
  })

  it('tells how far away a moment is', () => {
    const away = (minutes: number) => new Date(moment.getTime() + minutes * 60_000)
    expect(id.relative(away(0), moment)).toBe('baru saja')
    expect(id.relative(away(-5), moment)).toBe('5 menit yang lalu')
    expect(en.relative(away(61), moment)).toBe('in 1 hour')
    expect(en.relative(away(-60 * 24 * 3), moment)).toBe('3 days ago')
    expect(id.relative(away(60 * 24), moment)).toBe('besok')
    expect(en.relative(away(-60 * 24), moment)).toBe('yesterday')
  })

  it('names quarters as people do', () => {
    expect(id.triwulan({ year: 2026, quarter: 4 })).toBe('Triwulan IV 2026')
    expect(en.triwulan({ year: 2026, quarter: 1 })).toBe('Quarter I 2026')
  })

  it('tells durations in hours and minutes', () => {
    expect(id.duration(45)).toBe('45 menit')
    expect(id.duration(180)).toBe('3 jam')
    expect(en.duration(90)).toBe('1 hour 30 minutes')
  })
})

describe('the language of a browser', () => {
  it.each([
    [null, 'id'],
    ['en-US,en;q=0.9', 'en'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['fr-FR,en;q=0.3,id;q=0.2', 'en'],
    ['de', 'id'],
    ['en;q=0', 'id'],
  ] as const)('%s → %s', (header, locale) => {
    expect(localeOfHeader(header)).toBe(locale)
  })
})
