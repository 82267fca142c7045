import { accountFilterInput, listAccounts, listOpd } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { PeoplePage } from './page'

export const handle = stillPage('admin.pengguna')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const params = new URL(request.url).searchParams
  const filter = accountFilterInput.parse({
    text: params.get('q') ?? '',
    role: params.get('peran') || null,
    opdId: params.get('opd') || null,
    state: params.get('keadaan') || null,
    page: params.get('hal') ?? 1,
  })
  const [list, opd] = await Promise.all([
    listAccounts(context.services, actor, filter),
    listOpd(context.services, actor),
  ])
  return { list, filter, opd }
})

export default function PeopleRoute() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />
}
