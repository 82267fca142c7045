import { notulaFigures } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

/** What the indicators of a notula stand at, for a page that was told that something has changed. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const asked = new URL(request.url).searchParams.get('indikator')?.split(',') ?? []
  const rapatId = rapatIdOf(params, context)
  return Response.json(await notulaFigures(context.services, actorOf(context), { rapatId, asked }))
})
