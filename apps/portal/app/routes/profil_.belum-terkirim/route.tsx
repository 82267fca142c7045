import { may, refusal } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { UnsentPage } from './page'

export const handle: PageHandle = { title: words => words.t('unsent.title') }

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (actor === null || !may(actor, 'journal-key.read', actor))
    throw new AppError(refusal(actor, 'journal-key.read', actor ?? undefined))
  return { personId: actor.personId, isGuest: typeof actor.guestOf === 'string' }
})

export default function UnsentRoute() {
  return <UnsentPage {...useLoaderData<typeof loader>()} />
}
