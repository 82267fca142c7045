import { rapatTitles } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** For text that a browser kept: it knows the documents, not what their rapat are called. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const documentIds = new URL(request.url).searchParams.getAll('naskah')
  return Response.json(await rapatTitles(context.services, actorOf(context), documentIds))
})
