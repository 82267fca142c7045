import type { ReportList, ReportSummary } from '@mufakat/services'
import { Badge, buttonClass, Card, CardHead, type Column, DataTable, Empty } from '@mufakat/ui'
import { CircleCheckBig, ClipboardList, PencilLine, SendHorizontal } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { ReportBadge } from '~/lapor/report-badge'
import { triwulanCode } from '~/request/triwulan'

const addressOf = (report: ReportSummary): string =>
  `/target/laporan/${report.opd.id}?tw=${triwulanCode(report)}`

const isOpen = ({ state }: ReportSummary): boolean => state === 'draf' || state === 'dikembalikan'

/** What is to be done with it next, by who looks. */
function Act({ report, mayReview }: { report: ReportSummary; mayReview: boolean }) {
  const words = useAllWords()
  const what =
    report.state === 'dikirim' && mayReview ? 'check' : isOpen(report) && report.mayFill ? 'fill' : 'open'
  return (
    <a
      href={addressOf(report)}
      aria-label={words.t(`lapor.${what}.of`, { opd: report.opd.shortName })}
      className={buttonClass(what === 'open' ? 'quiet' : 'secondary', 'sm')}
    >
      {words.t(`lapor.${what}`)}
    </a>
  )
}

function Filled({ report }: { report: ReportSummary }) {
  const words = useAllWords()
  const { due, filled } = report
  if (due === 0) return <span className="text-ink-2">{words.t('lapor.filled.none')}</span>
  return (
    <span className="flex items-center gap-3">
      <span className="w-20 flex-none tabular-nums">{words.t('lapor.filled', { n: filled, of: due })}</span>
      {/* An attribute: a style would be refused by the page's own policy. */}
      <svg aria-hidden className="h-2 max-w-40 min-w-0 flex-1 rounded-full bg-neutral-soft print:hidden">
        <rect width={`${(filled / due) * 100}%`} height="100%" className="fill-accent" />
      </svg>
    </span>
  )
}

function Counts({ reports }: { reports: readonly ReportSummary[] }) {
  const words = useAllWords()
  const count = (test: (report: ReportSummary) => boolean) => reports.filter(test).length
  const waiting = count(({ state }) => state === 'dikirim')
  const accepted = count(({ state }) => state === 'diterima')
  const open = count(report => isOpen(report) && report.due > 0)
  return (
    <span className="flex flex-wrap gap-2">
      {waiting > 0 && (
        <Badge tone="violet" icon={SendHorizontal}>
          {words.t('lapor.count.dikirim', { n: waiting })}
        </Badge>
      )}
      {open > 0 && (
        <Badge tone="neutral" icon={PencilLine}>
          {words.t('lapor.count.terbuka', { n: open })}
        </Badge>
      )}
      {accepted > 0 && (
        <Badge tone="success" icon={CircleCheckBig}>
          {words.t('lapor.count.diterima', { n: accepted })}
        </Badge>
      )}
    </span>
  )
}

/** The reports of a triwulan, of all OPD for those who check them, of one's own for an OPD. */
export function ReportsPage({ list }: { list: ReportList }) {
  const words = useAllWords()
  const { at, reports, mayReview } = list
  const title = words.t('lapor.list', { triwulan: words.triwulan(at) })
  const columns: Column<ReportSummary>[] = [
    {
      key: 'opd',
      label: words.t('lapor.column.opd'),
      lead: true,
      cell: report => (
        <div className="grid gap-0.5">
          <a href={addressOf(report)} className="inline-flex min-h-8 items-center font-semibold text-ink">
            {report.opd.shortName}
          </a>
          <span className="text-xs font-normal text-ink-2">{report.opd.name}</span>
        </div>
      ),
    },
    {
      key: 'state',
      label: words.t('lapor.column.state'),
      width: 'md:w-48',
      cell: report => <ReportBadge state={report.state} word={words.t(`sasaran.report.${report.state}`)} />,
    },
    {
      key: 'filled',
      label: words.t('lapor.column.filled'),
      width: 'md:w-60',
      cell: report => <Filled report={report} />,
    },
    {
      key: 'sent',
      label: words.t('lapor.column.sent'),
      width: 'md:w-44',
      cell: report => report.sentAt !== null && words.dateTime(report.sentAt),
    },
    {
      key: 'acts',
      label: words.t('tl.column.acts'),
      paper: 'hide',
      width: 'md:w-28',
      cell: report => <Act report={report} mayReview={mayReview} />,
    },
  ]
  return (
    <>
      <PageHead
        title={words.t('lapor.title')}
        lead={words.t('lapor.lead', { triwulan: words.triwulan(at) })}
        back={{ to: '/target', label: words.t('target.title') }}
      />
      <Card as="section" aria-labelledby="daftar">
        <CardHead id="daftar" title={title} end={<Counts reports={reports} />} />
        {reports.length > 0 ? (
          <DataTable caption={title} columns={columns} rows={reports} rowKey={one => one.opd.id} />
        ) : (
          <Empty
            compact
            icon={ClipboardList}
            title={words.t('lapor.empty')}
            help={words.t('lapor.empty.help')}
          />
        )}
      </Card>
    </>
  )
}
