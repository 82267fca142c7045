import type { RapatSummary } from '@mufakat/services'
import { type Column, DataTable } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { useWords } from '~/frame/words'
import { ExampleBadge, NotulaBadge, RapatBadge } from './status'
import { hoursOf } from './when'

/** The list of rapat: the title leads to the rapat, the rest is there to compare. */
export function RapatTable({ rapat, caption }: { rapat: readonly RapatSummary[]; caption: string }) {
  const words = useWords()
  const columns: Column<RapatSummary>[] = [
    {
      key: 'title',
      label: words.t('rapat.column.title'),
      lead: true,
      cell: row => (
        <>
          <Link
            to={`/rapat/${row.id}`}
            prefetch="intent"
            className="inline-flex min-h-11 items-center font-semibold text-ink no-underline hover:text-accent-strong hover:underline md:min-h-0"
          >
            {row.title}
          </Link>
          {row.isExample && (
            <span className="ml-2">
              <ExampleBadge />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'when',
      label: words.t('rapat.column.when'),
      width: 'md:w-44',
      cell: row => (
        <>
          <span className="block">
            {row.date ? words.date(row.date, 'short') : words.t('rapat.field.none')}
          </span>
          <span className="block text-xs text-ink-2">{hoursOf(row, words)}</span>
        </>
      ),
    },
    {
      key: 'place',
      label: words.t('rapat.column.place'),
      width: 'md:w-48',
      cell: row => row.place || <span className="text-ink-3">–</span>,
    },
    {
      key: 'status',
      label: words.t('rapat.column.status'),
      width: 'md:w-36',
      cell: row => <RapatBadge status={row.status} />,
    },
    {
      key: 'notula',
      label: words.t('rapat.column.notula'),
      width: 'md:w-36',
      cell: row => <NotulaBadge state={row.notulaState} />,
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={rapat} rowKey={row => row.id} />
}
