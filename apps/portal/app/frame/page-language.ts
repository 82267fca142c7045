import type { Locale, Zone } from '@mufakat/i18n'

/** Language and zone that the server wrote this page in. Every page carries this: it names no package. */
export function pageLanguage(): { locale: Locale; zone: Zone } {
  const { lang, dataset } = document.documentElement
  const { zone } = dataset
  return { locale: lang === 'en' ? 'en' : 'id', zone: zone === 'WITA' || zone === 'WIT' ? zone : 'WIB' }
}
