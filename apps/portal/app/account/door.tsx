import { Card } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Mark } from '~/frame/brand'
import { useWords } from '~/frame/words'

/** A page before signing in: one card, and the way to the door. */
export function Door({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const words = useWords()
  return (
    <div className="mx-auto grid min-h-dvh max-w-lg content-center gap-6 px-4 py-10 sm:px-6">
      <Link to="/masuk" reloadDocument className="flex items-center gap-3 text-ink no-underline">
        <Mark className="size-9" />
        <span className="text-lg font-extrabold tracking-tight">{words.t('app.name')}</span>
      </Link>
      <Card as="section" className="grid gap-5 p-5 sm:p-7">
        <div>
          <h1 className="text-xl">{title}</h1>
          {lead && <p className="mt-1 text-sm break-words text-ink-2">{lead}</p>}
        </div>
        {children}
      </Card>
    </div>
  )
}
