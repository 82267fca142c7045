import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { noticeSettingInput, ownNoticeSettings, saveNoticeSettings } from '@mufakat/services'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'
import { actOnNotices } from '~/kabar/form.server'
import { textsOf } from '~/kabar/told.server'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { NoticeSettingsPage } from './page'

export const handle = titledBy('kabar.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => ({
  ...(await ownNoticeSettings(context.services, actorOf(context))),
  saved: new URL(request.url).searchParams.has('tersimpan'),
  texts: textsOf(request, context),
}))

/** Saves how notices come, or hears of a muted rapat again. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  if (form.has('maksud')) await actOnNotices(context, form)
  else {
    const actor = actorOf(context)
    if (!may(actor, 'kabar.use', actor ?? undefined))
      throw new AppError(actor ? 'forbidden' : 'not-signed-in')
    const hour = (name: string): number => Number(form.get(name) ?? Number.NaN)
    // Every field is chosen of a list: what is none of it was not sent by this form.
    const parsed = noticeSettingInput.safeParse({
      mail: form.get('mail'),
      hour: hour('hour'),
      workdaysOnly: form.get('workdaysOnly') === '1',
      quietFrom: hour('quietFrom'),
      quietTo: hour('quietTo'),
    })
    if (!parsed.success) throw new AppError('invalid-input')
    await saveNoticeSettings(context.services, actor, parsed.data)
  }
  return redirect('/profil/pemberitahuan?tersimpan')
})

export default function NoticeSettingsRoute() {
  const { texts, ...settings } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <NoticeSettingsPage {...settings} />
    </MoreWords>
  )
}
