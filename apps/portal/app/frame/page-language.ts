import { isLocale, isZone, type Locale, type Zone } from '@mufakat/i18n'

/** Language and zone that the server wrote this page in. */
export function pageLanguage(): { locale: Locale; zone: Zone } {
  const { lang, dataset } = document.documentElement
  return {
    locale: isLocale(lang) ? lang : 'id',
    zone: isZone(dataset.zone) ? dataset.zone : 'WIB',
  }
}
