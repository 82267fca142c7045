import { classes } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'

/** The head of a page: way back, title, what belongs under it, and its main act at the end. */
export function PageHead({
  title,
  lead,
  back,
  end,
}: {
  title: ReactNode
  lead?: ReactNode
  back?: { to: string; label: string }
  end?: ReactNode
}) {
  return (
    <div className="relative mb-6 grid gap-2">
      {back && (
        <Link
          to={back.to}
          className="screen-only -ml-2 inline-flex min-h-11 w-fit items-center gap-1 rounded-md px-2 text-sm font-semibold text-ink-2 no-underline hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4.5" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 lg:flex-nowrap lg:items-start">
        {/* Its first line and what stands beside it share a middle. */}
        <h1 className={classes('min-w-0 text-xl wrap-anywhere sm:text-2xl', Boolean(end) && 'lg:pt-1')}>
          {title}
        </h1>
        {end && <div className="min-w-0 lg:flex-none">{end}</div>}
      </div>
      {lead && <div className="max-w-2xl text-ink-2">{lead}</div>}
    </div>
  )
}
