import { AppError } from '@mufakat/kernel'
import { enterAsGuest, guestDoor, signOut } from '@mufakat/services'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import type { AppLoadContext } from '~/request/context.server'
import { cookieValue, sessionCookie, sessionCookieName } from '~/request/cookies.server'
import { visitorOf } from '~/request/enter.server'
import { guarded } from '~/request/guard.server'
import { GuestDoorPage } from './page'

export const handle = stillPage('tamu.door.title')

/** Of somebody with an account, who is not to become a guest beside it in the same browser. */
const accountOf = ({ session, settingUp }: AppLoadContext) => {
  const signedIn = session ?? settingUp
  return signedIn === null || typeof signedIn.actor.guestOf === 'string' ? null : signedIn
}

/** Says what the link opens; only sending the form opens it, because mail scanners look, too. */
export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { services, address, session } = context
  const door = await guestDoor(services, { token: params.token ?? '', address })
  if (door.state === 'open' && door.rapat && session?.actor.personId === door.personId)
    throw redirect(`/rapat/${door.rapat.id}`)
  return { door, signedInAs: accountOf(context)?.person.name ?? null }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services, secure } = context
  const here = redirect(`/tamu/${params.token ?? ''}`)
  if (accountOf(context) !== null) return here
  try {
    const { token, rapatId, until } = await enterAsGuest(services, {
      token: params.token ?? '',
      visitor: visitorOf(request, context),
    })
    // The guest who was here before leaves.
    await signOut(services, cookieValue(request.headers.get('Cookie'), sessionCookieName(secure)))
    return redirect(`/rapat/${rapatId}`, { headers: { 'Set-Cookie': sessionCookie(token, until, secure) } })
  } catch (error) {
    // The page tells why it does not open.
    if (error instanceof AppError && error.code === 'conflict') return here
    throw error
  }
})

export default function GuestDoorRoute() {
  return <GuestDoorPage {...useLoaderData<typeof loader>()} />
}
