import { cardFilterOf, cardTableLookOf, may } from '@mufakat/domain'
import { papanTexts, tampilanTexts } from '@mufakat/i18n'
import { cardTable, cardTableInput, listOpd } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'
import { actorOf, localeOfSession } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { CardTablePage } from './page'

export const handle = titledBy('tampilan.table')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const params = new URL(request.url).searchParams
  const page = Number(params.get('hal') ?? 1)
  const { sort, isDown, group } = cardTableLookOf(params)
  const input = cardTableInput.parse({
    ...{ filter: cardFilterOf(params), sort, isDown, group },
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  })
  const [table, opd] = await Promise.all([
    cardTable(services, actor, input),
    may(actor, 'directory.read') ? listOpd(services, actor) : [],
  ])
  const locale = localeOf(request.headers, localeOfSession(context))
  return {
    table,
    opd: opd.map(({ id, shortName, name, active }) => ({ id, shortName, name, active })),
    texts: { ...papanTexts(locale), ...tampilanTexts(locale) },
  }
})

export default function CardTableRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <CardTablePage {...loaded} />
    </MoreWords>
  )
}
