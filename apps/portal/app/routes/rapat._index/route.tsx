import { isCode, may, RAPAT_STATUSES } from '@mufakat/domain'
import { listRapat, rapatFilterInput } from '@mufakat/services'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, type PageHandle } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { keptTriwulan, triwulanOfRequest } from '~/request/triwulan.server'
import { RapatListPage } from './page'

export const handle: PageHandle & typeof BY_TRIWULAN = {
  ...BY_TRIWULAN,
  title: words => words.t('rapat.title'),
}

const MAX_QUERY = 100

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const params = new URL(request.url).searchParams
  const triwulan = triwulanOfRequest(request, context)
  const { chosen } = triwulan
  const status = params.get('status')
  const filter = {
    text: (params.get('q') ?? '').trim().slice(0, MAX_QUERY),
    status: isCode(RAPAT_STATUSES, status) ? status : null,
  }
  const rapat = await listRapat(
    context.services,
    actor,
    rapatFilterInput.parse({ year: chosen.year, quarter: chosen.quarter, ...filter }),
  )
  return data(
    { rapat, chosen, filter, mayCreate: may(actor, 'rapat.create'), maySeeSeries: may(actor, 'series.read') },
    keptTriwulan(triwulan, context),
  )
})

export default function RapatListRoute() {
  return <RapatListPage {...useLoaderData<typeof loader>()} />
}
