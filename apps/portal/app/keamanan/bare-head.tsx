import type { ReactNode } from 'react'
import { Mark } from '~/frame/brand'
import { useWords } from '~/frame/words'

/** What stands above a page that has no frame yet: before one is in, and before one may go on. */
export function BareHead({ end }: { end?: ReactNode }) {
  const words = useWords()
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
      <span className="flex items-center gap-3">
        <Mark className="size-9" />
        <span className="text-lg font-extrabold tracking-tight">{words.t('app.name')}</span>
      </span>
      {end}
    </div>
  )
}
