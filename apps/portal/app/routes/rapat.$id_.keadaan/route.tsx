import { reviewMark } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

/** How far the rapat and its notula are, for a page that was told of a change and asks whether it is another. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) =>
  Response.json(await reviewMark(context.services, actorOf(context), rapatIdOf(params, context))),
)
