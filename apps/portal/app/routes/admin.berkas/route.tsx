import { errorKind } from '@mufakat/kernel'
import { fileSettings, fileSettingsInput, fileUse, setFileSettings } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors } from '~/request/guard.server'
import { numberOf } from './form.server'
import { AdminBerkasPage } from './page'

export const handle = stillPage('admin.berkas')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const [settings, use] = await Promise.all([
    fileSettings(context.services, actor),
    fileUse(context.services, actor),
  ])
  return { settings, use, saved: new URL(request.url).searchParams.has('tersimpan') }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  // Asked before the form is judged, so that nobody learns its rules without the right.
  await fileSettings(context.services, actor)
  const form = await request.formData()
  const parsed = fileSettingsInput.safeParse({
    maxMegabytes: numberOf(form, 'maxMegabytes'),
    quotaMegabytes: numberOf(form, 'quotaMegabytes'),
    retentionDays: numberOf(form, 'retentionDays'),
    scannerAway: form.get('scannerAway'),
  })
  if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues) }, { status: 400 })
  try {
    await setFileSettings(context.services, actor, parsed.data)
    return redirect('/admin/berkas?tersimpan')
  } catch (error) {
    const errors = formErrors(error)
    return data({ errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function AdminBerkasRoute() {
  return (
    <AdminBerkasPage {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors} />
  )
}
