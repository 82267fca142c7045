import { workOfNotula } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

/** How far the work is that a notula decides, for a page that was told that something has changed. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) =>
  Response.json(await workOfNotula(context.services, actorOf(context), rapatIdOf(params, context))),
)
