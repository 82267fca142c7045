import { achievementLines, workFigureLines } from '@mufakat/i18n'
import type { QuarterReportPage } from '@mufakat/services'
import { Card, CardHead } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

function Figures({ title, lines }: { title: string; lines: readonly (readonly [string, string])[] }) {
  return (
    <div>
      <h3 className="px-4 pt-3 text-sm font-semibold sm:px-5">{title}</h3>
      <dl className="divide-y divide-line px-4 pb-2 sm:px-5">
        {lines.map(([name, value]) => (
          <div key={name} className="flex items-baseline justify-between gap-4 py-2">
            <dt className="text-sm text-ink-2">{name}</dt>
            <dd className="font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** The figures of a triwulan in one look. */
export function SummaryCard({ report }: { report: QuarterReportPage }) {
  const words = useAllWords()
  const { indicators, work, reports, rapat } = report.summary
  return (
    <Card as="section" aria-labelledby="ringkasan">
      <CardHead id="ringkasan" title={words.t('laporan.summary')} />
      <div className="grid gap-x-6 md:grid-cols-2 print:grid-cols-2">
        <Figures
          title={words.t('laporan.indicators')}
          lines={[
            ...achievementLines(words, indicators).map(
              ({ name, count }) => [name, words.number(count)] as const,
            ),
            [
              words.t('laporan.figure.reports'),
              words.t('laporan.figure.reports.of', { n: reports.accepted, of: reports.of }),
            ],
            [words.t('laporan.figure.rapat'), words.number(rapat.held)],
            [words.t('laporan.figure.ratified'), words.number(rapat.ratified)],
          ]}
        />
        <Figures
          title={words.t('laporan.work')}
          lines={workFigureLines(words, work).map(({ name, text }) => [name, text] as const)}
        />
      </div>
    </Card>
  )
}
