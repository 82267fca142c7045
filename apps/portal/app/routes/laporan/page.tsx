import type { PaperView, QuarterReportPage } from '@mufakat/services'
import { Card, CardHead, Notice } from '@mufakat/ui'
import { CircleAlert, Hourglass } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { FilesCard } from '~/laporan/files-card'
import { IndicatorTable } from '~/laporan/indicator-table'
import { MatriksCard } from '~/laporan/matriks-card'
import { NoteCard } from '~/laporan/note-card'
import { OpdCards } from '~/laporan/opd-cards'
import { SummaryCard } from '~/laporan/summary-card'
import type { FormErrors } from '~/request/guard.server'

interface ReportPageProps {
  readonly report: QuarterReportPage
  /** The file that this person waits for. */
  readonly paper: PaperView | null
  /** It is not kept any more. */
  readonly isOver: boolean
  readonly answer: { readonly errors: FormErrors; readonly note: string } | undefined
}

/** The report of a triwulan, as its papers tell it. */
export function ReportPage({ report, paper, isOver, answer }: ReportPageProps) {
  const words = useAllWords()
  const { legalBases, strategies } = report
  return (
    <div className="grid gap-6">
      <PageHead
        title={words.t('laporan.of', { triwulan: words.triwulan(report.at) })}
        lead={
          <>
            <p>{[words.t('laporan.subject'), report.regency].filter(Boolean).join(' – ')}</p>
            <p>{words.t('laporan.as-of', { date: words.date(report.on) })}</p>
          </>
        }
      />
      {!report.isOver && (
        <Notice tone="info" icon={Hourglass}>
          {words.t('laporan.running')}
        </Notice>
      )}
      {isOver && !answer && (
        <Notice tone="neutral" icon={CircleAlert} role="status">
          {words.t('laporan.over')}
        </Notice>
      )}
      <FilesCard report={report} paper={answer ? null : paper} />
      <SummaryCard report={report} />
      <NoteCard report={report} answer={answer} />
      {legalBases.length > 0 && (
        <Card as="section" aria-labelledby="dasar">
          <CardHead id="dasar" title={words.t('laporan.basis')} />
          <ol className="list-decimal py-3 pr-4 pl-9 text-sm sm:pl-10">
            {legalBases.map(basis => (
              <li key={basis}>{basis}</li>
            ))}
          </ol>
        </Card>
      )}
      <section aria-labelledby="capaian" className="grid gap-4">
        <h2 id="capaian" className="text-lg font-bold">
          {words.t('laporan.strategies')}
        </h2>
        {strategies.map(({ strategy, indicators }) => (
          <Card key={strategy} as="section" aria-labelledby={`strategi-${strategy}`}>
            <CardHead
              id={`strategi-${strategy}`}
              level={3}
              title={words.t('laporan.strategy', {
                code: strategy.toUpperCase(),
                name: words.t(`strategy.${strategy}`),
              })}
            />
            {indicators.length === 0 ? (
              <p className="p-4 text-sm text-ink-2 sm:px-5">{words.t('laporan.strategy.none')}</p>
            ) : (
              <IndicatorTable
                caption={words.t('laporan.strategy', {
                  code: strategy.toUpperCase(),
                  name: words.t(`strategy.${strategy}`),
                })}
                indicators={indicators}
              />
            )}
          </Card>
        ))}
      </section>
      <MatriksCard report={report} />
      <OpdCards report={report} />
    </div>
  )
}
