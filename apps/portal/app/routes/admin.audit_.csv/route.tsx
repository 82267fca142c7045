import { Readable } from 'node:stream'
import { catalogueFor, createWords, localeOfHeader } from '@mufakat/i18n'
import { exportAudit } from '@mufakat/services'
import { type ActionFunctionArgs, createReadableStreamFromReadable } from '@remix-run/node'
import { auditCsv } from '~/audit/csv'
import { filterOfFields } from '~/audit/filter.server'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** A POST: taking the audit along leaves an entry, so it must come from a page of ours. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const filter = filterOfFields(await request.formData())
  const entries = await exportAudit(context.services, actorOf(context), filter)
  const locale = localeOfSession(context) ?? localeOfHeader(request.headers.get('Accept-Language'))
  const words = createWords(locale, catalogueFor(locale))
  const name = `${words.t('audit.csv.file')}-${context.services.clock.now().toISOString().slice(0, 10)}.csv`
  return new Response(createReadableStreamFromReadable(Readable.from(auditCsv(entries, words))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
})
