import { AppError, errorKind } from '@mufakat/kernel'
import { demoState, PROVIDER_REFUSALS, providerName, signIn, signInInput } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import type { PageHandle } from '~/frame/title'
import { doorTextsOf } from '~/keamanan/texts.server'
import { enter, visitorOf } from '~/request/enter.server'
import {
  FACTORS_PAGE,
  type FormErrors,
  formErrors,
  guarded,
  issueErrors,
  safePath,
} from '~/request/guard.server'
import { SignInPage } from './page'

export const handle: PageHandle = { title: words => words.t('masuk.title') }

/** What a way in without this form's fields may come back with. */
const REFUSALS = ['wrong-credentials', 'rate-limited', 'use-provider'] as const

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const url = new URL(request.url)
  const target = safePath(url.searchParams.get('ke'))
  if (context.session) throw redirect(target)
  if (context.settingUp) throw redirect(FACTORS_PAGE)
  const state = await demoState(context.services)
  return {
    texts: doorTextsOf(request, context),
    target,
    ended: url.searchParams.has('ke') && !url.searchParams.has('habis'),
    tooLate: url.searchParams.has('habis'),
    sso: {
      name: await providerName(context.services),
      refused: PROVIDER_REFUSALS.find(one => one === url.searchParams.get('sso')) ?? null,
    },
    refused: REFUSALS.find(code => code === url.searchParams.get('tolak')) ?? null,
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
    const step = await signIn(context.services, { ...parsed.data, ...visitorOf(request, context) })
    return await enter(context, step, safePath(String(form.get('ke') ?? '')))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refuse(formErrors(error), errorKind(error.code).status)
  }
})

export default function SignInRoute() {
  const answer = useActionData<typeof action>()
  const { texts, ...facts } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <SignInPage {...facts} errors={answer?.errors} login={answer?.login ?? ''} />
    </MoreWords>
  )
}
