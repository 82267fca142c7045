import { AppError, errorKind } from '@mufakat/kernel'
import { askReset, askResetInput } from '@mufakat/services'
import { Button, buttonClass, describe, Field, Input, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { MailCheck } from 'lucide-react'
import { Door } from '~/account/door'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'

export const handle = stillPage('lupa.title')

/** For the title alone. */
export const loader = () => ({})

/** Answers the same for everybody: whether an account exists is nobody's business here. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const login = String((await request.formData()).get('login') ?? '')
  const refuse = (errors: FormErrors) =>
    data({ sent: false, errors, login }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = askResetInput.safeParse({ login })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await askReset(context.services, { ...parsed.data, address: context.address })
    return data({ sent: true, errors: null, login })
  } catch (error) {
    if (error instanceof AppError) return refuse(formErrors(error))
    throw error
  }
})

function Login({ login }: { login: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('login')
  return (
    <Field id="login" label={words.t('masuk.login')} error={error}>
      <Input
        {...describe('login', { error })}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
        defaultValue={login}
      />
    </Field>
  )
}

export default function ForgotPasswordRoute() {
  const words = useAllWords()
  const answer = useActionData<typeof action>()
  const back = (
    <a href="/masuk" className={buttonClass('quiet', 'md', 'w-fit')}>
      {words.t('lupa.back')}
    </a>
  )
  if (answer?.sent)
    return (
      <Door title={words.t('lupa.sent.title')}>
        <Notice tone="success" icon={MailCheck} role="status">
          {words.t('lupa.sent')}
        </Notice>
        <p className="text-sm text-ink-2">{words.t('lupa.no-mail')}</p>
        {back}
      </Door>
    )
  return (
    <Door title={words.t('lupa.title')} lead={words.t('lupa.lead')}>
      <Form method="post" className="grid gap-5">
        <FieldErrors errors={answer?.errors}>
          <Login login={answer?.login ?? ''} />
        </FieldErrors>
        <Button type="submit">{words.t('lupa.send')}</Button>
        <p className="text-xs text-ink-2">{words.t('lupa.no-mail')}</p>
        {back}
      </Form>
    </Door>
  )
}
