import { catalogueFor, createWords } from '@mufakat/i18n'
import { exportCards, listOpd, writeCsv } from '@mufakat/services'
import type { ActionFunctionArgs } from '@remix-run/node'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { askedTable } from '~/tabel/asked.server'
import { cardRows } from '~/tabel/csv'

/** A POST: taking cards along leaves an entry, so it must come from a page of ours. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const { input, columns } = askedTable(request.url)
  const { cards, rapat } = await exportCards(services, actor, input)
  const opd = await listOpd(services, actor)
  const locale = localeOf(request.headers, localeOfSession(context))
  const words = createWords(locale, catalogueFor(locale))
  const known = {
    opd: new Map(opd.map(({ id, shortName }) => [id, shortName])),
    rapat: new Map(rapat.map(one => [one.id, one])),
  }
  const name = `${words.t('tampilan.csv.file')}-${services.clock.now().toISOString().slice(0, 10)}.csv`
  return new Response(writeCsv(cardRows(cards, columns, known, words)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
})
