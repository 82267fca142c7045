import { isLocale, type Locale, localeOfHeader } from '@mufakat/i18n'
import { localeCookieOf } from './cookies.server'

/** The language of an answer: the person's own, else the last one used in this browser, else its wish. */
export function localeOf(headers: Headers, own: Locale | null): Locale {
  if (own) return own
  const cookie = localeCookieOf(headers.get('Cookie'))
  return isLocale(cookie) ? cookie : localeOfHeader(headers.get('Accept-Language'))
}
