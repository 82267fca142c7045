import { reportsOf, whichReport } from '@mufakat/services'
import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded, rowIdOf } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'
import { keptTriwulan, triwulanOfRequest } from '~/request/triwulan.server'
import { ReportsPage } from './page'

export const handle = { ...BY_TRIWULAN, ...stillPage('lapor.title') }

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const params = new URL(request.url).searchParams
  const reportId = params.get('id')
  // What files were sent to is known by its id: on to the page of it, with what became of them.
  if (reportId !== null) {
    const { opdId, ...at } = await whichReport(services, actorOf(context), rowIdOf(reportId, context))
    params.delete('id')
    params.set('tw', triwulanCode(at))
    throw redirect(`/target/laporan/${opdId}?${params}`)
  }
  const triwulan = triwulanOfRequest(request, context)
  const list = await reportsOf(services, actorOf(context), triwulan.chosen)
  return data({ list }, keptTriwulan(triwulan, context))
})

export default function ReportsRoute() {
  return <ReportsPage {...useLoaderData<typeof loader>()} />
}
