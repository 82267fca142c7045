import type { WorkState } from '@mufakat/domain'
import type { WorkItem } from '@mufakat/services'
import { Badge, type Tone } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import {
  CircleCheckBig,
  ClockAlert,
  FileCheck2,
  FileText,
  Hourglass,
  type LucideIcon,
  TimerReset,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'

const LOOKS: Record<WorkState, [Tone, LucideIcon]> = {
  tepat: ['success', CircleCheckBig],
  lewat: ['neutral', CircleCheckBig],
  terlambat: ['danger', ClockAlert],
  menunggu: ['violet', Hourglass],
  berjalan: ['info', TimerReset],
}

function whenText(
  words: ReturnType<typeof useAllWords>,
  { state, due, daysLate, finishedOn }: WorkItem,
): string {
  if (finishedOn !== null && (state === 'tepat' || state === 'lewat'))
    return words.t('dasbor.work.finished', { date: words.date(finishedOn, 'short') })
  if (due === null) return words.t('dasbor.work.no-due')
  const date = words.date(due, 'short')
  return daysLate === null
    ? words.t('dasbor.work.due', { date })
    : words.t('dasbor.work.late', { n: daysLate, date })
}

/** Tindak lanjut, each with the way to the sentence of the notula that decided it. */
export function WorkList<Item extends WorkItem>({
  work,
  more,
  withOpd = false,
}: {
  work: readonly Item[]
  more?: (item: Item) => string | null
  withOpd?: boolean
}) {
  const words = useAllWords()
  return (
    <ul className="divide-y divide-line">
      {work.map(item => {
        const [tone, icon] = LOOKS[item.state]
        const extra = more?.(item) ?? null
        return (
          <li key={item.id} className="keep-together grid gap-1 px-4 py-2 sm:px-5">
            <Link
              to={`/tindak-lanjut/${item.id}`}
              className="flex min-h-11 items-center font-medium text-ink no-underline hover:underline"
            >
              {item.title || words.t('tl.untitled')}
            </Link>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
              <Badge tone={tone} icon={icon}>
                {words.t(`dasbor.state.${item.state}`)}
              </Badge>
              {withOpd && item.opd && <span className="font-semibold text-ink">{item.opd.shortName}</span>}
              <span>{whenText(words, item)}</span>
              {item.postponed > 0 && <span>{words.t('dasbor.work.postponed', { n: item.postponed })}</span>}
              {item.isProven && (
                <span className="inline-flex items-center gap-1">
                  <FileCheck2 aria-hidden className="size-4" />
                  {words.t('dasbor.work.proven')}
                </span>
              )}
              {extra !== null && <span>{extra}</span>}
            </p>
            {item.from === null ? (
              <p className="text-sm text-ink-2">{words.t('dasbor.work.board')}</p>
            ) : (
              <Link
                to={`/rapat/${item.from.rapatId}#line-${item.from.lineId}`}
                aria-label={words.t('dasbor.work.notula.of', { title: item.title })}
                className="inline-flex min-h-11 w-fit items-center gap-1.5 text-sm font-semibold text-accent-strong"
              >
                <FileText aria-hidden className="size-4" />
                {words.t('dasbor.work.notula')}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
