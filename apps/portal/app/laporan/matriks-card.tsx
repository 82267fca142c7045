import { workStateText } from '@mufakat/i18n'
import type { QuarterReportPage, ReportedWork } from '@mufakat/services'
import { Card, CardHead, type Column, DataTable } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

/** A page shows so many; the files have all of them. */
const SHOWN = 100

/** The tindak lanjut of a triwulan. */
export function MatriksCard({ report }: { report: QuarterReportPage }) {
  const words = useAllWords()
  const { work, isOver } = report
  const columns: Column<ReportedWork>[] = [
    {
      key: 'no',
      label: words.t('laporan.column.no'),
      align: 'end',
      narrow: 'hide',
      width: 'w-12',
      cell: (_, at) => at + 1,
    },
    {
      key: 'text',
      label: words.t('laporan.column.work'),
      lead: true,
      cell: one => (
        <>
          <a href={`/tindak-lanjut/${one.id}`} className="inline-block min-h-6 text-ink">
            {one.text || words.t('tl.untitled')}
          </a>
          {one.rapatTitle !== '' && (
            <span className="block text-xs font-normal text-ink-2">{one.rapatTitle}</span>
          )}
        </>
      ),
    },
    {
      key: 'owner',
      label: words.t('laporan.column.owner'),
      cell: one => (
        <>
          {one.opd?.shortName ?? '–'}
          {one.jabatan !== '' && <span className="block text-xs text-ink-2">{one.jabatan}</span>}
        </>
      ),
    },
    {
      key: 'due',
      label: words.t('laporan.column.due'),
      width: 'md:w-32',
      cell: one => (one.tenggat === null ? '–' : words.date(one.tenggat, 'short')),
    },
    {
      key: 'state',
      label: words.t('laporan.column.state'),
      cell: one => (
        <span className={one.state === 'terlambat' ? 'font-semibold text-danger-ink' : undefined}>
          {workStateText(words, { state: one.state, status: one.status, isOver })}
        </span>
      ),
    },
    { key: 'obstacle', label: words.t('laporan.remark.kendala'), cell: one => one.obstacle || '–' },
  ]
  return (
    <Card as="section" aria-labelledby="matriks">
      <CardHead id="matriks" title={words.t('laporan.matriks')} end={words.number(work.length)} />
      {work.length === 0 ? (
        <p className="p-4 text-sm text-ink-2 sm:px-5">{words.t('laporan.matriks.none')}</p>
      ) : (
        <DataTable
          caption={words.t('laporan.matriks')}
          columns={columns}
          rows={work.slice(0, SHOWN)}
          rowKey={one => one.id}
        />
      )}
      {work.length > SHOWN && (
        <p className="border-t border-line px-4 py-3 text-sm text-ink-2 sm:px-5">
          {words.t('laporan.matriks.more', { n: work.length - SHOWN })}
        </p>
      )}
    </Card>
  )
}
