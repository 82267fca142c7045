import { kunciTexts } from '@mufakat/i18n'
import { type AppLoadContext, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** What a page at the door says, in the language of its reader. */
export const doorTextsOf = (request: Request, context: AppLoadContext) =>
  kunciTexts(localeOf(request.headers, localeOfSession(context)))
