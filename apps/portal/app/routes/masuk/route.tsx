import { AppError, errorKind } from '@mufakat/kernel'
import { demoState, signIn, signInInput } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { localeCookie, sessionCookie } from '~/request/cookies.server'
import { type FormErrors, formErrors, guarded, issueErrors, safePath } from '~/request/guard.server'
import { SignInPage } from './page'

export const handle: PageHandle = { title: words => words.t('masuk.title') }

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const url = new URL(request.url)
  const target = safePath(url.searchParams.get('ke'))
  if (context.session) throw redirect(target)
  const state = await demoState(context.services)
  return {
    target,
    ended: url.searchParams.has('ke'),
    signedOut: url.searchParams.has('keluar'),
    passwordSet: url.searchParams.has('sandi'),
    regency: state.regency,
    demo: context.demo && state.isDemo ? { accounts: state.accounts, password: state.password ?? '' } : null,
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const login = String(form.get('login') ?? '')
  const refuse = (errors: FormErrors, status: number) => data({ errors, login }, { status })
  const parsed = signInInput.safeParse({ login, password: form.get('password') ?? '' })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
  try {
    const { token, session } = await signIn(context.services, {
      ...parsed.data,
      address: context.address,
      userAgent: request.headers.get('User-Agent') ?? '',
    })
    const headers = new Headers()
    headers.append('Set-Cookie', sessionCookie(token, session.expiresAt, context.secure))
    headers.append('Set-Cookie', localeCookie(session.person.locale, context.secure))
    return redirect(safePath(String(form.get('ke') ?? '')), { headers })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refuse(formErrors(error), errorKind(error.code).status)
  }
})

export default function SignInRoute() {
  const answer = useActionData<typeof action>()
  return (
    <SignInPage {...useLoaderData<typeof loader>()} errors={answer?.errors} login={answer?.login ?? ''} />
  )
}
