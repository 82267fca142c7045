import { AppError } from '@mufakat/kernel'
import { providerInput, providerSettings, setProvider } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { providerForm, typedValues, valuesOf } from './form.server'
import { ProviderPage } from './page'

export const handle = stillPage('admin.sso')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { provider, redirectUri } = await providerSettings(context.services, actorOf(context))
  return {
    values: valuesOf(provider),
    hasSecret: provider?.hasSecret ?? false,
    redirectUri,
    saved: new URL(request.url).searchParams.has('tersimpan'),
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const refuse = (errors: FormErrors) => data({ errors, values: typedValues(form) }, { status: 400 })
  try {
    const parsed = providerInput.safeParse(providerForm(form))
    if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
    await setProvider(context.services, actorOf(context), parsed.data)
    return redirect('/admin/sso?tersimpan')
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    return refuse(formErrors(error))
  }
})

export default function ProviderRoute() {
  const settings = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ProviderPage
      {...settings}
      values={answer?.values ?? settings.values}
      errors={answer?.errors ?? null}
      saved={settings.saved && !answer}
    />
  )
}
