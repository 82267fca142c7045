import { readSettingForm } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SettingCard } from '~/admin/setting-card'
import { saveSetting } from '~/admin/setting-form.server'
import { TemplateFields } from '~/admin/template-fields'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('admin.templat')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => ({
  template: await readSettingForm(context.services, actorOf(context), 'rapat-template'),
  saved: new URL(request.url).searchParams.has('tersimpan'),
}))

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const refused = await saveSetting(context, 'rapat-template', await request.formData())
  return refused ? data(refused, { status: 400 }) : redirect('/admin/templat?tersimpan')
})

export default function TemplatRoute() {
  const words = useAllWords()
  const { template, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const typed = refused?.typed as typeof template.value | undefined
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t('admin.templat')} lead={words.t('admin.templat.lead')} />
      <SettingCard
        form="rapat-template"
        title={words.t('templat.card')}
        revision={template.revision}
        saved={saved}
        refused={refused}
      >
        <TemplateFields value={typed ?? template.value} />
      </SettingCard>
    </div>
  )
}
