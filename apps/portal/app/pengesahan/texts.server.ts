import { catalogueFor, panelTexts, sahkanTexts } from '@mufakat/i18n'
import { type AppLoadContext, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** What the page of a notula says of its ratification, in the language of its reader. */
export const panelTextsOf = (request: Request, context: AppLoadContext) =>
  panelTexts(localeOf(request.headers, localeOfSession(context)))

/** What pages of review and Koreksi say. */
export const reviewTextsOf = (request: Request, context: AppLoadContext) =>
  sahkanTexts(localeOf(request.headers, localeOfSession(context)))

/** Words that the card of signed copies and the way to the papers say beside them. */
const BESIDE = /^(?:tte\.|berkas\.refused\.|kertas\.link\.notula$|field\.srikandi$)/

/** The same with what stands beside a ratified notula: its papers, signed copies, and why a file was not taken. */
export function sealedTextsOf(request: Request, context: AppLoadContext): Readonly<Record<string, string>> {
  const locale = localeOf(request.headers, localeOfSession(context))
  const beside = Object.entries(catalogueFor(locale)).filter(([key]) => BESIDE.test(key))
  return { ...sahkanTexts(locale), ...Object.fromEntries(beside) }
}
