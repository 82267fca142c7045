import { readSettingForm } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReminderFields } from '~/admin/reminder-fields'
import { SettingCard } from '~/admin/setting-card'
import { saveSetting } from '~/admin/setting-form.server'
import { typedOf } from '~/admin/typed-of'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('admin.kabar')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => ({
  reminders: await readSettingForm(context.services, actorOf(context), 'reminders'),
  saved: new URL(request.url).searchParams.has('tersimpan'),
}))

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const refused = await saveSetting(context, 'reminders', await request.formData())
  return refused ? data(refused, { status: 400 }) : redirect('/admin/kabar?tersimpan')
})

export default function NoticeRulesRoute() {
  const words = useAllWords()
  const { reminders, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHead title={words.t('admin.kabar')} lead={words.t('admin.kabar.lead')} />
      <SettingCard
        form="reminders"
        title={words.t('admin.kabar.card')}
        revision={reminders.revision}
        saved={saved}
        refused={refused}
      >
        <ReminderFields value={typedOf('reminders', refused) ?? reminders.value} />
      </SettingCard>
    </div>
  )
}
