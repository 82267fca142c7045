import { AppError, errorKind } from '@mufakat/kernel'
import { confirmEmail, readLink } from '@mufakat/services'
import { Button, buttonClass, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MailCheck } from 'lucide-react'
import { ClosedLink } from '~/account/closed-link'
import { Door } from '~/account/door'
import { FieldErrors } from '~/frame/field-errors'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { formErrors, guarded } from '~/request/guard.server'

export const handle = stillPage('email-baru.title')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => ({
  link: await readLink(context.services, 'email', params.token ?? ''),
}))

export const action = guarded(async ({ params, context }: ActionFunctionArgs) => {
  try {
    await confirmEmail(context.services, params.token ?? '')
    return data({ done: true, errors: null })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const errors = formErrors(error)
    return data({ done: false, errors }, { status: errorKind(error.code).status })
  }
})

export default function ConfirmEmailRoute() {
  const words = useAllWords()
  const { link } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.done)
    return (
      <Door title={words.t('email-baru.done.title')}>
        <Notice tone="success" icon={MailCheck} role="status">
          {words.t('email-baru.done')}
        </Notice>
        <a href="/profil" className={buttonClass('primary', 'md', 'w-fit')}>
          {words.t('nav.profil')}
        </a>
      </Door>
    )
  if (link.person === null) return <ClosedLink state={link.state} mayAskAgain={false} />
  const { name } = link.person
  return (
    <Door
      title={words.t('email-baru.title')}
      lead={words.t('email-baru.lead', { name, email: link.email ?? '' })}
    >
      <Form method="post" className="grid gap-5">
        <FieldErrors errors={answer?.errors}>
          <Button type="submit">{words.t('email-baru.confirm')}</Button>
        </FieldErrors>
      </Form>
    </Door>
  )
}
