import { listRemarksOf } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

/** What was remarked, for a page that shows it beside the text and is told that it has changed. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) =>
  Response.json(await listRemarksOf(context.services, actorOf(context), rapatIdOf(params, context))),
)
