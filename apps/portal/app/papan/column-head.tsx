import type { BoardStatus } from '@mufakat/domain'
import { CircleCheckBig, CircleDashed, Hourglass, type LucideIcon, TimerReset } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'

const ICONS: Record<BoardStatus, LucideIcon> = {
  belum: CircleDashed,
  berjalan: TimerReset,
  menunggu_verifikasi: Hourglass,
  selesai: CircleCheckBig,
}

/** Width of a column where all of them share a board; on a phone most of the screen. */
export const COLUMN = 'relative w-[80vw] flex-none snap-start sm:w-auto sm:min-w-58 sm:flex-1'

export function ColumnHead({
  status,
  name,
  count,
  children,
}: {
  status: BoardStatus | null
  name: string
  count: number
  children?: ReactNode
}) {
  const words = useAllWords()
  const Icon = status && ICONS[status]
  return (
    <div className="flex min-h-12 items-center gap-2 px-2">
      {Icon && <Icon aria-hidden className="size-4.5 flex-none text-ink-2" />}
      <h2 className="flex min-w-0 flex-1 items-baseline gap-2 text-sm">
        <span className="truncate" title={name}>
          {name}
        </span>
        <span className="flex-none font-normal text-ink-2 tabular-nums">
          {words.number(count)}
          <span className="sr-only"> {words.t('papan.card')}</span>
        </span>
      </h2>
      {children}
    </div>
  )
}
