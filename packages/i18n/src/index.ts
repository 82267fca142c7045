export {
  type Catalogue,
  fillMessage,
  type MessageKey,
  type MessageParams,
  type PageCatalogue,
  type PageKey,
  type PlainKey,
} from './catalogue'
export {
  accountTexts,
  bacakanTexts,
  berkasTexts,
  buktiTexts,
  catalogueFor,
  kabarTexts,
  kartuTexts,
  kontribusiTexts,
  kunciTexts,
  lanjutanTexts,
  panelTexts,
  papanTexts,
  sahkanTexts,
  tampilanTexts,
} from './catalogues'
export { type FigureWords, figureParts, type TellableFigure } from './figure-parts'
export { loadCatalogue, loadPageCatalogue } from './load'
export { isLocale, LOCALES, type Locale, localeOfHeader } from './locale'
export { type MailKey, type MailWords, mailCatalogueFor, mailWords } from './mail-words'
export { type NoticeWords, noticeLine, noticeTitle, type TellableNotice } from './notice-line'
export { type PaperKey, type PaperWords, paperCatalogueFor, paperWords } from './paper-words'
export { achievementLines, type FigureLine, noteSigned, workFigureLines } from './report-text'
export { type StandingText, standingText } from './standing-text'
export { isZone, romanQuarter, type When, type Zone } from './time'
export { createWords, type DateStyle, type PageWords, type Words } from './words'
export { workStateText } from './work-state-text'
