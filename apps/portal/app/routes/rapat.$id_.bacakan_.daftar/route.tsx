import { readBack } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded, rapatIdOf } from '~/request/guard.server'

/** What is read back, for a page that shows it and is told that it has changed. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) =>
  Response.json(await readBack(context.services, actorOf(context), rapatIdOf(params, context))),
)
