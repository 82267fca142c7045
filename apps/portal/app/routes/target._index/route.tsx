import { isCode, may, opdIdsOf, STRATEGIES } from '@mufakat/domain'
import { listProgrammes, type ProgrammeView } from '@mufakat/services'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { keptTriwulan, triwulanOfRequest } from '~/request/triwulan.server'
import { TargetPage } from './page'

export const handle = { ...BY_TRIWULAN, ...stillPage('target.title') }

/** The OPD that own a programme or an indicator, by name, whatever the filter. */
function ownersOf(programmes: readonly ProgrammeView[]) {
  const owners = programmes.flatMap(one => [one.owner, ...one.indicators.map(({ owner }) => owner)])
  return [...new Map(owners.map(owner => [owner.id, owner])).values()].sort((a, b) =>
    a.shortName.localeCompare(b.shortName),
  )
}

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const params = new URL(request.url).searchParams
  const triwulan = triwulanOfRequest(request, context)
  const strategy = params.get('strategi')
  const filter = { strategy: isCode(STRATEGIES, strategy) ? strategy : null, opdId: params.get('opd') ?? '' }
  const all = params.get('semua') === 'ya'
  const list = await listProgrammes(context.services, actor, { at: triwulan.chosen, all })
  const isOwned = ({ owner }: Pick<ProgrammeView, 'owner'>) => owner.id === filter.opdId
  const programmes = list.programmes
    .filter(one => filter.strategy === null || one.strategy === filter.strategy)
    .map(one =>
      filter.opdId === '' || isOwned(one) ? one : { ...one, indicators: one.indicators.filter(isOwned) },
    )
    .filter(one => filter.opdId === '' || isOwned(one) || one.indicators.length > 0)
  return data(
    {
      at: list.at,
      programmes,
      owners: ownersOf(list.programmes),
      ...{ filter, all },
      allowed: list.allowed,
      mayReadReports: may(actor, 'laporan-opd.read', { officeOpdIds: actor ? opdIdsOf(actor) : [] }),
    },
    keptTriwulan(triwulan, context),
  )
})

export default function TargetRoute() {
  return <TargetPage {...useLoaderData<typeof loader>()} />
}
