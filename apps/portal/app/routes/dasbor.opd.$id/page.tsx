import type { OpdDashboard, WorkItem } from '@mufakat/services'
import { Card, CardHead, Empty } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { ListChecks } from 'lucide-react'
import { Figures } from '~/dasbor/figures'
import { IndicatorPanels } from '~/dasbor/indicator-panels'
import { Live } from '~/dasbor/live'
import { WorkList } from '~/dasbor/work-list'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { triwulanCode } from '~/request/triwulan'

/** All that is late; of the rest as many as are looked through. The board has all of it. */
const SHOWN = 40

function Work({ work, opdId }: { work: readonly WorkItem[]; opdId: string }) {
  const words = useAllWords()
  const late = work.filter(({ state }) => state === 'terlambat')
  const shown = work.slice(0, Math.max(late.length, SHOWN))
  return (
    <Card as="section" aria-labelledby="pekerjaan">
      <CardHead id="pekerjaan" title={words.t('dasbor.work.title')} />
      {work.length === 0 ? (
        <Empty
          compact
          icon={ListChecks}
          title={words.t('dasbor.work.empty')}
          help={words.t('dasbor.opd.empty.help')}
        />
      ) : (
        <>
          <WorkList work={shown} />
          {shown.length < work.length && (
            <p className="border-t border-line px-4 py-1 sm:px-5">
              <Link
                to={`/tindak-lanjut/tabel?opd=${opdId}`}
                className="inline-flex min-h-11 items-center text-sm"
              >
                {words.t('dasbor.work.more', { n: work.length - shown.length })}
              </Link>
            </p>
          )}
        </>
      )}
    </Card>
  )
}

export function OpdPage({ page }: { page: OpdDashboard }) {
  const words = useAllWords()
  const search = `?tw=${triwulanCode(page.at)}`
  return (
    <>
      <PageHead
        title={page.opd.name}
        {...(page.mayReadAll ? { back: { to: `/dasbor${search}`, label: words.t('dasbor.title') } } : {})}
        lead={
          <p className="text-sm">
            {words.triwulan(page.at)} · {words.t('dasbor.on', { date: words.date(page.on, 'short') })}
          </p>
        }
      />
      <Live mark={page.mark}>
        <Card as="section" aria-label={words.t('dasbor.opd.title')}>
          <Figures figures={page.figures} />
        </Card>
        <Work work={page.work} opdId={page.opd.id} />
        <IndicatorPanels
          indicators={page.indicators}
          to={id => (page.mayReadAll ? `/dasbor/indikator/${id}${search}` : `/target/${id}`)}
        />
      </Live>
    </>
  )
}
