import { catalogueFor, createWords } from '@mufakat/i18n'
import { reviewPaste } from '@mufakat/services'
import type { ActionFunctionArgs } from '@remix-run/node'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { handedOn, wrongRows } from '~/tempel/form.server'

/** Rows of a pasted table that go nowhere, with the reason, as a CSV. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const input = handedOn(await request.formData())
  const { rows } = await reviewPaste(context.services, actor, input)
  const locale = localeOf(request.headers, localeOfSession(context))
  const words = createWords(locale, catalogueFor(locale))
  const wrong = rows.flatMap(({ line, column, reason }) => {
    if (reason === null) return []
    const said = words.lookup(`tempel.reason.${reason}`, reason)
    const named = column === null ? '' : `${words.t(`tempel.field.${column}`)}: `
    return [{ line, text: named + said }]
  })
  const heads = [words.t('tempel.csv.row'), words.t('tempel.csv.reason')] as const
  return new Response(wrongRows(input, wrong, heads), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${words.t('tempel.csv.file')}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
})
