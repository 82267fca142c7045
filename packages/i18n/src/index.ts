export {
  type Catalogue,
  fillMessage,
  type MessageKey,
  type MessageParams,
  type PageCatalogue,
  type PageKey,
  type PlainKey,
} from './catalogue'
export { catalogueFor } from './catalogues'
export { loadCatalogue, loadPageCatalogue } from './load'
export { isLocale, LOCALES, type Locale, localeOfHeader } from './locale'
export { hourInWib, romanQuarter, type When } from './time'
export { createWords, type DateStyle, type PageWords, type Words } from './words'
