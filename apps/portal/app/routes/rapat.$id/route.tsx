import { getRapat } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'
import { RapatFrame } from './frame'

export const handle: PageHandle<{ rapat: { title: string } }> = { title: (_words, data) => data.rapat.title }

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => ({
  rapat: await getRapat(context.services, actorOf(context), rapatIdOf(params, context)),
}))

export default function RapatRoute() {
  const { rapat } = useLoaderData<typeof loader>()
  return (
    <RapatFrame rapat={rapat}>
      <Outlet context={rapat} />
    </RapatFrame>
  )
}
