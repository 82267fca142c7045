import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import { answerWithCode, codeInput, signIn, signInInput } from '@mufakat/services'
import type { ActionFunctionArgs } from '@remix-run/node'
import { cookieValue, pendingCookie, pendingCookieName } from '~/request/cookies.server'
import { entered, visitorOf } from '~/request/enter.server'

/** What an open page hears that lets its person sign in again (journal/sign-in-again.tsx). */
interface AgainAnswer {
  readonly next?: 'inside' | 'code' | 'factors'
  readonly code?: ErrorCode
}

const answer = (body: AgainAnswer, status = 200, headers = new Headers()) => {
  headers.set('Cache-Control', 'no-store')
  return Response.json(body, { status, headers })
}

/** The door for a page that stays open: the same two questions, answered without leaving it. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const fields = Object.fromEntries(await request.formData())
  const visitor = visitorOf(request, context)
  const { services, secure } = context
  try {
    let token: string
    if ('code' in fields) {
      const pending = cookieValue(request.headers.get('Cookie'), pendingCookieName(secure))
      const parsed = codeInput.safeParse(fields)
      if (!parsed.success) return answer({ code: 'invalid-input' }, 400)
      token = await answerWithCode(services, pending, { ...visitor, ...parsed.data })
    } else {
      const parsed = signInInput.safeParse(fields)
      if (!parsed.success) return answer({ code: 'invalid-input' }, 400)
      const step = await signIn(services, { ...visitor, ...parsed.data })
      if (step.next === 'second-factor')
        return answer({ next: 'code' }, 200, new Headers({ 'Set-Cookie': pendingCookie(step.token, secure) }))
      token = step.token
    }
    const { headers, isInside } = await entered(context, token, '/')
    return answer({ next: isInside ? 'inside' : 'factors' }, 200, headers)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return answer({ code: error.code }, errorKind(error.code).status)
  }
}
