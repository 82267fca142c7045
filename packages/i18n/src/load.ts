import type { Catalogue } from './catalogue'
import type { Locale } from './locale'

/** Fetches one language as a chunk of its own, so that a browser does not carry the other. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'en' ? (await import('./words/en')).en : (await import('./words/id')).id
}
