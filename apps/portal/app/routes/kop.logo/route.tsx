import { AppError } from '@mufakat/kernel'
import { letterheadLogo } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** The picture of the letterhead; its address carries the revision, so that it may be kept. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const logo = await letterheadLogo(context.services, actorOf(context))
  if (logo === null) throw new AppError('not-found')
  const isKept = new URL(request.url).searchParams.has('v')
  return new Response(logo.bytes, {
    headers: {
      'Content-Type': logo.type,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': isKept ? 'private, max-age=31536000, immutable' : 'private, no-store',
    },
  })
})
