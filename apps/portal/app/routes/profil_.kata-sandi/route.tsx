import { AppError, errorKind } from '@mufakat/kernel'
import { changePassword, changePasswordInput } from '@mufakat/services'
import { Button, buttonClass, Card, Choice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { textsOf } from '~/account/texts.server'
import { CurrentPasswordField } from '~/frame/current-password-field'
import { FieldErrors } from '~/frame/field-errors'
import { MoreWords } from '~/frame/more-words'
import { NewPasswordField } from '~/frame/new-password-field'
import { PageHead } from '~/frame/page-head'
import { titledBy } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'

export const handle = titledBy('sandi.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  if (!context.session) throw new AppError('not-signed-in')
  const { name, email, nip } = context.session.person
  return { own: { name, email, nip }, texts: textsOf(request, context) }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { session } = context
  if (!session) throw new AppError('not-signed-in')
  const form = await request.formData()
  const refuse = (errors: FormErrors) =>
    data({ errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = changePasswordInput.safeParse({
    current: form.get('current') ?? '',
    password: form.get('password') ?? '',
    endOthers: form.get('endOthers') === '1',
  })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await changePassword(context.services, session.actor, {
      ...parsed.data,
      sessionId: session.sessionId,
      address: context.address,
    })
    return redirect('/profil?hasil=sandi')
  } catch (error) {
    return refuse(formErrors(error))
  }
})

function ChangePasswordPage() {
  const words = useAllWords()
  const { own } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="max-w-lg">
      <PageHead
        title={words.t('sandi.title')}
        lead={words.t('sandi.lead')}
        back={{ to: '/profil', label: words.t('profil.title') }}
      />
      <Card className="p-4 sm:p-5">
        <Form method="post" className="grid gap-5">
          <FieldErrors errors={answer?.errors}>
            <CurrentPasswordField />
            <NewPasswordField own={own} />
          </FieldErrors>
          <Choice
            name="endOthers"
            value="1"
            defaultChecked
            label={words.t('sandi.end-others')}
            note={words.t('sandi.end-others.note')}
            className="-mx-3"
          />
          <div className="flex gap-3">
            <Button type="submit" busy={busy}>
              {words.t('sandi.save')}
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

export default function ChangePasswordRoute() {
  return (
    <MoreWords texts={useLoaderData<typeof loader>().texts}>
      <ChangePasswordPage />
    </MoreWords>
  )
}
