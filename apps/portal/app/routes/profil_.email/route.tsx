import { AppError, errorKind } from '@mufakat/kernel'
import { askEmailChange, askEmailInput } from '@mufakat/services'
import { Button, buttonClass, Card, describe, Field, Input, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { MailCheck } from 'lucide-react'
import { textsOf } from '~/account/texts.server'
import { CurrentPasswordField } from '~/frame/current-password-field'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { MoreWords } from '~/frame/more-words'
import { PageHead } from '~/frame/page-head'
import { titledBy } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'

export const handle = titledBy('surel.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  if (!context.session) throw new AppError('not-signed-in')
  return { now: context.session.person.email, texts: textsOf(request, context) }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { session } = context
  if (!session) throw new AppError('not-signed-in')
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  const refuse = (errors: FormErrors) =>
    data({ sent: null, errors, email }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = askEmailInput.safeParse({ email, current: form.get('current') ?? '' })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await askEmailChange(context.services, session.actor, { ...parsed.data, address: context.address })
    return data({ sent: parsed.data.email, errors: null, email })
  } catch (error) {
    return refuse(formErrors(error))
  }
})

function NewEmail({ email }: { email: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('email')
  return (
    <Field id="email" label={words.t('surel.new')} error={error}>
      <Input
        {...describe('email', { error })}
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={200}
        defaultValue={email}
      />
    </Field>
  )
}

function ChangeEmailPage() {
  const words = useAllWords()
  const { now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="max-w-lg">
      <PageHead
        title={words.t('surel.title')}
        lead={words.t('surel.lead')}
        back={{ to: '/profil', label: words.t('profil.title') }}
      />
      <Card className="grid gap-5 p-4 sm:p-5">
        {answer?.sent && (
          <Notice tone="success" icon={MailCheck} role="status">
            {words.t('surel.sent', { email: answer.sent })}
          </Notice>
        )}
        <Form method="post" className="grid gap-5">
          {now && (
            <p className="text-sm break-words">
              <span className="block text-xs font-semibold text-ink-2">{words.t('surel.now')}</span>
              {now}
            </p>
          )}
          <FieldErrors errors={answer?.errors}>
            <NewEmail email={answer?.email ?? ''} />
            <CurrentPasswordField />
          </FieldErrors>
          <div className="flex gap-3">
            <Button type="submit" busy={busy}>
              {words.t('surel.send')}
            </Button>
            <Link to="/profil" className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  )
}

export default function ChangeEmailRoute() {
  return (
    <MoreWords texts={useLoaderData<typeof loader>().texts}>
      <ChangeEmailPage />
    </MoreWords>
  )
}
