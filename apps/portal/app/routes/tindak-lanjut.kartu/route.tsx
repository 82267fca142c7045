import { readBoard } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { packBoard } from '~/papan/packed'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** The whole board, for a page that shows it live. */
export const loader = guarded(async ({ context }: LoaderFunctionArgs) =>
  Response.json(packBoard(await readBoard(context.services, actorOf(context)))),
)
