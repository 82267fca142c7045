import { fillMessage } from './catalogue'
import { catalogueFor } from './catalogues'
import type { Locale } from './locale'
import type { Zone } from './time'
import { createWords, type Words } from './words'
import { paperEn } from './words/paper.en'
import { type PaperKey, paperId } from './words/paper.id'

export type { PaperKey }

/** The words of official papers in one language; for a server. */
export interface PaperWords {
  t(key: PaperKey, params?: Readonly<Record<string, string | number>>): string
  /** The names of codes, and formats. */
  readonly words: Words
}

export const paperCatalogueFor = (locale: Locale): Readonly<Record<PaperKey, string>> =>
  locale === 'en' ? paperEn : paperId

export function paperWords(locale: Locale, zone: Zone): PaperWords {
  const catalogue = paperCatalogueFor(locale)
  const words = createWords(locale, catalogueFor(locale), zone)
  return { t: (key, params) => fillMessage(catalogue[key], params, words.number), words }
}
