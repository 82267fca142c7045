import { panelTexts, sahkanTexts } from '@mufakat/i18n'
import { type AppLoadContext, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** What the page of a notula says of its ratification, in the language of its reader. */
export const panelTextsOf = (request: Request, context: AppLoadContext) =>
  panelTexts(localeOf(request.headers, localeOfSession(context)))

/** What pages of review and Koreksi say. */
export const reviewTextsOf = (request: Request, context: AppLoadContext) =>
  sahkanTexts(localeOf(request.headers, localeOfSession(context)))
