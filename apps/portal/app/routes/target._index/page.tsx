import { STRATEGIES, type Strategy } from '@mufakat/domain'
import { buttonClass, Card, Empty } from '@mufakat/ui'
import { CirclePlus, ClipboardList, FileSpreadsheet, Goal, SearchX } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { Done } from '~/target/done'
import { AchievementCounts } from './achievement-counts'
import { TargetFilter } from './filter'
import { ProgrammeCard } from './programme-card'
import type { TargetPageProps } from './props'

/** So that two of them stand beside each other on a phone. */
const HEAD_BUTTON = 'max-sm:[&>svg]:hidden'

function ByStrategy({
  strategy,
  programmes,
  allowed,
}: Pick<TargetPageProps, 'programmes' | 'allowed'> & { strategy: Strategy }) {
  const words = useAllWords()
  if (programmes.length === 0) return null
  return (
    <section aria-labelledby={`strategi-${strategy}`} className="grid gap-4">
      <h2 id={`strategi-${strategy}`} className="flex flex-wrap items-baseline gap-x-2 text-lg">
        <span className="text-sm font-semibold whitespace-nowrap text-ink-2">
          {words.t('strategy.label', { code: strategy.toUpperCase() })}
        </span>
        {words.t(`strategy.${strategy}`)}
      </h2>
      {programmes.map(programme => (
        <ProgrammeCard key={programme.id} programme={programme} mayEdit={allowed.edit} />
      ))}
    </section>
  )
}

/** Every programme under its strategy, with how its indicators stand in the triwulan. */
export function TargetPage(props: TargetPageProps) {
  const { at, programmes, filter, allowed, mayReadReports } = props
  const words = useAllWords()
  const indicators = programmes.flatMap(one => one.indicators)
  const isFiltered = filter.strategy !== null || filter.opdId !== ''
  return (
    <>
      <PageHead
        title={words.t('target.title')}
        lead={words.t('target.lead', {
          triwulan: words.triwulan(at),
          indicators: indicators.length,
          programmes: programmes.length,
        })}
        end={
          <span className="screen-only flex flex-wrap gap-2">
            {mayReadReports && (
              <a href="/target/laporan" className={buttonClass('secondary', 'md', HEAD_BUTTON)}>
                <ClipboardList aria-hidden />
                {words.t('target.reports')}
              </a>
            )}
            {allowed.correct && (
              <a href="/target/impor" className={buttonClass('secondary', 'md', HEAD_BUTTON)}>
                <FileSpreadsheet aria-hidden />
                {words.t('target.import')}
              </a>
            )}
            {allowed.edit && (
              <a href="/target/program/baru" className={buttonClass('primary', 'md', HEAD_BUTTON)}>
                <CirclePlus aria-hidden />
                {words.t('target.programme.add')}
              </a>
            )}
          </span>
        }
      />
      <Done />
      <div className="grid gap-6">
        <TargetFilter {...props} />
        {indicators.length > 0 && <AchievementCounts indicators={indicators} />}
        {programmes.length > 0 ? (
          STRATEGIES.map(strategy => (
            <ByStrategy
              key={strategy}
              strategy={strategy}
              programmes={programmes.filter(one => one.strategy === strategy)}
              allowed={allowed}
            />
          ))
        ) : (
          <Card>
            {isFiltered ? (
              <Empty
                icon={SearchX}
                title={words.t('target.empty.filter')}
                help={words.t('target.empty.filter.help')}
                action={
                  <a href="/target" className={buttonClass('secondary')}>
                    {words.t('action.reset')}
                  </a>
                }
              />
            ) : (
              <Empty
                icon={Goal}
                title={words.t('target.empty')}
                help={words.t(allowed.edit ? 'target.empty.edit' : 'target.empty.read')}
              />
            )}
          </Card>
        )}
      </div>
    </>
  )
}
