import { readSessionAtDoor, type SignInStep } from '@mufakat/services'
import { redirect } from '@remix-run/node'
import type { AppLoadContext } from './context.server'
import { endedPendingCookie, localeCookie, pendingCookie, sessionCookie } from './cookies.server'
import { FACTORS_PAGE } from './guard.server'

export interface Entered {
  readonly headers: Headers
  /** Where to: what was asked for, or the page of factors when one is missing. */
  readonly target: string
  /** False: something is to be done before the pages open. */
  readonly isInside: boolean
}

/** What a browser is given for a right sign-in, on every way in. */
export async function entered(context: AppLoadContext, token: string, target: string): Promise<Entered> {
  const { session, settingUp } = await readSessionAtDoor(context.services, token)
  const found = session ?? settingUp
  const headers = new Headers()
  headers.append('Set-Cookie', endedPendingCookie(context.secure))
  if (found === null) return { headers, target: '/masuk', isInside: false }
  headers.append('Set-Cookie', sessionCookie(token, found.expiresAt, context.secure))
  headers.append('Set-Cookie', localeCookie(found.person.locale, context.secure))
  if (settingUp !== null) return { headers, target: FACTORS_PAGE, isInside: false }
  if (found.factor.kind === 'enough') return { headers, target, isInside: true }
  return { headers, target: `${FACTORS_PAGE}?ke=${encodeURIComponent(target)}`, isInside: true }
}

/** Sends a person inside, or to the second question. */
export async function enter(context: AppLoadContext, step: SignInStep, target: string): Promise<Response> {
  if (step.next === 'second-factor') {
    const ke = target === '/' ? '' : `?ke=${encodeURIComponent(target)}`
    return redirect(`/masuk/kode${ke}`, {
      headers: { 'Set-Cookie': pendingCookie(step.token, context.secure) },
    })
  }
  const { headers, target: to } = await entered(context, step.token, target)
  return redirect(to, { headers })
}

export const visitorOf = (request: Request, context: AppLoadContext) => ({
  address: context.address,
  userAgent: request.headers.get('User-Agent') ?? '',
})
