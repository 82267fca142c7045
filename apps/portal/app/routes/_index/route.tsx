import { beranda, listRapat, rapatFilterInput } from '@mufakat/services'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { berandaReports } from '~/lapor/beranda.server'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { berandaProposals } from '~/seri/beranda.server'
import { BerandaPage } from './page'

export const handle: PageHandle = { title: words => words.t('nav.beranda') }

const RECENT = 4

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (typeof actor?.guestOf === 'string') throw redirect(`/rapat/${actor.guestOf}`)
  const [waiting, proposed, reports, rapat] = await Promise.all([
    beranda(context.services, actor),
    berandaProposals(request, context),
    berandaReports(request, context),
    listRapat(context.services, actor, rapatFilterInput.parse({})),
  ])
  return {
    ...waiting,
    proposed,
    reports,
    recent: rapat.filter(one => one.id !== waiting.next?.id).slice(0, RECENT),
    now: context.services.clock.now(),
    name: context.session?.person.name ?? '',
    role: context.session?.actor.role ?? 'tamu',
  }
})

export default function BerandaRoute() {
  return <BerandaPage {...useLoaderData<typeof loader>()} />
}
