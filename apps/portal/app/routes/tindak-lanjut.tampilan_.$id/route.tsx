import { savedFilter } from '@mufakat/services'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rowIdOf } from '~/request/guard.server'
import { VIEW_PATHS } from '~/saringan/address'

/** The address of a kept view, to be shared: it leads to what it is now, for who may read it. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { id, view, query } = await savedFilter(
    context.services,
    actorOf(context),
    rowIdOf(params.id, context),
  )
  const search = new URLSearchParams(query)
  search.set('tampilan', id)
  return redirect(`${VIEW_PATHS[view]}?${search}`)
})
