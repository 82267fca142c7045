import { stopViewing } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Eye } from 'lucide-react'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('lihat.page.title')

/** Where the server leads whoever tries to change something while they look as another person. */
export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  if (!context.session?.viewing) throw redirect('/')
  return data({ name: context.session.person.name }, { status: 403 })
})

/** Ends the looking, the one thing that may be sent meanwhile. */
export const action = guarded(async ({ context }: ActionFunctionArgs) => {
  const { session, services } = context
  if (!session?.viewing) return redirect('/')
  await stopViewing(services, session)
  return redirect(`/admin/pengguna/${session.person.id}`)
})

export default function ViewingRoute() {
  const words = useAllWords()
  const { name } = useLoaderData<typeof loader>()
  return (
    <div className="mx-auto grid max-w-lg justify-items-center gap-3 px-4 py-16 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent-strong">
        <Eye aria-hidden className="size-7" />
      </span>
      <h1 className="text-xl">{words.t('lihat.page.title')}</h1>
      <p className="text-ink-2">{words.t('lihat.page.lead', { name })}</p>
      <a href="/" className={buttonClass('primary')}>
        {words.t('lihat.page.back')}
      </a>
    </div>
  )
}
