import { leaveForProvider } from '@mufakat/services'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { transactionCookie } from '~/request/cookies.server'
import { guarded, safePath } from '~/request/guard.server'

/** A link and no form: a policy that keeps forms at home would not let one be sent on. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const target = safePath(new URL(request.url).searchParams.get('ke'))
  if (context.session) throw redirect(target)
  const leaving = await leaveForProvider(context.services, target)
  if (leaving === null) throw redirect('/masuk')
  return redirect(leaving.location, {
    headers: {
      'Set-Cookie': transactionCookie(leaving.transaction, context.secure),
      'Cache-Control': 'no-store',
    },
  })
})
