import { accountTexts } from '@mufakat/i18n'
import { type AppLoadContext, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** What a page about one's own account says, in the language of its reader. */
export const textsOf = (request: Request, context: AppLoadContext) =>
  accountTexts(localeOf(request.headers, localeOfSession(context)))
