import { riwayat } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'
import { RiwayatPage } from './page'

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => ({
  entries: await riwayat(context.services, actorOf(context), rapatIdOf(params, context)),
  now: context.services.clock.now(),
}))

export default function RiwayatRoute() {
  return <RiwayatPage {...useLoaderData<typeof loader>()} />
}
