import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { dashboardInput, readDashboard } from '@mufakat/services'
import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'
import { keptTriwulan, triwulanOfRequest } from '~/request/triwulan.server'
import { DashboardPage } from './page'

export const handle = { ...stillPage('dasbor.title'), ...BY_TRIWULAN }

/** `peta`: the indicator on the map of kecamatan. Who sees the page of their OPD alone is led to it. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const triwulan = triwulanOfRequest(request, context)
  const ownOpd = context.session?.person.opd ?? null
  if (
    ownOpd !== null &&
    !may(actor, 'dasbor.read') &&
    may(actor, 'dasbor.opd', { officeOpdIds: [ownOpd.id] })
  )
    throw redirect(`/dasbor/opd/${ownOpd.id}?tw=${triwulanCode(triwulan.chosen)}`)
  const mapOf = new URL(request.url).searchParams.get('peta') ?? undefined
  const input = dashboardInput.safeParse({ at: triwulan.chosen, mapOf })
  if (!input.success) throw new AppError('not-found', 'peta')
  return data(
    { dashboard: await readDashboard(context.services, actor, input.data) },
    keptTriwulan(triwulan, context),
  )
})

export default function DashboardRoute() {
  return <DashboardPage {...useLoaderData<typeof loader>()} />
}
