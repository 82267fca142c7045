import type { TindakLanjutOfRapat, WorkOfLine } from '@mufakat/services'
import { type Column, DataTable } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { useWords } from '~/frame/words'
import { OwnerAnswerMark } from './owner-answer'
import { PriorityWord, TenggatBadge, TindakLanjutBadge } from './status'

/** The tindak lanjut of a rapat in the order of the printed matriks. */
export function TindakLanjutTable({
  rows,
  caption,
  rapatId,
  work,
}: {
  rows: readonly TindakLanjutOfRapat[]
  caption: string
  rapatId: string
  /** By line: how far it is, and the card that may be opened. */
  work: Readonly<Record<string, WorkOfLine>>
}) {
  const words = useWords()
  const columns: Column<TindakLanjutOfRapat>[] = [
    {
      key: 'number',
      label: words.t('tl.column.number'),
      narrow: 'hide',
      width: 'w-12',
      align: 'end',
      cell: (_row, index) => index + 1,
    },
    {
      key: 'task',
      label: words.t('tl.column.task'),
      lead: true,
      width: 'md:min-w-52',
      cell: row => (
        <>
          <Link to={`/rapat/${rapatId}#line-${row.lineId}`} className="text-ink no-underline hover:underline">
            {row.text || words.t('tl.untitled')}
          </Link>
          {row.answer && <OwnerAnswerMark answer={row.answer} className="mt-1" />}
        </>
      ),
    },
    {
      key: 'owner',
      label: words.t('tl.column.owner'),
      width: 'md:w-40',
      cell: row =>
        row.owner ? (
          <>
            <span className="block font-medium" title={row.owner.name}>
              {row.owner.shortName}
            </span>
            {row.jabatan && <span className="block text-xs text-ink-2">{row.jabatan}</span>}
          </>
        ) : (
          <span className="text-ink-2">{row.jabatan ?? words.t('tl.no-owner')}</span>
        ),
    },
    {
      key: 'tenggat',
      label: words.t('tl.column.tenggat'),
      width: 'md:w-40',
      cell: row =>
        row.due ? (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="whitespace-nowrap">{words.date(row.due, 'short')}</span>
            <TenggatBadge state={row.tenggatState} />
            {row.due !== row.tenggat && (
              <span className="w-full text-xs text-ink-2">
                {words.t('tl.tenggat.was', {
                  date: row.tenggat ? words.date(row.tenggat, 'short') : words.t('tl.no-tenggat'),
                })}
              </span>
            )}
          </span>
        ) : (
          <span className="text-ink-2">{words.t('tl.no-tenggat')}</span>
        ),
    },
    {
      key: 'priority',
      label: words.t('tl.column.priority'),
      width: 'md:w-28',
      cell: row => <PriorityWord priority={row.priority} />,
    },
    {
      key: 'strategy',
      label: words.t('tl.column.strategy'),
      width: 'md:w-16',
      cell: row =>
        row.strategy ? (
          <abbr className="no-underline" title={words.t(`strategy.${row.strategy}`)}>
            {row.strategy.toUpperCase()}
            <span className="text-ink-2 md:hidden"> · {words.t(`strategy.${row.strategy}`)}</span>
          </abbr>
        ) : (
          <span className="text-ink-3">–</span>
        ),
    },
    {
      key: 'status',
      label: words.t('tl.column.status'),
      width: 'md:w-40',
      cell: row => {
        const cardId = work[row.lineId]?.cardId
        const badge = <TindakLanjutBadge status={row.status} />
        return cardId ? (
          <Link
            to={`/tindak-lanjut/${cardId}`}
            className="inline-flex min-h-11 items-center gap-0.5 whitespace-nowrap md:min-h-8"
            aria-label={words.t('tl.card.of', { status: words.t(`status.tl.${row.status}`), text: row.text })}
          >
            {badge}
            <ChevronRight aria-hidden className="hidden size-4 flex-none md:block print:hidden" />
          </Link>
        ) : (
          badge
        )
      },
    },
    ...(rows.some(row => row.mayPostpone)
      ? [
          {
            key: 'acts',
            label: words.t('tl.column.acts'),
            paper: 'hide' as const,
            width: 'md:w-28',
            cell: (row: TindakLanjutOfRapat) =>
              row.mayPostpone && (
                <Link
                  to={`/rapat/${rapatId}/tunda/${row.lineId}`}
                  reloadDocument
                  className="inline-flex min-h-11 items-center font-semibold text-accent-strong md:min-h-8"
                  aria-label={words.t('tl.postpone.of', { text: row.text })}
                >
                  {words.t('tl.postpone')}
                </Link>
              ),
          },
        ]
      : []),
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={row => row.lineId} />
}
