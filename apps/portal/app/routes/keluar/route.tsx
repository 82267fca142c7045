import { signOut } from '@mufakat/services'
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { cookieValue, endedSessionCookie, sessionCookieName } from '~/request/cookies.server'
import { guarded } from '~/request/guard.server'

/** A link that somebody sends must not sign anybody out: only the form does. */
export const loader = () => redirect('/')

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const token = cookieValue(request.headers.get('Cookie'), sessionCookieName(context.secure))
  if (token) await signOut(context.services, token)
  return redirect('/masuk?keluar', { headers: { 'Set-Cookie': endedSessionCookie(context.secure) } })
})
