import type { IndicatorDetail, ValueView } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { PencilLine } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { ExampleBadge } from '~/rapat/status'
import { Done } from '~/target/done'
import { DefinitionsSection } from './definitions'
import { HistorySection } from './history'
import { MetadataSection } from './metadata'
import { RegionPath, RegionsSection } from './regions'
import { SeriesSection } from './series'
import { StandingSection } from './standing'
import { TargetsSection } from './targets'
import { TrendSection } from './trend'

export interface IndicatorPageProps {
  readonly indicator: IndicatorDetail
  /** Every value of the region that holds or once held, the newest first. */
  readonly values: readonly ValueView[]
}

const BESIDE = 'grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-6'
const COLUMN = 'grid min-w-0 gap-4 lg:gap-6'

/** How an indicator stands and has come to it, in the kabupaten and in its regions; what it is and was, beside and below. */
export function IndicatorPage({ indicator, values }: IndicatorPageProps) {
  const words = useAllWords()
  const { id, name, programme, owner, allowed } = indicator
  return (
    <>
      <PageHead
        title={name}
        lead={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <a href={`/target#program-${programme.id}`}>{programme.name}</a>
            <span aria-hidden>·</span>
            <span>{words.t(`strategy.${programme.strategy}`)}</span>
            <span aria-hidden>·</span>
            <span>{owner.shortName}</span>
            {indicator.isExample && <ExampleBadge />}
          </span>
        }
        back={{ to: '/target', label: words.t('target.title') }}
        end={
          allowed.edit && (
            <a href={`/target/${id}/ubah`} className={buttonClass('secondary', 'md', 'screen-only')}>
              <PencilLine aria-hidden />
              {words.t('action.edit')}
            </a>
          )
        }
      />
      <Done />
      <RegionPath indicator={indicator} />
      <div className="grid gap-4 lg:gap-6">
        <div className={BESIDE}>
          <div className={COLUMN}>
            <StandingSection indicator={indicator} />
            <TrendSection indicator={indicator} />
          </div>
          <div className={COLUMN}>
            <TargetsSection indicator={indicator} />
            <DefinitionsSection indicator={indicator} />
          </div>
        </div>
        <SeriesSection indicator={indicator} />
        <RegionsSection indicator={indicator} />
        <div className={BESIDE}>
          <div className={COLUMN}>
            <HistorySection indicator={indicator} values={values} />
          </div>
          <div className={COLUMN}>
            <MetadataSection indicator={indicator} />
          </div>
        </div>
      </div>
    </>
  )
}
