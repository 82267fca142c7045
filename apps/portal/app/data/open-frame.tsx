import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Mark } from '~/frame/brand'
import type { FrameData } from '~/frame/frame-data'
import { useWords } from '~/frame/words'

/** What stands around a page that everybody may read; who is in has the usual frame already. */
export function OpenFrame({ children }: { children: ReactNode }) {
  const words = useWords()
  const root = useRouteLoaderData('root') as FrameData | undefined
  if (root?.person) return children
  return (
    <div className="mx-auto grid max-w-5xl content-start gap-4 px-4 py-5 sm:px-6 print:p-0">
      <a href="/masuk" className="screen-only flex min-h-11 items-center gap-3 text-ink no-underline">
        <Mark className="size-8" />
        <span className="text-lg font-extrabold tracking-tight">{words.t('app.name')}</span>
      </a>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
