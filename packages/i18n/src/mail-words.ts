import { fillMessage } from './catalogue'
import { catalogueFor } from './catalogues'
import type { Locale } from './locale'
import type { When } from './time'
import { createWords } from './words'
import { mailEn } from './words/mail.en'
import { type MailKey, mailId } from './words/mail.id'

export type { MailKey }

/** The words of letters in one language; for a server. */
export interface MailWords {
  t(key: MailKey, params?: Readonly<Record<string, string>>): string
  /** "17 Mar 2026, 09.00 WIB". */
  dateTime(when: When): string
  /** "Selasa, 17 Maret 2026". */
  date(day: string): string
}

export const mailCatalogueFor = (locale: Locale): Readonly<Record<MailKey, string>> =>
  locale === 'en' ? mailEn : mailId

export function mailWords(locale: Locale): MailWords {
  const catalogue = mailCatalogueFor(locale)
  const { dateTime, date } = createWords(locale, catalogueFor(locale))
  return {
    t: (key, params) => fillMessage(catalogue[key], params),
    dateTime,
    date: day => date(day, 'full'),
  }
}
