import { PAPER_FORMATS } from '@mufakat/domain'
import type { PaperView, QuarterReportPage } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead } from '@mufakat/ui'
import { Download } from 'lucide-react'
import { KIND_ICONS, sizeIn } from '~/berkas/kinds'
import { useAllWords } from '~/frame/words'
import { AskedNotice } from '~/kertas/asked-notice'
import { triwulanCode } from '~/request/triwulan'

/** What became of the file that was asked for. */
function Asked({ paper }: { paper: PaperView }) {
  const words = useAllWords()
  const format = words.t(`kertas.format.${paper.format}`)
  return (
    <AskedNotice
      paper={paper}
      at={`/kertas/laporan/${paper.id}`}
      ready={words.t('laporan.ready', { format })}
      failed={words.t('laporan.failed', { format })}
      waiting={words.t('laporan.making', { format })}
    />
  )
}

/** The report as files: three buttons, and what was made before. */
export function FilesCard({ report, paper }: { report: QuarterReportPage; paper: PaperView | null }) {
  const words = useAllWords()
  const ready = report.made.filter(({ state, id }) => state === 'ready' && id !== paper?.id)
  return (
    <Card as="section" aria-labelledby="unduh" className="screen-only">
      <CardHead id="unduh" title={words.t('laporan.files')} />
      <div className="grid gap-4 p-4 sm:p-5">
        {paper && <Asked paper={paper} />}
        {report.allowed.ask && (
          <form
            method="post"
            action={`/laporan?tw=${triwulanCode(report.at)}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-3"
          >
            <input type="hidden" name="maksud" value="buat" />
            <div className="flex flex-wrap gap-2">
              {PAPER_FORMATS.map(format => {
                const Icon = KIND_ICONS[format]
                return (
                  <Button key={format} type="submit" kind="secondary" name="format" value={format}>
                    <Icon aria-hidden />
                    {words.t('laporan.make', { format: words.t(`kertas.format.${format}`) })}
                  </Button>
                )
              })}
            </div>
            <p className="grow basis-64 text-sm text-ink-2">{words.t('laporan.files.help')}</p>
          </form>
        )}
        {ready.length > 0 && (
          <ul className="grid gap-1 border-t border-line pt-3">
            {ready.map(made => {
              const format = words.t(`kertas.format.${made.format}`)
              return (
                <li key={made.id} className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
                  <span className="text-ink-2">
                    {words.t('laporan.made', {
                      format,
                      at: words.dateTime(made.finishedAt ?? made.askedAt),
                      size: sizeIn(words, made.size ?? 0),
                    })}
                  </span>
                  <a href={`/kertas/laporan/${made.id}`} className={buttonClass('quiet', 'sm')}>
                    <Download aria-hidden />
                    {words.t('laporan.download', { format })}
                  </a>
                </li>
              )
            })}
          </ul>
        )}
      </div>
    </Card>
  )
}
