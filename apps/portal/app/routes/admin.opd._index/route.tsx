import { opdTree } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { OpdListPage } from './page'

export const handle = stillPage('opd.title')

const STATES = ['aktif', 'tidak-aktif'] as const

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const params = new URL(request.url).searchParams
  const text = (params.get('q') ?? '').trim().slice(0, 100)
  const state = STATES.find(one => one === params.get('keadaan')) ?? null
  const all = await opdTree(context.services, actorOf(context))
  const wanted = text.toLowerCase()
  const opd = all.filter(
    one =>
      [one.shortName, one.name, ...one.aliases].some(name => name.toLowerCase().includes(wanted)) &&
      (state === null || one.active === (state === 'aktif')),
  )
  return { opd, text, state, active: all.filter(one => one.active).length }
})

export default function OpdListRoute() {
  return <OpdListPage {...useLoaderData<typeof loader>()} />
}
