import { AppError } from '@mufakat/kernel'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { daerahForms } from '~/admin/daerah-forms.server'
import { isSettingForm, saveLogo, saveSetting } from '~/admin/setting-form.server'
import { stillPage } from '~/frame/title'
import { guarded } from '~/request/guard.server'
import { DaerahPage } from './page'

export const handle = stillPage('admin.daerah')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => ({
  ...(await daerahForms(context)),
  saved: new URL(request.url).searchParams.get('tersimpan'),
}))

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const key = form.get('bagian')
  if (key !== 'logo' && !isSettingForm(key)) throw new AppError('invalid-input', 'bagian')
  const refused = key === 'logo' ? await saveLogo(context, form) : await saveSetting(context, key, form)
  if (refused) return data(refused, { status: 400 })
  const section = key === 'logo' ? 'letterhead' : key
  return redirect(`/admin/daerah?tersimpan=${section}#${section}`)
})

export default function DaerahRoute() {
  return <DaerahPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
