import { createWords, isLocale, loadCatalogue, type Words } from '@mufakat/i18n'

/** Every word in the language of the page, for what comes only when it is asked for. */
export async function loadAllWords(): Promise<Words> {
  const { lang } = document.documentElement
  const locale = isLocale(lang) ? lang : 'id'
  return createWords(locale, await loadCatalogue(locale))
}
