import { isCode } from '@mufakat/domain'
import { readInbox } from '@mufakat/services'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'
import { actOnNotices } from '~/kabar/form.server'
import { textsOf, told } from '~/kabar/told.server'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { InboxPage } from './page'

export const handle = titledBy('kabar.title')

const DONE = { dibaca: 'done', bisu: 'muted' } as const

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url)
  const asked = Number(searchParams.get('halaman') ?? '1')
  const page = Number.isSafeInteger(asked) ? asked : 1
  const done = searchParams.get('hasil')
  const { groups, ...inbox } = await readInbox(context.services, actorOf(context), page)
  return {
    ...inbox,
    groups: told(request, context, groups),
    done: isCode(['dibaca', 'bisu'], done) ? DONE[done] : null,
    texts: textsOf(request, context),
  }
})

/** Marks as read, or mutes a rapat. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const done = await actOnNotices(context, await request.formData())
  return redirect(`/pemberitahuan?hasil=${done}`)
})

export default function InboxRoute() {
  const { texts, ...inbox } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <InboxPage {...inbox} />
    </MoreWords>
  )
}
