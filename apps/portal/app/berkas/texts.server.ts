import { berkasTexts } from '@mufakat/i18n'
import { type AppLoadContext, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** What the files of a rapat say, in the language of their reader. */
export const textsOf = (request: Request, context: AppLoadContext) =>
  berkasTexts(localeOf(request.headers, localeOfSession(context)))
