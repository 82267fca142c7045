import { AppError, errorKind } from '@mufakat/kernel'
import { objectToEmail, readLink } from '@mufakat/services'
import { Button, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { ClosedLink } from '~/account/closed-link'
import { Door } from '~/account/door'
import { FieldErrors } from '~/frame/field-errors'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { formErrors, guarded } from '~/request/guard.server'

export const handle = stillPage('tolak-email.title')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => ({
  link: await readLink(context.services, 'objection', params.token ?? ''),
}))

export const action = guarded(async ({ params, context }: ActionFunctionArgs) => {
  try {
    return redirect(await objectToEmail(context.services, params.token ?? ''))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return data({ errors: formErrors(error) }, { status: errorKind(error.code).status })
  }
})

export default function ObjectToEmailRoute() {
  const words = useAllWords()
  const { link } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  if (link.person === null) return <ClosedLink state={link.state} mayAskAgain={false} />
  const { name } = link.person
  return (
    <Door
      title={words.t('tolak-email.title')}
      lead={words.t('tolak-email.lead', { name, email: link.email ?? '' })}
    >
      <Form method="post" className="grid gap-5">
        <Notice tone="warn" icon={TriangleAlert}>
          {words.t('tolak-email.help')}
        </Notice>
        <FieldErrors errors={errors}>
          <Button type="submit" kind="danger">
            {words.t('tolak-email.confirm')}
          </Button>
        </FieldErrors>
      </Form>
    </Door>
  )
}
