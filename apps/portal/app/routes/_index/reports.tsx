import { buttonClass, Card, CardHead } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import type { WaitingReports } from '~/lapor/beranda.server'
import { ReportBadge } from '~/lapor/report-badge'

/** Values that are owed, or reports that wait to be checked. */
export function Reports({ waiting }: { waiting: WaitingReports }) {
  return (
    <Card as="section" aria-labelledby="laporan">
      <CardHead
        id="laporan"
        title={waiting.title}
        end={
          <Link
            to={waiting.all.to}
            reloadDocument
            className={`screen-only ${buttonClass('secondary', 'sm')}`}
          >
            {waiting.all.text}
          </Link>
        }
      />
      {waiting.rows.length === 0 && <p className="px-4 py-4 text-ink-2 sm:px-5">{waiting.empty}</p>}
      <ul className="divide-y divide-line">
        {waiting.rows.map(row => (
          <li key={row.id}>
            <Link
              to={row.to}
              reloadDocument
              className="grid gap-1.5 px-4 py-3 text-ink no-underline transition-colors hover:bg-sunken sm:px-5"
            >
              <span className="font-medium">{row.title}</span>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
                <span>{row.note}</span>
                <ReportBadge state={row.state} word={row.word} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
