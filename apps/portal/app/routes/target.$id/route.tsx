import { getIndicator, valuesOfIndicator } from '@mufakat/services'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, type PageHandle, STILL } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded, rowIdOf } from '~/request/guard.server'
import { keptTriwulan, triwulanOfRequest } from '~/request/triwulan.server'
import { regionOfRequest } from '~/target/region'
import { IndicatorPage } from './page'

export const handle: PageHandle<{ indicator: { name: string } }> & typeof STILL & typeof BY_TRIWULAN = {
  ...STILL,
  ...BY_TRIWULAN,
  title: (_words, { indicator }) => indicator.name,
}

/** As of the triwulan that is looked at, for the kabupaten or a region of it. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const id = rowIdOf(params.id, context)
  const regionCode = regionOfRequest(request)
  const triwulan = triwulanOfRequest(request, context)
  const [indicator, values] = await Promise.all([
    getIndicator(services, actor, { id, at: triwulan.chosen, regionCode }),
    valuesOfIndicator(services, actor, { indicatorId: id, regionCode }),
  ])
  return data({ indicator, values }, keptTriwulan(triwulan, context))
})

export default function IndicatorRoute() {
  return <IndicatorPage {...useLoaderData<typeof loader>()} />
}
