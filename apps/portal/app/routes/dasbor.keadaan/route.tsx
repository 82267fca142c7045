import { dashboardMark } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** A short mark that an open page of the dashboard holds against its own. */
export const loader = guarded(async ({ context }: LoaderFunctionArgs) =>
  Response.json(await dashboardMark(context.services, actorOf(context))),
)
