import script from 'virtual:waiting-page'
import { catalogueFor, createWords } from '@mufakat/i18n'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { localeOfSession } from '~/request/context.server'
import { themeOf } from '~/request/cookies.server'
import { localeOf } from '~/request/locale.server'
import { OfflinePage } from './page'

/** For the service worker to keep, so nothing in it is personal but language and theme. */
export const loader = ({ request, context }: LoaderFunctionArgs): Response => {
  const locale = localeOf(request.headers, localeOfSession(context))
  const words = createWords(locale, catalogueFor(locale), context.zone)
  const page = <OfflinePage {...{ words, script }} theme={themeOf(request)} nonce={context.nonce} />
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
