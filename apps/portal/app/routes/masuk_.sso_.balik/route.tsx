import { backFromProvider } from '@mufakat/services'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { cookieValue, endedTransactionCookie, transactionCookieName } from '~/request/cookies.server'
import { enter, visitorOf } from '~/request/enter.server'
import { guarded } from '~/request/guard.server'

/** Where the provider sends people back to: inside, or to the door with a word. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { secure } = context
  const back = await backFromProvider(context.services, {
    ...visitorOf(request, context),
    answer: new URL(request.url).searchParams,
    transaction: cookieValue(request.headers.get('Cookie'), transactionCookieName(secure)),
    logError: error => context.logError(error, context.requestId),
  })
  const response = back.ok
    ? await enter(context, back.value.step, back.value.target)
    : redirect(`/masuk?sso=${back.error}`)
  response.headers.append('Set-Cookie', endedTransactionCookie(secure))
  return response
})
