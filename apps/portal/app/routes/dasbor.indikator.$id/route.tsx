import { readIndicatorDashboard } from '@mufakat/services'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, type PageHandle, STILL } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded, rowIdOf } from '~/request/guard.server'
import { keptTriwulan, triwulanOfRequest } from '~/request/triwulan.server'
import { IndicatorPage } from './page'

export const handle: PageHandle<{ page: { indicator: { name: string } } }> &
  typeof STILL &
  typeof BY_TRIWULAN = {
  ...STILL,
  ...BY_TRIWULAN,
  title: (_words, { page }) => page.indicator.name,
}

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const triwulan = triwulanOfRequest(request, context)
  const input = { id: rowIdOf(params.id, context), at: triwulan.chosen }
  return data(
    { page: await readIndicatorDashboard(context.services, actorOf(context), input) },
    keptTriwulan(triwulan, context),
  )
})

export default function IndicatorRoute() {
  return <IndicatorPage {...useLoaderData<typeof loader>()} />
}
