import { AppError, errorKind } from '@mufakat/kernel'
import {
  checkIn,
  checkInDoor,
  registerWalkIn,
  registerWalkInInput,
  TICKET_SECONDS,
  takeTicket,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { typedSomebody } from '~/hadir/somebody-form.server'
import { actorOf } from '~/request/context.server'
import { cookieValue, ticketCookie, ticketCookieName } from '~/request/cookies.server'
import { formErrors, guarded, issueErrors } from '~/request/guard.server'
import { CheckInPage } from './page'

export const handle = stillPage('hadir.door.title')

const ticketOf = (request: Request, secure: boolean): string =>
  cookieValue(request.headers.get('Cookie'), ticketCookieName(secure)) ?? ''

/** A code becomes a ticket in a cookie, and leaves the address: nobody sends it on with the page. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services, address, secure } = context
  const rapatId = params.id ?? ''
  const code = new URL(request.url).searchParams.get('kode')
  if (code !== null) {
    const ticket = await takeTicket(services, { rapatId, code, address })
    throw redirect(`/hadir/${rapatId}`, {
      headers: { 'Set-Cookie': ticketCookie(ticket, secure, TICKET_SECONDS) },
    })
  }
  const door = await checkInDoor(services, actorOf(context), { rapatId, ticket: ticketOf(request, secure) })
  return { rapatId, door, isSignedIn: context.session !== null }
})

/** `maksud`: to mark oneself, or to fill in the form of who has no account. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services, address, secure } = context
  const rapatId = params.id ?? ''
  const ticket = ticketOf(request, secure)
  const form = await request.formData()
  const here = (done: string) => redirect(`/hadir/${rapatId}?hasil=${done}`)
  if (form.get('maksud') === 'hadir') {
    try {
      await checkIn(services, actorOf(context), { rapatId, ticket })
    } catch (error) {
      // The page tells why it takes nobody.
      if (!(error instanceof AppError) || (error.code !== 'conflict' && error.code !== 'document-closed'))
        throw error
    }
    return here('hadir')
  }
  const typed = typedSomebody(form)
  const refuse = (errors: ReturnType<typeof formErrors>) =>
    data({ typed, errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = registerWalkInInput.safeParse({
    ...typed,
    rapatId,
    ticket,
    nikConfirmed: form.get('nik') === 'ya',
  })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await registerWalkIn(services, { address }, parsed.data)
    return here('tunggu')
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function CheckInRoute() {
  return <CheckInPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />
}
