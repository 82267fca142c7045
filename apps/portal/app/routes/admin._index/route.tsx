import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { setupProgress } from '@mufakat/services'
import { Card, Notice } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ChevronRight, ListChecks } from 'lucide-react'
import { SECTIONS, sectionsOf } from '~/admin/sections'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('admin.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (!actor) throw new AppError('not-signed-in')
  const visible = sectionsOf(actor)
  if (visible.length === 0) throw new AppError('forbidden')
  const setup = may(actor, 'setting.edit') ? await setupProgress(context.services, actor) : null
  return { visible, isSettingUp: setup?.open ?? false }
})

export default function AdminOverviewRoute() {
  const words = useAllWords()
  const { visible, isSettingUp } = useLoaderData<typeof loader>()
  const sections = SECTIONS.filter(({ to }) => visible.includes(to))
  return (
    <div className="max-w-4xl">
      <PageHead title={words.t('admin.title')} lead={words.t('admin.lead')} />
      {isSettingUp && (
        <Notice tone="info" icon={ListChecks} className="mb-6">
          {words.t('admin.setup.open')} <Link to="/siapkan">{words.t('admin.setup.go-on')}</Link>
        </Notice>
      )}
      <Card>
        <ul className="divide-y divide-line">
          {sections.map(({ to, name, lead, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                className="flex min-h-16 items-center gap-4 px-4 py-3 text-ink no-underline transition-colors hover:bg-sunken sm:px-5"
              >
                <Icon aria-hidden className="size-5.5 flex-none text-accent" />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{words.t(name)}</span>
                  <span className="block text-sm text-ink-2">{words.t(lead)}</span>
                </span>
                <ChevronRight aria-hidden className="size-4.5 flex-none text-ink-2" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
