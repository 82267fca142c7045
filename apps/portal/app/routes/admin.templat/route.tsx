import { readSettingForm } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AttendanceFields } from '~/admin/attendance-fields'
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
  attendance: await readSettingForm(context.services, actorOf(context), 'attendance'),
  saved: new URL(request.url).searchParams.get('tersimpan'),
}))

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const part = form.get('bagian') === 'attendance' ? 'attendance' : 'rapat-template'
  const refused = await saveSetting(context, part, form)
  return refused ? data(refused, { status: 400 }) : redirect(`/admin/templat?tersimpan=${part}#${part}`)
})

export default function TemplatRoute() {
  const words = useAllWords()
  const { template, attendance, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const typed = <T,>(part: string, value: T): T => (refused?.key === part ? (refused.typed as T) : value)
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHead title={words.t('admin.templat')} lead={words.t('admin.templat.lead')} />
      <SettingCard
        form="rapat-template"
        title={words.t('templat.card')}
        revision={template.revision}
        saved={saved === 'rapat-template'}
        refused={refused}
      >
        <TemplateFields value={typed('rapat-template', template.value)} />
      </SettingCard>
      <SettingCard
        form="attendance"
        title={words.t('hadir.setting')}
        revision={attendance.revision}
        saved={saved === 'attendance'}
        refused={refused}
      >
        <AttendanceFields value={typed('attendance', attendance.value)} />
      </SettingCard>
    </div>
  )
}
