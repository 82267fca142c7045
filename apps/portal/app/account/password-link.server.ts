import { AppError, errorKind } from '@mufakat/kernel'
import { newPasswordInput, readLink, setPasswordByLink } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { textsOf } from './texts.server'

/** Says what the link is; looking changes nothing, because mail scanners look, too. */
export const passwordLinkLoader = (kind: 'invitation' | 'reset') =>
  guarded(async ({ request, params, context }: LoaderFunctionArgs) => ({
    texts: textsOf(request, context),
    link: await readLink(context.services, kind, params.token ?? ''),
  }))

/** Takes the link. One that opens nothing any more is told by the page itself. */
export const passwordLinkAction = (kind: 'invitation' | 'reset') =>
  guarded(async ({ request, params, context }: ActionFunctionArgs) => {
    const refuse = (errors: FormErrors) =>
      data({ errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
    const form = await request.formData()
    const parsed = newPasswordInput.safeParse({ password: form.get('password') ?? '' })
    if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
    try {
      await setPasswordByLink(context.services, kind, params.token ?? '', parsed.data)
    } catch (error) {
      if (error instanceof AppError) return refuse(formErrors(error))
      throw error
    }
    return redirect('/masuk?sandi')
  })
