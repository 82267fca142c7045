import type { Dashboard } from '@mufakat/services'
import { IndicatorPanels } from '~/dasbor/indicator-panels'
import { Live } from '~/dasbor/live'
import { OpdBars } from '~/dasbor/opd-bars'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { triwulanCode } from '~/request/triwulan'
import { Answers } from './answers'
import { Flags } from './flags'
import { MapCard } from './map-card'

export function DashboardPage({ dashboard }: { dashboard: Dashboard }) {
  const words = useAllWords()
  const tw = triwulanCode(dashboard.at)
  const search = `?tw=${tw}`
  return (
    <>
      <PageHead
        title={words.t('dasbor.title')}
        lead={
          <p className="text-sm">
            {words.triwulan(dashboard.at)} ·{' '}
            {words.t('dasbor.on', { date: words.date(dashboard.on, 'short') })}
          </p>
        }
      />
      <Live mark={dashboard.mark}>
        <Answers dashboard={dashboard} search={search} />
        <OpdBars opd={dashboard.opd} search={search} />
        <Flags indicators={dashboard.indicators} search={search} />
        <IndicatorPanels indicators={dashboard.indicators} to={id => `/dasbor/indikator/${id}${search}`} />
        <MapCard map={dashboard.map} indicators={dashboard.indicators} tw={tw} />
      </Live>
    </>
  )
}
