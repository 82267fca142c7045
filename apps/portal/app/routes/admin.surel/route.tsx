import { errorKind } from '@mufakat/kernel'
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MailCards } from '~/admin/mail-cards'
import { mailForm, mailFormHeaders, takeMailForm } from '~/admin/mail-form.server'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('surel.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const form = await mailForm(context, request)
  return data({ form }, { headers: mailFormHeaders(form) })
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { to, refused } = await takeMailForm(context, await request.formData(), '/admin/surel')
  if (to !== null) return redirect(to)
  return data({ refused }, { status: errorKind(refused.errors.form ?? 'invalid-input').status })
})

export default function SurelRoute() {
  const words = useAllWords()
  const { form } = useLoaderData<typeof loader>()
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHead title={words.t('surel.title')} lead={words.t('surel.lead')} />
      <MailCards form={form} refused={useActionData<typeof action>()?.refused} />
    </div>
  )
}
