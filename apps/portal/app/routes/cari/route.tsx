import { listRapat, rapatFilterInput } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** What the palette can go to: every rapat this person may see, the newest first. */
export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const rapat = await listRapat(context.services, actorOf(context), rapatFilterInput.parse({}))
  return Response.json({ rapat: rapat.slice(0, 50).map(({ id, title, date }) => ({ id, title, date })) })
})
