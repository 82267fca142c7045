import { createWords, loadCatalogue, type Words } from '@mufakat/i18n'
import { pageLanguage } from '~/frame/page-language'

/** Every word in the language of the page, for what comes only when it is asked for. */
export async function loadAllWords(): Promise<Words> {
  const { locale, zone } = pageLanguage()
  return createWords(locale, await loadCatalogue(locale), zone)
}
