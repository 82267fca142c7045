import { AppError } from '@mufakat/kernel'
import { classes } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { SectionNav } from '~/admin/section-nav'
import { sectionsOf } from '~/admin/sections'
import { STILL } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

/** Everything under Pengaturan is still: forms and lists, and words that no other page has to carry. */
export const handle = STILL

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (!actor) throw new AppError('not-signed-in')
  const visible = sectionsOf(actor)
  if (visible.length === 0) throw new AppError('forbidden')
  return { visible }
})

export default function AdminRoute() {
  const { visible } = useLoaderData<typeof loader>()
  const isOverview = useLocation().pathname === '/admin'
  return (
    <div className={classes('grid gap-6', !isOverview && 'lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-10')}>
      <SectionNav visible={visible} />
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  )
}
