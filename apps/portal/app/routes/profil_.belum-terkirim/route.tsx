import { AppError } from '@mufakat/kernel'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { guarded } from '~/request/guard.server'
import { UnsentPage } from './page'

export const handle: PageHandle = { title: words => words.t('unsent.title') }

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  if (!context.session) throw new AppError('not-signed-in')
  return { personId: context.session.person.id }
})

export default function UnsentRoute() {
  return <UnsentPage {...useLoaderData<typeof loader>()} />
}
