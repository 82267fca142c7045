import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { listRegions } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { WilayahPage } from './page'

export const handle = stillPage('admin.wilayah')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (actor && !may(actor, 'wilayah.edit')) throw new AppError('forbidden')
  return { districts: await listRegions(context.services, actor) }
})

export default function WilayahRoute() {
  return <WilayahPage {...useLoaderData<typeof loader>()} />
}
