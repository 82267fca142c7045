import { agendaNotes } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

/** What stands beside the agenda as it is at this moment, for a page that is open already. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) =>
  Response.json(await agendaNotes(context.services, actorOf(context), rapatIdOf(params, context))),
)
