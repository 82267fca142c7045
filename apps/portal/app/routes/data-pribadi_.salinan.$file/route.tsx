import { catalogueFor, createWords } from '@mufakat/i18n'
import { AppError } from '@mufakat/kernel'
import { fetchExport } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { copyAsHtml } from '~/data-pribadi/copy-html'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'

const FILE = /^([0-9a-f-]{36})\.(html|json)$/

/** A copy of one's own data as a file: to keep, never shown within the portal. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const [, id = '', form = ''] = FILE.exec(params.file ?? '') ?? []
  const actor = actorOf(context)
  const copy = await fetchExport(context.services, actor, id)
  const locale = localeOf(request.headers, localeOfSession(context))
  const isHtml = form === 'html'
  if (!isHtml && form !== 'json') throw new AppError('not-found', 'form')
  const words = createWords(locale, catalogueFor(locale), context.zone)
  return new Response(isHtml ? copyAsHtml(copy, words) : `${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      'Content-Type': `${isHtml ? 'text/html' : 'application/json'}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="data-pribadi-${copy.madeAt.slice(0, 10)}.${form}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'Cache-Control': 'no-store',
    },
  })
})
