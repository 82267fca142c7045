import { workFigureLines } from '@mufakat/i18n'
import type { QuarterReportPage, ReportedOpd } from '@mufakat/services'
import { Card, CardHead, type Column, DataTable } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

const REMARKS = ['analysis', 'kendala', 'solusi', 'plan'] as const
/** Of the figures of an OPD, those that fit beside each other on a page. */
const SHOWN: readonly string[] = [
  'total',
  'finished',
  'in-time-share',
  'late',
  'waiting',
  'median',
  'postponed',
  'proven',
]

function Remarks({ one }: { one: ReportedOpd }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby={`opd-${one.opd.id}`}>
      <CardHead id={`opd-${one.opd.id}`} level={3} title={one.opd.name} />
      <div className="grid gap-5 p-4 sm:p-5">
        {one.remarks.map(remark => (
          <div key={remark.indicator} className="grid gap-2">
            <h4 className="font-semibold">{remark.indicator}</h4>
            <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
              {REMARKS.filter(key => remark[key] !== '').map(key => (
                <div key={key} className="contents">
                  <dt className="text-ink-2">{words.t(`laporan.remark.${key}`)}</dt>
                  <dd className="mb-1 whitespace-pre-line break-words">{remark[key]}</dd>
                </div>
              ))}
              {remark.proofs.length > 0 && (
                <>
                  <dt className="text-ink-2">{words.t('laporan.remark.proofs')}</dt>
                  <dd>
                    <ul>
                      {remark.proofs.map(proof => (
                        <li key={proof} className="break-words">
                          {proof}
                        </li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
            </dl>
          </div>
        ))}
      </div>
    </Card>
  )
}

/** What a triwulan was for each OPD: its figures, and what it says of its indicators. */
export function OpdCards({ report }: { report: QuarterReportPage }) {
  const words = useAllWords()
  const { opd } = report
  const names = workFigureLines(words, report.summary.work).filter(({ key }) => SHOWN.includes(key))
  const columns: Column<ReportedOpd>[] = [
    { key: 'opd', label: words.t('laporan.column.owner'), lead: true, cell: one => one.opd.name },
    {
      key: 'state',
      label: words.t('laporan.column.report'),
      cell: one => (one.state === null ? '–' : words.t(`laporan.opd-state.${one.state}`)),
    },
    ...names.map(({ key, name }) => ({
      key,
      label: name,
      align: 'end' as const,
      cell: (one: ReportedOpd) => workFigureLines(words, one.work).find(line => line.key === key)?.text ?? '',
    })),
  ]
  return (
    <section aria-labelledby="per-opd" className="grid gap-4">
      <h2 id="per-opd" className="text-lg font-bold">
        {words.t('laporan.per-opd')}
      </h2>
      <Card>
        {opd.length === 0 ? (
          <p className="p-4 text-sm text-ink-2 sm:px-5">{words.t('laporan.per-opd.none')}</p>
        ) : (
          <DataTable
            caption={words.t('laporan.per-opd')}
            columns={columns}
            rows={opd}
            rowKey={one => one.opd.id}
          />
        )}
      </Card>
      {opd
        .filter(({ remarks }) => remarks.length > 0)
        .map(one => (
          <Remarks key={one.opd.id} one={one} />
        ))}
    </section>
  )
}
