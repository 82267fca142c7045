import type { Catalogue, PageCatalogue } from './catalogue'
import type { Locale } from './locale'

/** Fetches the words of pages in one language, as a chunk of its own: a browser does not carry the other. */
export async function loadPageCatalogue(locale: Locale): Promise<PageCatalogue> {
  return locale === 'en' ? (await import('./words/page.en')).pageEn : (await import('./words/page.id')).pageId
}

/** Fetches every word of one language, for the live editor. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'en' ? (await import('./words/en')).en : (await import('./words/id')).id
}
