import { AppError, errorKind } from '@mufakat/kernel'
import {
  answerWithCode,
  answerWithPasskey,
  codeInput,
  pendingSignIn,
  secondStepQuestion,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import type { PageHandle } from '~/frame/title'
import { doorTextsOf } from '~/keamanan/texts.server'
import { cookieValue, pendingCookieName } from '~/request/cookies.server'
import { entered, visitorOf } from '~/request/enter.server'
import { type FormErrors, guarded, issueErrors, safePath } from '~/request/guard.server'
import { CodePage } from './page'

export const handle: PageHandle = { title: words => words.t('masuk.kode.title') }

const doorFor = (target: string) => redirect(`/masuk?habis&ke=${encodeURIComponent(target)}`)

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const target = safePath(new URL(request.url).searchParams.get('ke'))
  if (context.session) throw redirect(target)
  const token = cookieValue(request.headers.get('Cookie'), pendingCookieName(context.secure))
  const pending = await pendingSignIn(context.services, token)
  if (pending === null) throw doorFor(target)
  const passkey = token === null ? null : await secondStepQuestion(context.services, token)
  // As text: pages only hand it on.
  const question = passkey && JSON.stringify(passkey)
  return { texts: doorTextsOf(request, context), target, totp: pending.totp, passkey: question }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const target = safePath(String(form.get('ke') ?? ''))
  const token = cookieValue(request.headers.get('Cookie'), pendingCookieName(context.secure))
  const refuse = (errors: FormErrors, status: number) => data({ errors }, { status })
  try {
    const visitor = visitorOf(request, context)
    const answer = form.get('jawaban')
    const parsed = codeInput.safeParse({ code: form.get('code') ?? '' })
    if (answer === null && !parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
    const session = parsed.success
      ? await answerWithCode(context.services, token, { ...visitor, ...parsed.data })
      : await answerWithPasskey(context.services, token, { ...visitor, answer: String(answer) })
    const { headers, target: to } = await entered(context, session, target)
    return redirect(to, { headers })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'not-signed-in') throw doorFor(target)
    return refuse({ fields: {}, form: error.code }, errorKind(error.code).status)
  }
})

export default function CodeRoute() {
  const { texts, ...facts } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  return (
    <MoreWords texts={texts}>
      <CodePage {...facts} errors={errors} />
    </MoreWords>
  )
}
