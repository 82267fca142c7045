import { catalogueFor, createWords } from '@mufakat/i18n'
import type { ViewingBar } from '~/frame/frame-data'
import { type AppLoadContext, localeOfSession } from './context.server'
import { localeOf } from './locale.server'

/** What stands over every page while an admin looks as somebody; in words, which no other page has to carry. */
export function viewingBar(request: Request, context: AppLoadContext): ViewingBar | null {
  const { session, zone } = context
  if (!session?.viewing) return null
  const locale = localeOf(request.headers, localeOfSession(context))
  const words = createWords(locale, catalogueFor(locale), zone)
  const { name } = session.person
  return {
    text: words.t('lihat.bar', { name, time: `${words.time(session.viewing.until)} ${zone}` }),
    end: words.t('lihat.end'),
  }
}
