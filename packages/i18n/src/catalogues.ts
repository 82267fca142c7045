import type { Catalogue } from './catalogue'
import type { Locale } from './locale'
import { en } from './words/en'
import { id } from './words/id'

/** Both catalogues at once: for a server or a test. A browser loads one with `loadCatalogue`. */
export const catalogueFor = (locale: Locale): Catalogue => (locale === 'en' ? en : id)
